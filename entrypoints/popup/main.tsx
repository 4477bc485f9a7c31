import { browser } from 'wxt/browser';
import '../../assets/style/holdfast.css';
import { browserPorts } from '../../src/ui/parts/browser-ports.ts';
import { mount } from '../../src/ui/parts/mount.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';

mount(Popup, await browserPorts(browser));
