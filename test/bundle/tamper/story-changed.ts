import type { CaptureRecord } from '../../../src/model/capture.ts';
import { type CustodyEntry, custodyActionSchema } from '../../../src/model/custody.ts';
import { exhibitReference } from '../../../src/model/exhibit.ts';
import { instantSchema } from '../../../src/model/identifiers.ts';
import { captureIdOf, groupId, sampleInput } from '../../samples/bundle.ts';
import { holdingZip, entryOf as receivedEntry, factsOf as receivedFacts } from '../../samples/received.ts';
import { type CaseJson, type Row, record1, withChain, zip } from './forgeries.ts';
import {
  changed,
  copyId,
  diaryId,
  earlierGroup,
  putIn,
  retold,
  row,
  storyZip,
  underAnotherNumber,
} from './story.ts';

const chain = 'data/custody.jsonl';
const caseFile = 'data/case.json';
const instant = (text: string) => instantSchema.parse(text);
const nobodys = 'a'.repeat(64);
const { 'exhibit.erased': erased, 'exhibit.viewed': viewed } = custodyActionSchema.enum;

/** What the events say that cannot have happened like that. */
const impossibleOrder: readonly Row[] = [
  row(
    'a chain without its opening',
    { entries: entries => entries.slice(1) },
    'custody.opening.missing',
    'custody.jsonl:1',
  ),
  row(
    'a case opened a second time',
    { entries: putIn(4, { action: 'case.opened', detail: {} }) },
    'custody.opening.repeated',
    'custody.jsonl:5',
  ),
  row(
    'every event at one moment',
    { entries: entries => entries.map(entry => ({ ...entry, at: instant('2026-03-04T05:06:07.000Z') })) },
    'custody.time.standstill',
    chain,
  ),
  [
    'the sample’s events at one moment',
    () =>
      withChain(
        events => events.map(event => ({ ...event, at: instant('2026-03-04T05:06:07.000Z') })),
        'link and name',
      ),
    'custody.time.standstill',
    chain,
  ],
  row(
    'the export prepared before anything was recorded',
    { entries: entries => [entries.slice(0, 1), entries.slice(-1), entries.slice(1, -1)].flat() },
    'custody.prepared.unknown',
    'custody.jsonl:2',
  ),
  row(
    'the export prepared first of all',
    { entries: entries => [...entries.slice(-1), ...entries.slice(0, -1)] },
    'custody.opening.missing',
    'custody.jsonl:1',
  ),
  row(
    'an exhibit looked at before it was recorded',
    { entries: putIn(1, { action: viewed, ...about(1), detail: {} }) },
    'custody.exhibit.unknown',
    'custody.jsonl:2',
  ),
  row(
    'an exhibit looked at after it was erased',
    { entries: putIn(-1, { action: viewed, ...about(2), detail: {} }) },
    'custody.exhibit.erased',
    'custody.jsonl:15',
  ),
  row(
    'an exhibit erased twice',
    { entries: putIn(-1, { action: erased, ...about(2), detail: { reason: '' } }) },
    'custody.exhibit.erased',
    'custody.jsonl:15',
  ),
  row(
    'an exhibit recorded twice',
    {
      entries: putIn(-1, { action: 'capture.committed', ...about(3), detail: { recordSha256: nobodys } }),
    },
    'custody.exhibit.repeated',
    'custody.jsonl:15',
  ),
  row(
    'one record kept under two numbers',
    { entries: retold('capture.committed', { recordSha256: '1'.repeat(64) }, 2) },
    'custody.exhibit.repeated',
    'custody.jsonl:12',
  ),
  row(
    'an event that gives an exhibit another number',
    { entries: changed(viewed, ({ subject }) => ({ subject: { ...subject, ...about(7, 3).subject } })) },
    'custody.exhibit.mismatch',
    'custody.jsonl:13',
  ),
  row(
    'an erasure of another record',
    { entries: retold(erased, { recordSha256: nobodys }) },
    'custody.exhibit.mismatch',
    'custody.jsonl:14',
  ),
  row(
    'a time-stamp of another record',
    { entries: putIn(-1, { action: 'capture.stamped', ...about(3), detail: { recordSha256: nobodys } }) },
    'custody.exhibit.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'a recording without a number',
    {
      entries: changed('capture.committed', ({ subject: { reference: _, ...subject } }) => ({ subject }), 1),
    },
    'custody.exhibit.unnamed',
    'custody.jsonl:3',
  ),
  row(
    'somebody looked again at what was never recorded',
    {
      entries: putIn(-1, {
        action: 'exhibit.looked-at-again',
        detail: { noteId: copyId, version: 1, captureId: captureIdOf(9), sha256: nobodys },
      }),
    },
    'custody.exhibit.unknown',
    'custody.jsonl:15',
  ),
  row(
    'a gap in the numbers that nothing explains',
    {
      entries: entries => entries.filter(({ subject }) => subject.reference !== 'ABC/2'),
      record: record => ({ ...record, absent: [] }),
    },
    'custody.number.gap',
    'custody.jsonl:11',
  ),
  row(
    'numbers that do not begin with the first',
    {
      entries: entries => entries.filter(({ subject }) => subject.reference !== 'ABC/1'),
      record: record => ({ ...record, exhibits: record.exhibits.slice(1) }),
    },
    'custody.number.gap',
    'custody.jsonl:2',
  ),
  row(
    'a number that was given before',
    {
      entries: changed(
        'capture.committed',
        ({ subject }) => ({ subject: { ...subject, ...about(1, 2).subject } }),
        1,
      ),
    },
    'custody.number.repeated',
    'custody.jsonl:3',
  ),
  row(
    'a working copy erased that was never made',
    {
      entries: putIn(-1, {
        action: 'copy.erased',
        ...about(1),
        detail: { copyId: diaryId, copySha256: nobodys, reason: '' },
      }),
    },
    'custody.copy.unknown',
    'custody.jsonl:15',
  ),
  row(
    'a working copy erased as another',
    { entries: putIn(-1, { action: 'copy.erased', ...about(1), detail: { copyId, copySha256: nobodys } }) },
    'custody.copy.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'a working copy made twice',
    { entries: putIn(-1, { action: 'copy.made', ...about(1), detail: { copyId } }) },
    'custody.copy.repeated',
    'custody.jsonl:15',
  ),
  row(
    'a note that lacks its first version',
    { entries: entries => entries.toSpliced(5, 1), notes: ([first, ...rest]) => [onlyLast(first), ...rest] },
    'custody.note.disordered',
    'custody.jsonl:6',
  ),
  row(
    'a note that became one of another kind',
    { entries: changed('diary.written', () => ({ action: 'order.described' }), 1) },
    'custody.note.mismatch',
    'custody.jsonl:7',
  ),
  row(
    'a note erased that was never written',
    {
      entries: putIn(-1, { action: 'note.erased', detail: { noteId: copyId, attached: [], versions: 1 } }),
    },
    'custody.note.unknown',
    'custody.jsonl:15',
  ),
  row(
    'a note erased with fewer versions than there were',
    {
      entries: putIn(-1, { action: 'note.erased', detail: { noteId: diaryId, attached: [], versions: 1 } }),
      notes: notes => notes.slice(1),
    },
    'custody.note.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'a received file erased that never came',
    { entries: putIn(-1, { action: 'received.erased', detail: { receivedId: diaryId, reason: '' } }) },
    'custody.received.unknown',
    'custody.jsonl:15',
  ),
  row(
    'a log put back from a backup',
    { entries: putIn(-1, { action: 'log.restored', detail: {} }) },
    'custody.log.restored',
    'custody.jsonl:15',
    'intact',
  ),
];

/** Who is said to have acted, and with which key. */
const otherActors: readonly Row[] = [
  row(
    'another actor in every event',
    { entries: entries => entries.map(entry => ({ ...entry, actor: 'D. Other (ABC)' })) },
    'custody.actor.mismatch',
    chain,
  ),
  [
    'another actor in every event of the sample',
    () => withChain(events => events.map(event => ({ ...event, actor: 'D. Other' })), 'link and name'),
    'custody.actor.mismatch',
    chain,
  ],
  row(
    'another actor in one event',
    { entries: changed(viewed, () => ({ actor: 'D. Other (DO)' })) },
    'custody.actor.changed',
    'custody.jsonl:13',
  ),
  row(
    'another actor from the middle on, and in the case',
    {
      entries: entries =>
        entries.map((entry, index) => (index < 6 ? entry : { ...entry, actor: 'D. Other (ABC)' })),
      record: record => withProducer(record, { initials: 'ABC', name: 'D. Other' }),
    },
    'custody.actor.changed',
    'custody.jsonl:7',
  ),
  row(
    'another person in the case than in the chain',
    { record: record => withProducer(record, { initials: 'ABC', name: 'D. Other' }) },
    'case.description.mismatch',
    caseFile,
  ),
  row(
    'another title in the case than in the chain',
    { record: record => ({ ...record, case: { ...(record['case'] as object), title: 'Other messages' } }) },
    'case.description.mismatch',
    caseFile,
  ),
  row(
    'an exhibit with the initials of somebody else',
    { entries: changed('capture.committed', () => ({ actor: 'A. B. Carter (AC)' })) },
    'custody.initials.mismatch',
    'custody.jsonl:2',
  ),
  row(
    'an actor whom the log did not know',
    { entries: changed(viewed, () => ({ actor: 'not known' })) },
    'custody.actor.not-known',
    chain,
    'intact',
  ),
];

/** What the chain says of exports, and what the record lists. */
const otherExports: readonly Row[] = [
  row(
    'an export for somebody else',
    { entries: retold('bundle.prepared', { recipient: 'platform' }, -1) },
    'custody.recipient.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'a case that names no recipient any more',
    { record: ({ recipient: _, ...record }: CaseJson) => record },
    'custody.recipient.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'an export of fewer exhibits',
    { entries: retold('bundle.prepared', { references: ['ABC/3'], absent: ['ABC/1', 'ABC/2'] }, -1) },
    'custody.exhibits.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'an export that names one exhibit nowhere',
    { entries: retold('bundle.prepared', { references: ['ABC/3'] }, -1) },
    'custody.prepared.left-out',
    'custody.jsonl:15',
  ),
  row(
    'an earlier export that names one exhibit nowhere',
    { entries: retold('bundle.prepared', { references: ['ABC/2'] }) },
    'custody.prepared.left-out',
    'custody.jsonl:10',
  ),
  row(
    'an export of exhibits that were never recorded',
    { entries: retold('bundle.prepared', { references: ['ABC/1', 'ABC/3', 'ABC/4'] }, -1) },
    'custody.prepared.unknown',
    'custody.jsonl:15',
  ),
  row(
    'an export that names one exhibit twice',
    { entries: retold('bundle.prepared', { absent: ['ABC/2', 'ABC/2'] }, -1) },
    'custody.prepared.repeated',
    'custody.jsonl:15',
  ),
  row(
    'an export that gives out what had been erased',
    { entries: retold('bundle.prepared', { references: ['ABC/1', 'ABC/2', 'ABC/3'], absent: [] }, -1) },
    'custody.prepared.erased',
    'custody.jsonl:15',
  ),
  row(
    'an export that does not say of what',
    { entries: retold('bundle.prepared', { references: undefined }, -1) },
    'custody.prepared.unnamed',
    'custody.jsonl:15',
  ),
  row(
    'every exhibit gone from the case',
    { record: record => ({ ...record, exhibits: [] }), files: withoutExhibits },
    'custody.exhibits.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'every exhibit gone from case and chain',
    {
      entries: entries =>
        entries
          .filter(({ subject }) => subject.reference === undefined)
          .map(entry =>
            entry.action === 'bundle.prepared'
              ? { ...entry, detail: { ...entry.detail, references: [], absent: [] } }
              : entry,
          ),
      record: record => ({ ...record, exhibits: [], absent: [] }),
      files: withoutExhibits,
    },
    'case.volume.empty',
    caseFile,
  ),
  row(
    'every exhibit gone from case and chain, but for the event of the export',
    {
      entries: entries => entries.filter(({ subject }) => subject.reference === undefined),
      record: record => ({ ...record, exhibits: [], absent: [] }),
      files: withoutExhibits,
    },
    'custody.prepared.unknown',
    'custody.jsonl:7',
  ),
  row(
    'an exhibit said not to have been chosen',
    {
      record: record => ({
        ...record,
        exhibits: record.exhibits.slice(0, 1),
        absent: [...record.absent, { reference: 'ABC/3', captureId: captureIdOf(3), reason: 'not-chosen' }],
      }),
      files: files => withoutExhibits(files, 'ABC_3'),
    },
    'custody.exhibits.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'an exhibit that was not chosen and never recorded',
    {
      record: record => ({
        ...record,
        absent: [...record.absent, { reference: 'ABC/4', captureId: captureIdOf(4), reason: 'not-chosen' }],
      }),
    },
    'exhibit.absent.unexplained',
    'ABC/4',
  ),
  row(
    'an absent exhibit under another number',
    {
      record: record => ({
        ...record,
        absent: record.absent.map(absent => ({ ...absent, reference: 'ABC/4' })),
      }),
    },
    'exhibit.absent.unexplained',
    'ABC/4',
  ),
  row(
    'a complete export with a damaged exhibit',
    {
      record: record => ({
        ...record,
        exhibits: record.exhibits.slice(0, 1),
        absent: [...record.absent, { reference: 'ABC/3', captureId: captureIdOf(3), reason: 'damaged' }],
      }),
      files: files => withoutExhibits(files, 'ABC_3'),
    },
    'case.outcome.contradicted',
    caseFile,
  ),
  row(
    'pictures that the chain says were held back',
    { entries: retold('bundle.prepared', { heldBack: ['ABC/1'] }, -1) },
    'custody.held-back.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'a working copy that the chain says was given out',
    { entries: retold('bundle.prepared', { workingCopies: [`ABC/1 ${'2'.repeat(64)}`] }, -1) },
    'custody.copies.mismatch',
    'custody.jsonl:15',
  ),
  row(
    'a paper that the chain says was left out',
    { entries: retold('bundle.prepared', { documentsLeftOut: ['report.html'] }, -1) },
    'custody.document.present',
    'data/report.html',
  ),
  row(
    'a folder that the chain says was left out',
    { entries: retold('bundle.prepared', { documentsLeftOut: ['exhibits/ABC_3/'] }, -1) },
    'custody.document.present',
    'data/exhibits/ABC_3/text.txt',
  ),
  row(
    'a bundle whose own making is said to have ended',
    { entries: putIn(15, { action: 'bundle.exported', detail: { groupId, volumes: [] } }) },
    'custody.bundle.ended',
    'custody.jsonl:16',
  ),
  row(
    'a bundle whose own making is said to have been stopped',
    { entries: putIn(15, { action: 'bundle.stopped', detail: { groupId, reason: '' } }) },
    'custody.bundle.ended',
    'custody.jsonl:16',
  ),
  row(
    'an export begun twice',
    { entries: retold('bundle.prepared', { groupId }) },
    'custody.export.repeated',
    'custody.jsonl:15',
  ),
  row(
    'an export ended that was never begun',
    { entries: entries => entries.toSpliced(9, 1) },
    'custody.export.unprepared',
    'custody.jsonl:10',
  ),
  row(
    'an export ended twice',
    { entries: putIn(11, { action: 'bundle.stopped', detail: { groupId: earlierGroup, reason: '' } }) },
    'custody.export.repeated',
    'custody.jsonl:12',
  ),
];

/** When it is said to have happened: in the record, and in the chain. */
const otherTimes: readonly Row[] = [
  row(
    'a recording finished before it was begun',
    { capture: times('2026-03-01T10:00:02.000Z', '2026-03-01T10:00:01.000Z', '2026-03-01T10:00:00.000Z') },
    'capture.time.impossible',
    record1,
  ),
  row(
    'a picture taken before the recording was begun',
    { capture: times('2026-03-01T10:00:00.000Z', '2026-03-01T09:30:00.000Z', '2026-03-01T10:00:02.000Z') },
    'capture.time.impossible',
    record1,
  ),
  row(
    'a picture taken after the recording was finished',
    { capture: times('2026-03-01T10:00:00.000Z', '2026-03-01T10:30:00.000Z', '2026-03-01T10:00:02.000Z') },
    'capture.time.impossible',
    record1,
  ),
  row(
    'a recording of 2019 that the chain has in 2026',
    { capture: times('2019-03-01T10:00:00.000Z', '2019-03-01T10:00:01.000Z', '2019-03-01T10:00:02.000Z') },
    'custody.time.mismatch',
    'ABC/1',
  ),
  row(
    'a recording begun in 2019, before there was a case',
    { capture: times('2019-03-01T10:00:00.000Z', '2026-03-01T10:00:01.000Z', '2026-03-01T10:00:02.000Z') },
    'custody.time.mismatch',
    'ABC/1',
  ),
  row(
    'a recording of a month that was to come',
    { capture: times('2026-04-01T10:00:00.000Z', '2026-04-01T10:00:01.000Z', '2026-04-01T10:00:02.000Z') },
    'custody.time.mismatch',
    'ABC/1',
  ),
  row(
    'a recording that was kept hours later',
    { entries: changed('capture.committed', () => ({ at: instant('2026-03-01T20:00:00.000Z') })) },
    'custody.time.apart',
    'ABC/1',
    'intact',
  ),
  row(
    'an export of 2031',
    { record: record => ({ ...record, exportedAt: '2031-03-04T05:06:08.123Z' }) },
    'custody.time.mismatch',
    caseFile,
  ),
  row(
    'an export two days after it was begun',
    {
      entries: changed('bundle.prepared', () => ({ at: instant('2026-03-03T13:00:00.000Z') }), -1),
      record: record => ({ ...record, exportedAt: '2026-03-05T13:00:00.000Z' }),
    },
    'custody.time.mismatch',
    caseFile,
  ),
  row(
    'an export made before it was begun',
    { entries: changed('bundle.prepared', () => ({ at: instant('2026-04-04T05:06:07.000Z') }), -1) },
    'custody.time.mismatch',
    caseFile,
  ),
  row(
    'a chain that goes on long after the export',
    { entries: afterwards },
    'custody.time.mismatch',
    caseFile,
  ),
  row(
    'a case opened at another time',
    { entries: changed('case.opened', () => ({ at: instant('2020-03-01T09:00:00.000Z') })) },
    'custody.time.mismatch',
    caseFile,
  ),
  row(
    'words written in another year',
    {
      exhibits: exhibits =>
        exhibits.map(exhibit => ({
          ...exhibit,
          entry: {
            ...exhibit.entry,
            words: exhibit.entry.words.map(version => ({
              ...version,
              writtenAt: instant('2025-03-02T10:00:00.000Z'),
            })),
          },
        })),
    },
    'custody.time.mismatch',
    'ABC/1 words 1',
  ),
  row(
    'a diary written in another year',
    {
      notes: ([first, ...rest]) => [
        {
          ...first,
          versions: first?.versions.map(each => ({ ...each, writtenAt: '2025-03-02T12:00:00.000Z' })),
        },
        ...rest,
      ],
    },
    'custody.time.mismatch',
    `diary ${diaryId} version 1`,
  ),
  row(
    'an erasure in another year',
    {
      record: record => ({
        ...record,
        absent: record.absent.map(absent => ({ ...absent, at: '2025-03-03T12:00:00.000Z' })),
      }),
    },
    'custody.time.mismatch',
    'ABC/2',
  ),
  row(
    'a recording that took days',
    {
      capture: times('2026-03-01T10:00:00.000Z', '2026-03-04T10:00:01.000Z', '2026-03-04T10:00:02.000Z'),
      entries: changed('capture.committed', () => ({ at: instant('2026-03-04T10:00:02.000Z') })),
    },
    'capture.time.long',
    record1,
    'intact',
  ),
];

/** What a recording says of itself. */
const otherRecordings: readonly Row[] = [
  ['one recording under two numbers', () => twice(), 'exhibit.recording.repeated', 'ABC/4'],
  [
    'one recording under two numbers, its time moved',
    () => twice(times('2026-03-03T13:00:00.000Z', '2026-03-03T13:00:01.000Z', '2026-03-03T13:00:02.000Z')),
    'exhibit.recording.alike',
    'ABC/4',
    'intact',
  ],
  row(
    'a complete recording of a post, without the post',
    { capture: ({ post: _, ...record }) => record },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a complete recording of a post, without its picture',
    { capture: record => ({ ...withoutFiles(record, 'screenshot-post'), compositions: [] }) },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a complete recording without any file',
    { capture: record => ({ ...record, artifacts: [], compositions: [] }), files: withoutFilesOf1 },
    'capture.artifacts.empty',
    record1,
  ),
  row(
    'a complete recording of no page',
    { capture: ({ page: _, ...record }) => record },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a complete recording of no time',
    { capture: ({ clocks: _, ...record }) => record },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a complete recording in which nothing was done',
    { capture: record => ({ ...record, steps: [] }) },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a complete recording that left its pictures out',
    {
      capture: record => ({
        ...record,
        steps: [...record.steps, { step: 'tiles', outcome: 'skipped', reason: 'It was not needed.' }],
      }),
    },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a copy that was made and is not listed',
    {
      capture: record => ({
        ...withoutFiles(record, 'page-snapshot'),
        steps: [...record.steps, { step: 'snapshot', outcome: 'done' }],
      }),
      files: files => void files.delete('data/exhibits/ABC_1/page.html'),
    },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a step that failed, in a complete recording',
    {
      capture: record => ({
        ...record,
        steps: [...record.steps, { step: 'snapshot', outcome: 'failed', reason: 'No answer.' }],
      }),
    },
    'capture.outcome.contradicted',
    record1,
  ),
  row(
    'a step that ended twice',
    { capture: record => ({ ...record, steps: [...record.steps, { step: 'guard', outcome: 'done' }] }) },
    'capture.steps.duplicate',
    record1,
  ),
  row(
    'a chain that calls the recording partial',
    { entries: retold('capture.committed', { outcome: 'partial' }) },
    'exhibit.commit.contradicted',
    'ABC/1',
  ),
  row(
    'a chain that counts other files',
    { entries: retold('capture.committed', { artifacts: 9 }) },
    'exhibit.commit.contradicted',
    'ABC/1',
  ),
  row(
    'a chain that has the record’s digest under another name',
    {
      entries: changed('capture.committed', ({ detail: { recordSha256 = '', ...detail } }) => ({
        detail: { ...detail, sha256: recordSha256 },
      })),
    },
    'exhibit.commit.mismatch',
    'ABC/1',
  ),
];

/** What people wrote and received. */
const otherNotes: readonly Row[] = [
  row(
    'a note that the chain says was erased',
    {
      entries: putIn(-1, { action: 'note.erased', detail: { noteId: diaryId, attached: [], versions: 2 } }),
    },
    'case.note.erased',
    `diary ${diaryId} version 1`,
  ),
  row(
    'a note that stands in the record twice',
    { notes: notes => [...notes, ...notes.slice(0, 1)] },
    'case.note.duplicate',
    `diary ${diaryId} version 1`,
  ),
  row(
    'another officer in the chain than in the note',
    { entries: retold('session.opened', { officer: 'PC, D. Other, 2, Some Force' }) },
    'case.note.contradicted',
    'session 5b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a92 version 1',
  ),
  row(
    'another case number in the chain than in the note',
    { entries: retold('session.opened', { caseReference: '43/1' }) },
    'case.note.contradicted',
    'session 5b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a92 version 1',
  ),
  row(
    'a diary that the chain calls a contact with the police',
    {
      entries: entries =>
        entries.map(entry =>
          entry.action === 'diary.written' ? { ...entry, action: 'police.contacted' as const } : entry,
        ),
    },
    'case.note.contradicted',
    `diary ${diaryId} version 1`,
  ),
  [
    'a received file taken in by another officer',
    () =>
      holdingZip([zip], {
        detail: entry => ({ ...receivedFacts(entry), officer: entry.officer, verdict: entry.verdict }),
        entry: entry => ({ ...entry, officer: 'PC 2 Roe' }),
      }),
    'received.event.contradicted',
    `data/${receivedEntry(zip).path}`,
  ],
  [
    'a received file that the chain calls altered',
    () => holdingZip([zip], { detail: entry => ({ ...receivedFacts(entry), verdict: 'altered' }) }),
    'received.event.contradicted',
    `data/${receivedEntry(zip).path}`,
  ],
  [
    'a received file kept in another year',
    () => holdingZip([zip], { entry: entry => ({ ...entry, keptAt: '2025-03-02T08:02:00.000Z' }) }),
    'custody.time.mismatch',
    `data/${receivedEntry(zip).path}`,
  ],
];

/** By somebody who has the key and makes every digest anew: chain, record and files must still tell one story. */
export const storyChanged: readonly Row[] = [
  ...impossibleOrder,
  ...otherActors,
  ...otherExports,
  ...otherTimes,
  ...otherRecordings,
  ...otherNotes,
];

function about(number: number, capture = number) {
  const captureId = captureIdOf(capture);
  return {
    subject: {
      caseId: '0b0c7a52-7a3e-4f61-9a39-2f5f2d0f7a01' as CustodyEntry['subject']['caseId'],
      captureId,
      reference: exhibitReference('ABC', number),
    },
  };
}

function times(startedAt: string, capturedAt: string, completedAt: string) {
  return (record: CaptureRecord) => ({
    ...record,
    ...{ startedAt, completedAt },
    clocks: { zone: 'Europe/London', offsetMinutes: 0, capturedAt },
  });
}

/** An event long after the export, as the last. */
function afterwards(entries: readonly CustodyEntry[]): readonly CustodyEntry[] {
  const at = instant('2026-05-04T05:06:07.000Z');
  return [
    ...entries,
    ...entries.slice(-1).map(entry => ({ ...entry, action: viewed, ...about(3), detail: {}, at })),
  ];
}

/** The first recording a second time, as a fourth exhibit that the chain tells of. */
async function twice(change?: (record: CaptureRecord) => object): Promise<Uint8Array> {
  const [first] = (await sampleInput()).exhibits;
  if (first === undefined) throw new Error('a sample without exhibits');
  const again = await underAnotherNumber(first, 4, change);
  const { outcome, scope, artifacts, completedAt } = again.record;
  const { recordSha256 } = again.entry;
  const committed = {
    ...{ action: 'capture.committed' as const, at: completedAt, ...about(4) },
    detail: { recordSha256, outcome, scope, artifacts: artifacts.length },
  };
  const references = ['ABC/1', 'ABC/3', 'ABC/4'];
  return storyZip({
    exhibits: exhibits => [...exhibits, again],
    entries: entries => retold('bundle.prepared', { references }, -1)(putIn(-1, committed)(entries)),
  });
}

function onlyLast(note: { readonly versions: readonly object[] } | undefined) {
  return { ...note, versions: note?.versions.slice(-1) };
}

function withProducer(record: CaseJson, producer: object): object {
  return { ...record, case: { ...(record['case'] as object), producer } };
}

function withoutExhibits(files: Map<string, Uint8Array>, folder = ''): void {
  for (const name of [...files.keys()]) if (name.startsWith(`data/exhibits/${folder}`)) files.delete(name);
}

function withoutFiles(record: CaptureRecord, role: string): CaptureRecord {
  return { ...record, artifacts: record.artifacts.filter(artifact => artifact.role !== role) };
}

function withoutFilesOf1(files: Map<string, Uint8Array>): void {
  for (const name of [...files.keys()])
    if (name.startsWith('data/exhibits/ABC_1/') && name !== record1) files.delete(name);
}
