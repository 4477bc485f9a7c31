import { describeOldLogs } from './old-logs/open-old.ts';

describeOldLogs('chromium');
