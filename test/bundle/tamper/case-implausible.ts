import { bagInfoText } from '../../../src/bundle/bag-info.ts';
import { textBytes } from '../../../src/bundle/layout.ts';
import type { CaseRecord } from '../../../src/model/case.ts';
import type { CustodyEntry } from '../../../src/model/custody.ts';
import { captureIdSchema } from '../../../src/model/identifiers.ts';
import type { ReceivedEntry } from '../../../src/model/received.ts';
import {
  captureIdOf,
  linkEvents,
  sampleCaseId,
  sampleInput,
  sampleSigner,
  zipOf,
} from '../../samples/bundle.ts';
import { entryOf, holdingZip } from '../../samples/received.ts';
import { eventsOf, withChainOf } from '../time-stamped.ts';
import { reseal, toFiles, toZip } from '../zip-surgery.ts';
import { getCase, type Row, setCase, zip } from './forgeries.ts';
import { diaryId, putIn, retold, row, storyZip } from './story.ts';
import { withTruePapers } from './true-papers.ts';

const caseFile = 'data/case.json';
const receivedFile = `data/${entryOf(zip).path}`;

/** The sample's case told otherwise, written anew as a whole. */
const told = (change: (record: CaseRecord) => object) => async () => {
  const input = await sampleInput();
  return zipOf({ ...input, caseRecord: change(input.caseRecord) as CaseRecord });
};

/** The story for a platform, notes and all. */
async function forPlatform(): Promise<Uint8Array> {
  const files = toFiles(
    await storyZip({ entries: retold('bundle.prepared', { recipient: 'platform' }, -1) }),
  );
  setCase(files, { ...getCase(files), recipient: 'platform' });
  const data = [...files].filter(([path]) => path.startsWith('data/'));
  const bytes = data.reduce((sum, [, each]) => sum + each.length, 0);
  const record = getCase(files) as unknown as CaseRecord;
  files.set('bag-info.txt', textBytes(bagInfoText(record, { bytes, files: data.length })));
  return toZip(await reseal(files, await sampleSigner()));
}

/** A case that was opened, by its chain, years before its key was made. */
async function backdated(): Promise<Uint8Array> {
  const input = await sampleInput();
  const openedAt = '2021-03-01T09:00:00.000Z' as CaseRecord['exportedAt'];
  const { signerFingerprint } = input.caseRecord;
  const events = eventsOf(input).map(event =>
    event.action === 'case.opened' ? { ...event, at: openedAt, detail: { signerFingerprint } } : event,
  );
  const { caseRecord, ...rest } = withChainOf(input, await linkEvents(events));
  return zipOf({ ...rest, caseRecord: { ...caseRecord, case: { ...caseRecord.case, openedAt } } });
}

async function reversed(): Promise<Uint8Array> {
  const input = await sampleInput();
  const exhibits = input.caseRecord.exhibits.toReversed();
  return zipOf({
    ...input,
    exhibits: input.exhibits.toReversed(),
    caseRecord: { ...input.caseRecord, exhibits },
  });
}

/** The second exhibit's volume before the first one's. */
async function volumesReversed(): Promise<Uint8Array> {
  const input = await sampleInput();
  const exhibits = input.caseRecord.exhibits.map((entry, index) => ({ ...entry, volume: 2 - index }));
  const group = { ...input.caseRecord.group, volumes: 2 };
  return zipOf({
    ...input,
    exhibits: input.exhibits.slice(1),
    caseRecord: { ...input.caseRecord, group, exhibits },
  });
}

async function laterPapers(): Promise<Uint8Array> {
  const input = await withTruePapers(papers => papers.set('HOW-TO-VERIFY.txt', 'Run the program.\n'));
  return zipOf({ ...input, caseRecord: { ...input.caseRecord, wording: 99_999 } });
}

const received = (change: (entry: ReceivedEntry) => object) => () =>
  holdingZip([zip], { entry: entry => ({ ...entry, ...change(entry) }) });

const within = (entry: Partial<CustodyEntry>) => ({ entries: putIn(6, entry) });
const ofFirst = {
  caseId: sampleCaseId,
  captureId: captureIdSchema.parse(captureIdOf(1)),
};

/** By somebody who has the key: a case of which each part could be, and the whole could not. */
export const caseImplausible: readonly Row[] = [
  // The chain.
  row(
    'a look at no exhibit',
    within({ action: 'exhibit.viewed', detail: {} }),
    'custody.subject.unnamed',
    'custody.jsonl:7',
  ),
  row(
    'an erasure of nothing',
    within({ action: 'exhibit.erased', detail: { reason: 'It was wrong.' } }),
    'custody.subject.unnamed',
    'custody.jsonl:7',
  ),
  row(
    'a working copy without a number',
    within({ action: 'copy.made', subject: ofFirst, detail: {} }),
    'custody.subject.unnamed',
    'custody.jsonl:7',
  ),
  row(
    'a received file without a number',
    within({ action: 'bundle.received', detail: { officer: 'PC 1 Doe' } }),
    'custody.subject.unnamed',
    'custody.jsonl:7',
  ),
  row(
    'an export that ended and is not said to be one',
    within({ action: 'bundle.stopped', detail: { reason: 'The police took it.' } }),
    'custody.subject.unnamed',
    'custody.jsonl:7',
  ),
  row(
    'a diary that is said to be about an exhibit',
    {
      entries: entries =>
        entries.map(entry => (entry.action === 'diary.written' ? { ...entry, subject: ofFirst } : entry)),
    },
    'custody.subject.strange',
    'custody.jsonl:6',
  ),
  row(
    'words in the place of the files that were given out',
    { entries: retold('bundle.exported', { volumes: ['Handed to PC Doe, who found it intact'] }) },
    'custody.detail.strange',
    'custody.jsonl:11',
  ),
  row(
    'words in the place of an answer',
    { entries: retold('bundle.prepared', { vulnerabilityTold: 'as the law wants it' }, -1) },
    'custody.detail.strange',
    'custody.jsonl:15',
  ),
  row(
    'a number in the place of an outcome',
    { entries: retold('capture.committed', { outcome: 7 }, 1) },
    'custody.detail.strange',
    'custody.jsonl:3',
  ),
  [
    'a case that was opened before its key was made',
    backdated,
    'signer.history.early',
    'custody.jsonl:1',
    'intact',
  ],
  // The record of the case.
  row(
    'a note whose first version stands last',
    { notes: notes => notes.map(note => ({ ...note, versions: note.versions.toReversed() })) },
    'case.note.disordered',
    `diary ${diaryId}`,
  ),
  ['what people wrote, for a platform', forPlatform, 'case.recipient.contradicted', caseFile],
  [
    'words beside the version of the program',
    told(record => ({ ...record, software: { ...record.software, version: '0.1.0, certified' } })),
    'case.software.impossible',
    caseFile,
  ],
  [
    'a thousand million volumes',
    told(record => ({ ...record, group: { ...record.group, volumes: 1_000_000_000 } })),
    'case.volume.unfilled',
    caseFile,
  ],
  ['volumes that are not filled in order', volumesReversed, 'case.volume.disordered', caseFile],
  ['exhibits in another order', reversed, 'case.exhibits.disordered', caseFile, 'intact'],
  ['papers of a version that is to come', laterPapers, 'paper.edition.later', caseFile, 'intact'],
  // What was received.
  [
    'a received file with the title of another',
    received(() => ({ title: 'Another case' })),
    'received.description.mismatch',
    receivedFile,
  ],
  [
    'a received file by somebody else',
    received(() => ({ signerFingerprint: '9'.repeat(64) })),
    'received.description.mismatch',
    receivedFile,
  ],
  [
    'a received file with exhibits that it does not hold',
    received(() => ({ exhibits: [{ reference: 'ZZZ/9', account: 'somebody_else' }] })),
    'received.description.mismatch',
    receivedFile,
  ],
  [
    'a received file that is called intact beside what failed',
    received(({ counts }) => ({ counts: { ...counts, failure: 12 } })),
    'received.verdict.contradicted',
    receivedFile,
  ],
  [
    'a received file that was checked after it was kept',
    received(() => ({ checkedAt: '2031-01-01T00:00:00.000Z' })),
    'custody.time.mismatch',
    receivedFile,
  ],
];
