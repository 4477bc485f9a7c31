import type { CustodyAction, CustodyEvent } from './custody.ts';
import { sha256Schema } from './identifiers.ts';

const ofNote = ['noteId', 'version', 'sha256'] as const;
const ofReceipt = [
  'receivedId',
  'name',
  'size',
  'sha256',
  'signerFingerprint',
  'receivedGroupId',
  'verdict',
  'findings',
  'from',
  'medium',
  'place',
  'receivedAt',
  'officer',
] as const;

/** Every name that Holdfast writes in an event's detail, by action. */
export const custodyDetailNames: Readonly<Record<CustodyAction, readonly string[]>> = {
  'case.opened': ['caseSha256', 'signerFingerprint'],
  'case.described': ['caseSha256', 'reason'],
  'capture.committed': ['recordSha256', 'outcome', 'scope', 'artifacts'],
  'capture.stamped': [
    'recordSha256',
    'genTime',
    'authority',
    'address',
    'secondsAfterCapture',
    'clockDifferenceSeconds',
    'timeStampNumber',
  ],
  'exhibit.described': ['version', 'sha256'],
  'exhibit.viewed': [],
  'exhibit.erased': ['recordSha256', 'reason'],
  'bundle.prepared': [
    'groupId',
    'references',
    'absent',
    'recipient',
    'documentsLeftOut',
    'contactSheet',
    'vulnerabilityTold',
    'heldBack',
    'workingCopies',
    'received',
  ],
  'bundle.exported': ['groupId', 'volumes', 'signerFingerprint', 'timeStamps'],
  'bundle.stopped': ['groupId', 'reason'],
  'person.described': ofNote,
  'account.attributed': [...ofNote, 'attached', 'person'],
  'note.erased': ['noteId', 'attached', 'versions', 'reason'],
  'preservation.tracked': [...ofNote, 'platform', 'state'],
  'preservation.saved': ['platform', 'files'],
  'case.told': [...ofNote, 'wishes', 'speakToMeFirst'],
  'case.told-in-confidence': ofNote,
  'order.described': ofNote,
  'police.contacted': ofNote,
  'platform.reported': ofNote,
  'diary.written': ofNote,
  'occasion.grouped': [...ofNote, 'exhibits', 'entries'],
  'exhibit.looked-at-again': [...ofNote, 'captureId', 'state'],
  'private.written': ofNote,
  'session.opened': [...ofNote, 'officer', 'caseReference', 'purpose'],
  'copy.made': [
    'copyId',
    'original',
    'originalSha256',
    'copySha256',
    'madeAt',
    'cutTo',
    'covered',
    'purposeSha256',
  ],
  'copy.erased': ['copyId', 'copySha256', 'reason'],
  'bundle.received': ofReceipt,
  'bundle.combined': ofReceipt,
  'received.erased': ['receivedId', 'reason'],
  'signer.replaced': ['signerFingerprint', 'previousFingerprint'],
  'log.restored': [],
  'log.passphrase-set': [],
  'log.passphrase-changed': ['wrongTries'],
  'log.passphrase-removed': ['wrongTries'],
  'log.unlocked': ['wrongTries'],
};

/**
 * The names in an event's detail that Holdfast never writes for its action. A name ending in `Sha256` is always allowed
 * for a digest, which discloses nothing by itself.
 */
export function unknownDetailNames({
  action,
  detail,
}: Pick<CustodyEvent, 'action' | 'detail'>): readonly string[] {
  const known = new Set(custodyDetailNames[action]);
  return Object.entries(detail)
    .filter(([name, value]) => !known.has(name) && !isDigest(name, value))
    .map(([name]) => name);
}

function isDigest(name: string, value: unknown): boolean {
  return name.endsWith('Sha256') && sha256Schema.safeParse(value).success;
}
