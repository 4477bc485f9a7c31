import { paperDocx } from '../document/docx.ts';
import { coveringNote } from './covering-note.ts';
import { ownDataLetter } from './own-data-letter.ts';
import { requestLetter } from './request-letter.ts';
import type { PreservationRequest } from './requests.ts';

/** The request as a Word document: see {@link requestLetter}. */
export function requestDocx(request: PreservationRequest): Promise<Uint8Array<ArrayBuffer>> {
  return paperDocx(requestLetter(request));
}

/** The note that asks the police to send it: see {@link coveringNote}. Throws for an officer, who needs none. */
export function coveringNoteDocx(request: PreservationRequest): Promise<Uint8Array<ArrayBuffer>> {
  refuseOfficer(request);
  return paperDocx(coveringNote(request));
}

/** The letter for one's own data: see {@link ownDataLetter}. Throws for an officer, whose data it is not. */
export function ownDataLetterDocx(request: PreservationRequest): Promise<Uint8Array<ArrayBuffer>> {
  refuseOfficer(request);
  return paperDocx(ownDataLetter(request));
}

function refuseOfficer({ reporter }: PreservationRequest): void {
  if (reporter.capacity === 'officer') throw new Error('an officer writes no such letter');
}
