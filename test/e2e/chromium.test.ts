import { describeFullJob } from './full-job.ts';

describeFullJob('chromium');
