import { describe } from 'vitest';
import { describeBrowserDeaths } from './faults/browser-deaths.ts';

describe('chromium', () => describeBrowserDeaths('chromium', ['settle', 'tiles', 'stitch', 'commit']));
describe('firefox', () => describeBrowserDeaths('firefox', ['settle', 'tiles', 'commit']));
