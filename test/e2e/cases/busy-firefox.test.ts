import { inARow } from './fifty.ts';
import { testRows } from './run-table.ts';
import { rowsWhileBusy } from './table.ts';

testRows({ name: 'firefox', ratio: 1 }, [...inARow, ...rowsWhileBusy('firefox')], { busy: true });
