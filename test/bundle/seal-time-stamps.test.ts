import { describe, expect, it } from 'vitest';
import type { BundleInput, TimeStamps } from '../../src/bundle/bundle-input.ts';
import { bundlePaths } from '../../src/bundle/layout.ts';
import { writeBundle } from '../../src/bundle/write/write-bundle.ts';
import { decodeSignedData, encodeSignedData } from '../../src/crypto/cms.ts';
import { timeStampIn } from '../../src/crypto/signed-data.ts';
import type { CustodyEvent } from '../../src/model/custody.ts';
import type { AuthorityName } from '../samples/authority/keys.ts';
import { sampleInput, verifyBytes } from '../samples/bundle.ts';
import { isThorough } from '../thorough.ts';
import { get, getCase } from './tamper/forgeries.ts';
import {
  atExport,
  bagSeal,
  keys,
  lastSeal,
  list,
  olderFiles,
  sealedWith,
  stampedFiles,
  stampedInput,
  withEventsOf,
} from './tamper/stamp-forgeries.ts';
import { replyAt } from './time-stamped.ts';
import { type Files, toFiles, toZip } from './zip-surgery.ts';

const later = '2026-03-04T07:06:10.250Z';

/** Answers each question in its turn; nothing once there is no answer left. */
function answering(...answers: readonly (readonly [at: string, authority?: AuthorityName])[]): TimeStamps {
  let asked = 0;
  return {
    async stamp(imprint) {
      const answer = answers[asked];
      asked += 1;
      if (answer === undefined) return { failure: 'unreachable' };
      return { reply: replyAt(keys(), imprint, ...answer) };
    },
  };
}

async function write(timeStamps: TimeStamps, input?: BundleInput) {
  const chunks: Uint8Array[] = [];
  const made = { ...(input ?? (await sampleInput())), timeStamps };
  const { missingTimeStamps } = await writeBundle(made, async chunk => void chunks.push(chunk.slice()));
  return { zip: new Uint8Array(Buffer.concat(chunks)), missing: missingTimeStamps };
}

/** Where a bundle has time-stamps. */
async function placesIn(files: Files): Promise<readonly string[]> {
  const inside = await Promise.all([bagSeal, lastSeal].map(path => timeStampIn(get(files, path))));
  return [
    ...(inside[0] === undefined ? [] : [bagSeal]),
    ...(files.has(list) ? [list] : []),
    ...(inside[1] === undefined ? [] : [lastSeal]),
  ];
}

const codesAt = async (zip: Uint8Array, subject: string) =>
  (await verifyBytes(zip)).findings
    .filter(each => each.subject === subject && each.severity !== 'success')
    .map(({ code, severity }) => `${code} ${severity}`);

describe('what is sealed says where a time-stamp must be', () => {
  it.each<readonly [string, TimeStamps, readonly string[]]>([
    ['all three', answering([atExport], [atExport], [atExport]), [bagSeal, list, lastSeal]],
    ['the last one is not to be had', answering([atExport], [atExport]), [list]],
    ['only the first is to be had', answering([atExport]), [bagSeal]],
    ['none', answering(), []],
    ['the last one is of another authority', answering([atExport], [atExport], [atExport, 'rsa']), [list]],
    ['the last one comes hours later', answering([atExport], [atExport], [later]), [list]],
  ])('%s', async (_, timeStamps, places) => {
    const { zip, missing } = await write(timeStamps);
    const files = toFiles(zip);
    expect(await placesIn(files)).toEqual(places);
    expect(missing.map(({ path }) => path).sort()).toEqual(
      [bagSeal, list, lastSeal].filter(path => !places.includes(path)).sort(),
    );
    expect(getCase(files)['timeStamps']).toBe('asked');
    expect((await verifyBytes(zip)).verdict).toBe('intact');
  });

  it('nobody was asked: the record says nothing of it', async () => {
    const chunks: Uint8Array[] = [];
    await writeBundle(await sampleInput(), async chunk => void chunks.push(chunk.slice()));
    expect(getCase(toFiles(new Uint8Array(Buffer.concat(chunks))))['timeStamps']).toBeUndefined();
  });

  it('names the one place that no seal covers, and only where there is one', async () => {
    const { zip } = await write(answering([atExport], [atExport], [atExport]));
    expect(await codesAt(zip, lastSeal)).toContain('seal.place.unsealed notice');
    const { findings } = await verifyBytes((await write(answering())).zip);
    expect(findings.some(({ code }) => code === 'seal.place.unsealed')).toBe(false);
  });
});

const second = bundlePaths.secondTimeStamp;

/** The first authority as it should be, and a second one that answers with what is given. */
function besides(answer: [at: string, authority?: AuthorityName] | undefined, first = true): TimeStamps {
  const { stamp } = first ? answering([atExport], [atExport], [atExport]) : answering();
  return {
    stamp,
    stampBesides: async imprint =>
      answer === undefined ? { failure: 'timed-out' } : { reply: replyAt(keys(), imprint, ...answer) },
  };
}

describe('a second authority', () => {
  it('stands beside the first, and the seal of the container covers it', async () => {
    const { zip, missing } = await write(besides([atExport, 'foreign']));
    const files = toFiles(zip);
    expect(missing).toEqual([]);
    expect(await placesIn(files)).toEqual([bagSeal, list, lastSeal]);
    expect(getCase(files)).toMatchObject({ timeStamps: 'asked', timeStampAuthorities: 2 });
    expect(new TextDecoder().decode(get(files, bundlePaths.asicManifest))).toContain(`URI="${second}"`);
    const { findings, verdict } = await verifyBytes(zip);
    expect(verdict).toBe('intact');
    const codes = findings.filter(({ subject }) => subject === second).map(({ code }) => code);
    expect(codes).toContain('time-stamp.second.another');
    expect(codes).toContain('time-stamp.moment.not-checked');
  });

  it.each<readonly [string, Parameters<typeof besides>[0], string]>([
    ['gives none', undefined, 'timed-out'],
    ['is the first one', [atExport], 'same-authority'],
    ['says a time that is hours later', [later, 'foreign'], 'clocks-differ'],
    ['says a time that is hours earlier', ['2026-03-04T03:06:10.250Z', 'foreign'], 'clocks-differ'],
  ])('is missing when it %s, and the first stays', async (_, answer, failure) => {
    const { zip, missing } = await write(besides(answer));
    expect(missing).toEqual([{ path: second, failure }]);
    expect(await placesIn(toFiles(zip))).toEqual([bagSeal, list, lastSeal]);
    expect(toFiles(zip).has(second)).toBe(false);
    expect(await codesAt(zip, second)).toEqual(['time-stamp.second.absent notice']);
    expect((await verifyBytes(zip)).verdict).toBe('intact');
  });

  it('is not asked when the first gives none', async () => {
    const { zip, missing } = await write(besides([atExport, 'foreign'], false));
    expect(missing).toContainEqual({ path: second, failure: 'unreachable' });
    expect(await placesIn(toFiles(zip))).toEqual([]);
    expect(toFiles(zip).has(second)).toBe(false);
    expect((await verifyBytes(zip)).verdict).toBe('intact');
  });

  it('stays when the last time-stamp of the first is not to be had', async () => {
    const { stamp } = answering([atExport], [atExport]);
    const { zip, missing } = await write({ ...besides([atExport, 'foreign']), stamp });
    expect(await placesIn(toFiles(zip))).toEqual([list]);
    expect(toFiles(zip).has(second)).toBe(true);
    expect(missing.map(({ failure }) => failure)).toEqual(['unreachable', 'unreachable']);
    expect((await verifyBytes(zip)).verdict).toBe('intact');
  });
});

/** Every byte when thorough; else one of so many, in no step with the structure. */
const step = isThorough ? 1 : 397;

it('no byte of the time-stamp in the last seal says anything else unnoticed', async () => {
  const files = await stampedFiles();
  const parts = decodeSignedData(get(files, lastSeal));
  const { timeStampToken: token = new Uint8Array() } = parts;
  const unnoticed: number[] = [];
  for (let at = 0; at < token.length; at += step) {
    const changed = token.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    const zip = toZip(new Map(files).set(lastSeal, putTogether(get(files, lastSeal), token, changed)));
    if ((await verifyBytes(zip)).verdict === 'intact') unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
  expect(encodeSignedData(parts)).toEqual(get(files, lastSeal));
});

/** The seal with these bytes in place of its token, which are as many. */
function putTogether(cms: Uint8Array, token: Uint8Array, changed: Uint8Array): Uint8Array {
  const copy = cms.slice();
  copy.set(changed, Buffer.from(cms).indexOf(token));
  return copy;
}

describe('a bundle that an earlier version made', () => {
  const reply = (at: string) => (imprint: Uint8Array) => replyAt(keys(), imprint, at);

  it('is intact with all time-stamps, or with those that its authority gave before it failed', async () => {
    for (const stamps of [
      { bag: reply(atExport), list: reply(atExport), last: reply(atExport) },
      { bag: reply(atExport), list: reply(atExport) },
      { bag: reply(atExport) },
      {},
    ]) {
      const report = await verifyBytes(await sealedWith(await olderFiles(), stamps));
      expect(report.findings.filter(({ severity }) => severity === 'failure')).toEqual([]);
      expect(report.verdict).toBe('intact');
    }
  });

  it('is intact when the computer’s clock was some hours ahead, and altered when it is a year', async () => {
    const sealed = async (at: string) =>
      sealedWith(await olderFiles(), { bag: reply(at), list: reply(at), last: reply(at) });
    const hours = await sealed('2026-03-03T15:06:10.250Z');
    expect((await verifyBytes(hours)).verdict).toBe('intact');
    expect(await codesAt(hours, lastSeal)).toContain('time-stamp.clock.before notice');
    expect((await verifyBytes(await sealed('2025-03-04T05:06:10.250Z'))).verdict).toBe('altered');
  });

  it('is intact with events that do not name the reply', async () => {
    const withoutDigest = (event: CustodyEvent) => {
      const { replySha256: _, ...detail } = event.detail;
      return { ...event, detail };
    };
    const report = await verifyBytes(await withEventsOf(events => events.map(withoutDigest)));
    expect(report.verdict).toBe('intact');
    expect(report.findings.filter(({ code }) => code === 'capture.stamped.match')).toHaveLength(2);
  });

  it('may lack a time-stamp that came while it was being made', async () => {
    const input = await stampedInput();
    const [first, ...others] = input.exhibits;
    if (first === undefined) throw new Error('a sample without exhibits');
    const { timeStamp: _, ...bare } = first;
    const zip = await withEventsOf(
      (events, stamped) => [...events.filter(each => each !== stamped), stamped],
      given => ({ ...given, exhibits: [bare, ...others] }),
    );
    const report = await verifyBytes(zip);
    expect(report.verdict).toBe('intact');
    expect(report.findings.map(({ code }) => code)).toContain('capture.stamped.late');
  });
});
