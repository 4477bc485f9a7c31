import { browser } from 'wxt/browser';
import '../../assets/style/holdfast.css';
import '../../assets/style/verify.css';
import { browserPorts } from '../../src/ui/parts/browser-ports.ts';
import { mount } from '../../src/ui/parts/mount.tsx';
import { CheckPage } from '../../src/ui/receive/check-page.tsx';

mount(CheckPage, await browserPorts(browser));
