import type { CustodyAction, CustodyDetail } from './custody.ts';
import type { Note, NoteKind } from './note.ts';

/** The custody action for writing a note of each kind. */
export const noteActions: Readonly<Record<NoteKind, CustodyAction>> = {
  person: 'person.described',
  attribution: 'account.attributed',
  track: 'preservation.tracked',
  details: 'case.told',
  confidential: 'case.told-in-confidence',
  order: 'order.described',
  'police-contact': 'police.contacted',
  'platform-report': 'platform.reported',
  diary: 'diary.written',
  occasion: 'occasion.grouped',
  recheck: 'exhibit.looked-at-again',
  private: 'private.written',
  session: 'session.opened',
};

/** What the chain says about a note. Of a person's words it holds only an officer's: name, reference and purpose. */
export function noteFacts(note: Note): CustodyDetail {
  switch (note.kind) {
    case 'person':
      return {};
    case 'attribution':
      return note.person === undefined ? { attached: false } : { attached: true, person: note.person };
    case 'track':
      return { platform: note.platform, state: note.state };
    case 'details':
      return { wishes: note.wishes, speakToMeFirst: note.speakToMeFirst };
    case 'occasion':
      return { exhibits: note.captures.length, entries: note.entries.length };
    case 'recheck':
      return { captureId: note.captureId, state: note.state };
    case 'session':
      return {
        officer: [note.rank, note.name, note.number, note.force].filter(Boolean).join(', '),
        caseReference: note.caseReference,
        purpose: note.purpose,
      };
    case 'confidential':
    case 'order':
    case 'police-contact':
    case 'platform-report':
    case 'diary':
    case 'private':
      return {};
  }
}
