import { testRulers } from './run-rulers.ts';

testRulers('chromium');
