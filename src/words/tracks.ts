import type { TrackNote } from '../model/note.ts';

/** How far a request to keep data has come, for the person who waits for it. */
export const trackStateWords: Readonly<Record<TrackNote['state'], string>> = {
  drafted: 'Nothing sent yet',
  'given-to-police': 'Given to the police',
  sent: 'Sent to the platform',
  kept: 'The platform keeps it',
  refused: 'The platform said no',
};
