import type { CustodyEntry } from '../../../src/model/custody.ts';
import type { FindingCode } from '../../../src/model/finding-codes.ts';
import { sampleZip } from '../../samples/bundle.ts';
import { entryOf, factsOf, holdingZip } from '../../samples/received.ts';
import type { Row } from './forgeries.ts';
import { putIn, retold, type StoryChanges, storyZip } from './story.ts';

const receivedId = '7f3c0d52-1111-4222-8333-000000000009';
const lost = { receivedId, name: 'from-a-friend.zip', sha256: '4'.repeat(64) };
/** Where the event of the receipt stands in the story, and how findings name it. */
const [place, line] = [5, 'custody.jsonl:6'] as const;

type Entries = (entries: readonly CustodyEntry[]) => readonly CustodyEntry[];
const through =
  (...changes: readonly Entries[]): Entries =>
  entries =>
    changes.reduce((changed, change) => change(changed), entries);

const receipt = putIn(place, { action: 'bundle.received', detail: { ...lost, size: 9 } });
const erasure = putIn(place + 1, { action: 'received.erased', detail: { receivedId, reason: '' } });
const going = (received: string[], more = {}) => retold('bundle.prepared', { received, ...more }, -1);

/** A case that received a file which its log has lost, and whose last export says that no received file goes. */
const receivedOnce = through(receipt, going([]));

const saying = (files: readonly object[], more: object = {}) => ({
  caseRecord: { outcome: 'incomplete', lostReceived: files, ...more },
});

const row = (
  what: string,
  changes: StoryChanges,
  code: FindingCode,
  subject: string,
  verdict?: 'incomplete' | 'intact',
): Row => {
  const alter = () => storyZip(changes);
  return verdict === undefined ? [what, alter, code, subject] : [what, alter, code, subject, verdict];
};

/** A bundle with a received file in it, which its chain says goes, and of which its record says this. */
async function holding(record: object, received = [entryOf(new Uint8Array()).id]): Promise<Uint8Array> {
  return holdingZip([await sampleZip()], {
    detail: entry => ({ ...factsOf(entry), name: entry.name }),
    prepared: { received },
    change: input => ({ ...input, caseRecord: { ...input.caseRecord, ...record } }),
  });
}

/** The file of {@link holding} as somebody calls it lost. */
async function heldCalledLost(): Promise<Uint8Array> {
  const { id, name, sha256 } = entryOf(await sampleZip());
  return holding({ outcome: 'incomplete', lostReceived: [{ receivedId: id, name, sha256 }] });
}

const notLost = 'received.entry.not-lost';
const named = `received file ${receivedId}`;

/** What is said to be lost of received files, and is not; and what is lost of them and not said to be. */
export const lostReceived: readonly Row[] = [
  row(
    'a received file that is lost, and called so',
    { entries: receivedOnce, ...saying([lost]) },
    'received.entry.unreadable',
    line,
    'incomplete',
  ),
  row(
    'a received file that is left out, by a version whose chain does not say which go',
    { entries: receipt },
    'received.entry.left-out',
    line,
    'intact',
  ),
  row(
    'a received file that is gone and not called lost',
    { entries: receivedOnce },
    'received.entry.missing',
    line,
  ),
  row(
    'a received file that is called lost twice',
    { entries: receivedOnce, ...saying([lost, lost]) },
    notLost,
    named,
  ),
  row('a received file that never came and is called lost', saying([lost]), notLost, named),
  row(
    'a received file that was erased and is called lost',
    { entries: through(receipt, erasure, going([])), ...saying([lost]) },
    notLost,
    named,
  ),
  row(
    'a received file that was left out and is called lost',
    {
      entries: through(receipt, going([], { documentsLeftOut: [`received/${'4'.repeat(16)}/`] })),
      ...saying([lost]),
    },
    notLost,
    named,
  ),
  row(
    'a received file that is called lost under another name',
    { entries: receivedOnce, ...saying([{ ...lost, name: 'nothing-of-note.zip' }]) },
    notLost,
    named,
  ),
  row(
    'a received file that is called lost with another digest',
    { entries: receivedOnce, ...saying([{ ...lost, sha256: '5'.repeat(64) }]) },
    'received.entry.missing',
    line,
  ),
  [
    'a received file that is called lost and is here',
    heldCalledLost,
    notLost,
    `received file ${entryOf(new Uint8Array()).id}`,
  ],
  row(
    'a case called complete of which a received file is lost',
    { entries: receivedOnce, ...saying([lost], { outcome: 'complete' }) },
    'case.outcome.contradicted',
    'data/case.json',
  ),
  row(
    'a received file called lost where nothing of others was given out',
    { entries: receivedOnce, ...saying([lost], { notes: undefined }) },
    notLost,
    named,
  ),
  row(
    'a received file called lost to a platform',
    {
      entries: through(receipt, going([], { recipient: 'platform' })),
      exhibits: exhibits => exhibits.map(each => ({ ...each, entry: { ...each.entry, words: [] } })),
      ...saying([lost], { notes: undefined, recipient: 'platform' }),
    },
    'case.recipient.contradicted',
    'data/case.json',
  ),
  row(
    'a record that says more of a lost file than its name and digest',
    { entries: receivedOnce, ...saying([{ ...lost, why: 'It was nothing.' }]) },
    'record.member.unknown',
    'data/case.json',
  ),
  row(
    'a chain that says that a received file goes which is not here',
    { entries: through(receipt, going([receivedId])), ...saying([lost]) },
    'custody.received.mismatch',
    'custody.jsonl:16',
  ),
  [
    'a chain that says that no received file goes of a bundle that holds one',
    () => holding({}, []),
    'custody.received.mismatch',
    'custody.jsonl:9',
  ],
  row(
    'a received file that is gone, and a chain that says no more which go',
    { entries: through(receipt, retold('bundle.prepared', { received: [] }, 0)) },
    'received.entry.missing',
    line,
  ),
  row(
    'an earlier export of a received file that never came',
    { entries: retold('bundle.prepared', { received: [receivedId] }, 0) },
    'custody.received.gone',
    'custody.jsonl:10',
  ),
  row(
    'an earlier export of a received file that had been erased',
    {
      entries: through(receipt, erasure, retold('bundle.prepared', { received: [receivedId] }, 0)),
    },
    'custody.received.gone',
    'custody.jsonl:12',
  ),
  row(
    'words in the place of a received file that goes',
    { entries: going(['all of them']) },
    'custody.detail.strange',
    'custody.jsonl:15',
  ),
];
