import { inARow } from './fifty.ts';
import { testRows } from './run-table.ts';
import { rowsWhileBusy, settingAt } from './table.ts';

testRows(settingAt('chromium', 1), [...inARow, ...rowsWhileBusy('chromium')], { busy: true });
