import { describe } from 'vitest';
import { describeUpdated } from './faults/updated.ts';

describe('chromium updated', () => describeUpdated('chromium'));
describe('firefox updated', () => describeUpdated('firefox'));
