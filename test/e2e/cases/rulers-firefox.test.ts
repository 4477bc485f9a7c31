import { testRulers } from './run-rulers.ts';

testRulers('firefox');
