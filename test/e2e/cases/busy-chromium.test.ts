import { inARow } from './fifty.ts';
import { testRows } from './run-table.ts';
import { rowsWhileBusy } from './table.ts';

testRows({ name: 'chromium', ratio: 1 }, [...inARow, ...rowsWhileBusy('chromium')], { busy: true });
