import { describe, expect, it } from 'vitest';
import { verifyBundles } from '../../src/bundle/verify/verify-group.ts';
import type { CustodyEvent } from '../../src/model/custody.ts';
import { instantSchema, sha256Schema } from '../../src/model/identifiers.ts';
import {
  linkEvents,
  newSigner,
  sampleCaseId,
  sampleInput,
  sampleZip,
  verifyBytes,
  verifyOptions,
  zipOf,
} from '../samples/bundle.ts';
import { bytesSource } from '../samples/bytes-source.ts';
import { holdingZip } from '../samples/received.ts';
import { eventsOf, withChainOf } from './time-stamped.ts';

const secondGroup = '5d1a4f38-0c7b-4a9e-8f53-6b2d3a9e1c03';

/** An export of the sample's case whose chain is another one, made by whoever has the key. */
async function exportWith(
  change: (events: readonly CustodyEvent[]) => readonly CustodyEvent[],
  how: { readonly exportedAt?: string; readonly isOther?: boolean } = {},
): Promise<Uint8Array> {
  const input = await sampleInput();
  const key = how.isOther ? await newSigner() : input.signer;
  const exportedAt = instantSchema.parse(how.exportedAt ?? '2026-03-06T05:06:08.123Z');
  const events = await linkEvents(change(eventsOf(input)));
  const { group } = input.caseRecord;
  const changed = withChainOf(input, events);
  return zipOf({
    ...changed,
    signer: key,
    caseRecord: {
      ...changed.caseRecord,
      exportedAt,
      group: { ...group, id: secondGroup },
      signerFingerprint: sha256Schema.parse(key.fingerprint),
    },
  });
}

/** The event that began the second export. */
function prepared(events: readonly CustodyEvent[], at = '2026-03-06T05:06:07.000Z'): CustodyEvent {
  const last = events.at(-1);
  if (last === undefined) throw new Error('a sample without events');
  return { ...last, at: instantSchema.parse(at), detail: { ...last.detail, groupId: secondGroup } };
}

const grown = (events: readonly CustodyEvent[]) => [...events, prepared(events)];
/** The first export never happened. */
const forked = (events: readonly CustodyEvent[]) => [...events.slice(0, -1), prepared(events)];

async function together(...zips: readonly Uint8Array[]) {
  const sources = zips.map((zip, index) => bytesSource(zip, `export-${index + 1}.zip`));
  return verifyBundles(sources, verifyOptions);
}

const ofCase = ({ group }: Awaited<ReturnType<typeof together>>) =>
  group.filter(({ subject }) => subject === sampleCaseId).map(({ code, severity }) => `${code} ${severity}`);

describe('two exports of one case', () => {
  it('are one chain and its beginning', async () => {
    const group = await together(await sampleZip(), await exportWith(grown));
    expect(group.verdict).toBe('intact');
    expect(ofCase(group)).toEqual(['group.custody.match success']);
  });

  it('fork: each is intact by itself, and together they are not', async () => {
    for (const zips of [
      [await sampleZip(), await exportWith(forked)],
      [await exportWith(forked), await sampleZip()],
    ]) {
      const group = await together(...zips);
      expect(group.reports.map(({ verdict }) => verdict)).toEqual(['intact', 'intact']);
      expect(ofCase(group)).toEqual(['group.custody.forked failure']);
      expect(group.verdict).toBe('altered');
      const [said] = group.group.filter(({ code }) => code === 'group.custody.forked');
      expect(said?.detail).toContain('Up to entry 7 ');
      expect(said?.detail).toMatch(/export-1\.zip.*export-2\.zip|export-2\.zip.*export-1\.zip/);
    }
  });

  it('fork from the first event on, after a longer chain was put back', async () => {
    const anew = (events: readonly CustodyEvent[]) =>
      [...events.slice(0, -1), prepared(events)].map((event, index) =>
        index === 0 ? { ...event, detail: { ...event.detail, again: true } } : event,
      );
    const group = await together(await exportWith(anew), await sampleZip(), await sampleZip());
    expect(ofCase(group)).toEqual(['group.custody.forked failure', 'group.custody.forked failure']);
    expect(group.group.find(({ code }) => code === 'group.custody.forked')?.detail).toContain(
      'from the start',
    );
  });

  it('by different keys are noted, by a clock that was set back too', async () => {
    const group = await together(
      await sampleZip(),
      await exportWith(grown, { exportedAt: '2026-03-01T05:06:08.123Z', isOther: true }),
    );
    expect(ofCase(group)).toEqual([
      'group.custody.backwards notice',
      'group.signer.differs notice',
      'group.custody.match success',
    ]);
  });
});

describe('received exports of one case', () => {
  it('that fork are told so, and what holds them is not altered by it', async () => {
    const report = await verifyBytes(await holdingZip([await sampleZip(), await exportWith(forked)]));
    expect(report.verdict).toBe('intact');
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'group.custody.forked', severity: 'notice', subject: sampleCaseId }),
    );
    for (const { path, report: inner } of report.received ?? []) {
      expect(inner.verdict).toBe('altered');
      expect(inner.findings).toContainEqual(
        expect.objectContaining({ code: 'group.custody.forked', subject: `${path}/${sampleCaseId}` }),
      );
    }
  });

  it('by another key accuse nobody', async () => {
    const report = await verifyBytes(
      await holdingZip([await sampleZip(), await exportWith(forked, { isOther: true })]),
    );
    expect(report.received?.map(each => each.report.verdict)).toEqual(['intact', 'intact']);
    expect(report.findings.find(({ code }) => code === 'group.custody.forked')?.severity).toBe('notice');
  });
});
