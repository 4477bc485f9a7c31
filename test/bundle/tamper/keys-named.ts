import type { CustodyEntry } from '../../../src/model/custody.ts';
import { sampleCaseId, sampleSigner } from '../../samples/bundle.ts';
import type { Row } from './forgeries.ts';
import { putIn, retold, row } from './story.ts';

type Change = (entries: readonly CustodyEntry[]) => readonly CustodyEntry[];

const own = (await sampleSigner()).fingerprint;
const nobodys = 'a'.repeat(64);
const certificate = 'signer.crt';

const inTurn = (...changes: readonly Change[]): Change => {
  return entries => changes.reduce((told, change) => change(told), entries);
};

const begunWith = (signerFingerprint: string | undefined) => retold('case.opened', { signerFingerprint });

/** A key put in the place of another, behind so many events. */
const replacedAt = (at: number, previousFingerprint: string, signerFingerprint: string) =>
  putIn(at, {
    ...{ action: 'signer.replaced', subject: { caseId: sampleCaseId } },
    detail: { signerFingerprint, previousFingerprint },
  });

const exportedWith = (signerFingerprint: string) => retold('bundle.exported', { signerFingerprint });

/** Keys that a chain names which names the one that it began with. */
const fromTheBeginning: readonly Row[] = [
  row(
    'a case that was begun with another key',
    { entries: inTurn(begunWith(nobodys), exportedWith(nobodys)) },
    'signer.history.mismatch',
    certificate,
  ),
  row(
    'a case that was begun with another key, which was replaced',
    { entries: inTurn(begunWith(nobodys), replacedAt(1, nobodys, own)) },
    'signer.history.replaced',
    'custody.jsonl:2',
    'intact',
  ),
  row(
    'a key that was replaced, and signs all the same',
    { entries: replacedAt(-1, own, nobodys) },
    'signer.history.mismatch',
    certificate,
  ),
  row(
    'a replacement of a key that the case was not begun with',
    { entries: replacedAt(1, nobodys, own) },
    'signer.history.contradicted',
    'custody.jsonl:2',
  ),
  row(
    'an export with a key that the chain does not lead to',
    { entries: exportedWith(nobodys) },
    'signer.history.contradicted',
    'custody.jsonl:11',
  ),
  row(
    'a key that was replaced while an export with it was written',
    { entries: inTurn(begunWith(nobodys), exportedWith(nobodys), replacedAt(10, nobodys, own)) },
    'signer.history.replaced',
    'custody.jsonl:11',
    'intact',
  ),
];

/** The same where the chain was begun before keys were made with the case. */
const fromLater: readonly Row[] = [
  row(
    'an earlier export with another key',
    { entries: inTurn(begunWith(undefined), exportedWith(nobodys)) },
    'signer.history.changed',
    certificate,
    'intact',
  ),
  row(
    'a key replaced by itself',
    { entries: inTurn(begunWith(undefined), replacedAt(-1, nobodys, nobodys)) },
    'signer.history.contradicted',
    'custody.jsonl:15',
  ),
  row(
    'a key replaced that was not in use',
    { entries: inTurn(begunWith(undefined), replacedAt(-1, nobodys, 'b'.repeat(64))) },
    'signer.history.contradicted',
    'custody.jsonl:15',
  ),
];

export const keysNamed: readonly Row[] = [...fromTheBeginning, ...fromLater];
