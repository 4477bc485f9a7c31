import { inARow } from './fifty.ts';
import { testRows } from './run-table.ts';
import { rowsWhileBusy, settingAt } from './table.ts';

testRows(settingAt('firefox', 1), [...inARow, ...rowsWhileBusy('firefox')], { busy: true });
