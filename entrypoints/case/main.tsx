import { browser } from 'wxt/browser';
import '../../assets/style/holdfast.css';
import '../../assets/style/verify.css';
import { CasePage } from '../../src/ui/case/case-page.tsx';
import { browserPorts } from '../../src/ui/parts/browser-ports.ts';
import { mount } from '../../src/ui/parts/mount.tsx';

mount(CasePage, await browserPorts(browser));
