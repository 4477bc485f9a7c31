import { browser } from 'wxt/browser';
import '../../assets/style/holdfast.css';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { browserPorts } from '../../src/ui/parts/browser-ports.ts';
import { mount } from '../../src/ui/parts/mount.tsx';

mount(OptionsPage, await browserPorts(browser));
