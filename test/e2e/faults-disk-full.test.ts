import { describe } from 'vitest';
import { describeFullDisk } from './faults/full-disk.ts';

describe('chromium', () => describeFullDisk('chromium'));
describe('firefox', () => describeFullDisk('firefox'));
