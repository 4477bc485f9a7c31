import { browser } from 'wxt/browser';
import '../../assets/style/holdfast.css';
import { browserPorts } from '../../src/ui/parts/browser-ports.ts';
import { mount } from '../../src/ui/parts/mount.tsx';
import { SidePanel } from '../../src/ui/sidepanel/side-panel.tsx';

mount(SidePanel, await browserPorts(browser));
