import { browser } from 'wxt/browser';
import '../../assets/style/holdfast.css';
import { browserPorts } from '../../src/ui/parts/browser-ports.ts';
import { mount } from '../../src/ui/parts/mount.tsx';
import { WelcomePage } from '../../src/ui/welcome/welcome-page.tsx';

mount(WelcomePage, await browserPorts(browser), { alsoLocked: true });
