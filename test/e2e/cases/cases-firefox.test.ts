import { testRows } from './run-table.ts';
import { rowsIn, settingsOf } from './table.ts';

for (const setting of settingsOf('firefox')) testRows(setting, rowsIn(setting));
