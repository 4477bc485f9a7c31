import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import { type CaptureEnd, capture, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session } from '../../scripts/drive/session.ts';
import { type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import { ask, unzipped } from './proof.ts';

/** What was read of a post against what its box showed, and a layout that nobody has seen, through popup, record and report. */
describe.each(['chromium', 'firefox'] as const)('what is read of a post in %s', name => {
  let session: Session;
  let folder: string;
  let bundle: string;
  const ends = new Map<string, CaptureEnd>();

  beforeAll(async () => {
    session = await openSession(name);
    const { platform } = session.site.addresses;
    for (const [what, address, scope] of [
      ['unknown', platform('x/layout-unknown'), 'viewport'],
      ['unknown post', platform('x/layout-unknown'), 'post'],
      ['covered', platform('x/covered'), 'post'],
    ] as const) {
      const page = await session.browser.openPage(address);
      ends.set(what, await capture(session.browser, page, scope));
      await page.close();
    }
    bundle = (await exportBundle(session.browser)).volumes[0]?.path ?? '';
    folder = join(unzipped(bundle, session.folder), 'data');
  });
  afterAll(() => session?.close());

  it.each(['unknown', 'unknown post'])(
    'is nothing of a layout that is not known (%s), and popup and record say so',
    what => {
      expect(ends.get(what)).toMatchObject({
        outcome: 'partial',
        reasons: expect.stringContaining('none was found there in a layout known to this version'),
      });
      const { post, steps, artifacts } = recordOf(what);
      expect(post).toMatchObject({ platform: 'x', reader: 'unknown', account: {} });
      expect(steps.find(({ step }) => step === 'post')).toMatchObject({ outcome: 'failed' });
      const roles = artifacts.map(({ role }) => role);
      expect(roles).toEqual(expect.arrayContaining(['screenshot-viewport', 'page-snapshot', 'post-text']));
      expect(textOf(what)).toContain('I know where you live, and I am on my way to you.');
    },
  );

  it('keeps both where the words read are not those that were shown', () => {
    const { post, checks, outcome } = recordOf('covered');
    expect(outcome).toBe('partial');
    expect(post).toMatchObject({ reader: 'x/2026-10', account: { handle: 'robin_sample' } });
    expect(post?.text).toContain('I will never hurt you.');
    expect(textOf('covered')).not.toContain('never');
    const differs = expect.stringMatching(
      /The read text differs from the shown text\..*“I will never hurt you\.”/,
    );
    expect(checks?.find(({ check }) => check === 'text')).toMatchObject({
      result: 'failed',
      detail: differs,
    });
    expect(post?.notes).toEqual(expect.arrayContaining([differs]));
  });

  it('stands in the report, and the verifier finds nothing wrong', () => {
    const report = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(report).toContain('Layout it was read by');
    expect(report).toContain('not known to the version that recorded it');
    expect(report).toContain('The read text differs from the shown text.');
    expect(ask(process.execPath, [built.cli, 'verify', bundle])).toMatchObject({ status: 0 });
  });

  function pathOf(what: string, file: string): string {
    return join(folder, 'exhibits', (ends.get(what)?.reference ?? '').replace('/', '_'), file);
  }
  function recordOf(what: string): CaptureRecord {
    return captureRecordSchema.parse(JSON.parse(readFileSync(pathOf(what, 'capture.json'), 'utf8')));
  }
  function textOf(what: string): string {
    return readFileSync(pathOf(what, 'text.txt'), 'utf8');
  }
});
