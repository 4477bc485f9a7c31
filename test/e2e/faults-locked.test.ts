import { describe } from 'vitest';
import { describeLocked } from './faults/locked.ts';

describe('chromium locked', () => describeLocked('chromium'));
describe('firefox locked', () => describeLocked('firefox'));
