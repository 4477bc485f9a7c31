import type { LogWriter } from '../../src/evidence/writer.ts';
import type { CaptureId, CaseId } from '../../src/model/identifiers.ts';
import { moduleThen } from './then.ts';

/** Where the notes are written, and about which post. */
interface Place {
  readonly writer: LogWriter;
  readonly caseId: CaseId;
  readonly post: CaptureId;
  readonly version: number;
}

/** Writes a note of every kind that there was: one of them anew, one erased. */
export async function tellNotes({ writer, caseId, post, version }: Place): Promise<void> {
  const person = await writer.writeNote(caseId, { kind: 'person', name: 'E.' });
  await writer.writeNote(caseId, { kind: 'person', name: 'E. F.' }, person);
  const other = await writer.writeNote(caseId, { kind: 'person', name: 'G.' });
  const account = { platform: 'x', handle: 'example' };
  await writer.writeNote(caseId, { kind: 'attribution', account, person, why: 'The words are the same.' });
  await writer.writeNote(caseId, {
    ...{ kind: 'track', platform: 'x', state: 'sent', sentOn: '2026-03-02', reference: 'R-1', answer: '' },
  });
  await writer.eraseNote(caseId, other, 'It was somebody else.');
  await writer.savedRequest({
    caseId,
    platform: 'x',
    files: [{ path: 'request.docx', sha256: '0'.repeat(64) }],
  });
  await writer.setReporter({ capacity: 'helper' });
  if (version >= 2.5) await tellMore({ writer, caseId, post });
}

async function tellMore({ writer, caseId, post }: Omit<Place, 'version'>): Promise<void> {
  const { untoldDetails } = await moduleThen('src/model/details.ts');
  await writer.writeNote(caseId, {
    ...(untoldDetails as Extract<Parameters<LogWriter['writeNote']>[1], { readonly kind: 'details' }>),
    ...{ wishes: ['removal'], speakToMeFirst: true, story: 'It began in January.' },
  });
  await writer.writeNote(caseId, {
    ...{ kind: 'confidential', legalName: 'A. Carter', age: '', occupation: '', address: '', phone: '' },
    ...{ email: '', safeWays: 'By post', safeTimes: '', vulnerabilities: [], vulnerabilityWords: '' },
  });
  await writer.writeNote(caseId, {
    ...{ kind: 'order', type: 'restraining-order', against: 'E.', court: 'A court', reference: '' },
    ...{ madeOn: '2026-01-01', conditions: 'No messages.' },
  });
  await writer.writeNote(caseId, {
    ...{ kind: 'police-contact', on: '2026-02-01', time: '', way: '101', officer: '', force: '' },
    ...{ reference: '42/1', said: 'Keep a diary.' },
  });
  await writer.writeNote(caseId, {
    ...{ kind: 'platform-report', platform: 'x', reason: 'Abuse', reference: '', answer: '' },
    captures: [post],
  });
  const diary = await writer.writeNote(caseId, {
    ...{ kind: 'diary', time: 'evening', place: '', what: 'A call.', impact: '', people: ['E.'], target: '' },
    ...{ witnesses: '', categories: [], breachesOrder: true },
  });
  await writer.writeNote(caseId, { kind: 'occasion', label: 'The call', captures: [post], entries: [diary] });
  await writer.writeNote(caseId, {
    kind: 'recheck',
    captureId: post,
    on: '2026-06-01',
    state: 'gone',
    words: '',
  });
  await writer.writeNote(caseId, { kind: 'private', text: 'Only for me.' });
  await writer.writeNote(caseId, {
    ...{ kind: 'session', name: 'C. Doe', rank: 'PC', number: '1', force: '', caseReference: '42/1' },
    ...{ purpose: 'To look.', authority: '', discussion: '' },
  });
}
