import { describeFullJob } from './full-job.ts';

describeFullJob('firefox');
