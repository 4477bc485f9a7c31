import { afterAll, beforeAll, describe } from 'vitest';
import { describeBackgroundDeaths } from './faults/background-deaths.ts';
import { type Bench, openBench } from './faults/bench.ts';
import { describeExportFaults } from './faults/exports.ts';
import { describeFileFaults } from './faults/files.ts';
import { describeForbiddenPages } from './faults/forbidden-pages.ts';
import { describeGivenBack, describeReloaded } from './faults/given-back.ts';
import { describeLeaving } from './faults/leaving.ts';
import { describeLoad } from './faults/load.ts';
import { describeTabFaults } from './faults/tabs.ts';

describe('faults in chromium', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench('chromium');
  });
  afterAll(() => bench?.close());

  describeForbiddenPages(() => bench);
  describeTabFaults(() => bench);
  describeLoad(() => bench);
  describeLeaving(() => bench);
  describeExportFaults(() => bench);
  describeFileFaults(() => bench);
  describeGivenBack(() => bench);
  describeBackgroundDeaths(() => bench);
  describeReloaded(() => bench);
});
