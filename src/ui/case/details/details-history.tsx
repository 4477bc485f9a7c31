import type { CaseDetails } from '../../../model/details.ts';
import type { NoteHistory, NoteVersion } from '../../../model/note.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { hateGroundNames } from '../../../words/content.ts';
import { capacityNames, relationshipNames, wishNames } from '../../../words/details.ts';
import { jurisdictionWords } from '../../../words/jurisdiction.ts';
import { Moment } from '../../parts/moment.tsx';
import { OwnWords } from '../exhibit/own-words.tsx';

/** When the wishes were first said and when they changed; nothing unless they changed. */
export function WishChanges({ history }: { readonly history: NoteHistory<CaseDetails> | undefined }) {
  const changes = wishChanges(history?.versions ?? []);
  if (changes.length < 2) return null;
  return (
    <details>
      <summary>What you asked for before</summary>
      <ol class="events" id="wish-changes" reversed>
        {changes.toReversed().map(({ version, writtenAt, note }) => (
          <li key={version}>
            <Moment at={writtenAt} />: {wishWords(note)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The versions whose wishes differ from those of the version before. */
function wishChanges(versions: readonly NoteVersion<CaseDetails>[]): readonly NoteVersion<CaseDetails>[] {
  return versions.filter(({ note }, index) => {
    const before = versions[index - 1]?.note;
    return before === undefined ? hasWish(note) : wishOf(note) !== wishOf(before);
  });
}

function hasWish({ wishes, speakToMeFirst, wishWords: words }: CaseDetails): boolean {
  return wishes.length > 0 || speakToMeFirst || words !== '';
}

function wishOf({ wishes, speakToMeFirst, wishWords: words }: CaseDetails): string {
  return JSON.stringify([wishes, speakToMeFirst, words]);
}

function wishWords({ wishes, speakToMeFirst, wishWords: words }: CaseDetails) {
  return (
    <>
      {wishes.length === 0 ? 'nothing ticked' : wishes.map(wish => wishNames[wish]).join('; ')}
      {speakToMeFirst && '. Speak to me first'}
      {words !== '' && (
        <>
          . <PageText text={words} />
        </>
      )}
    </>
  );
}

/** Every saved version of the answers, newest first. */
export function DetailsHistory({ history }: { readonly history: NoteHistory<CaseDetails> }) {
  return (
    <details>
      <summary>What was saved before</summary>
      <p class="muted">Every saved version is kept and goes into the exported file.</p>
      <ol class="events" reversed>
        {history.versions.toReversed().map(({ version, writtenAt, note }) => (
          <li key={version}>
            <h3>
              Version {version}, <Moment at={writtenAt} />
            </h3>
            <OwnWords rows={detailsRows(note)} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function detailsRows(note: CaseDetails): readonly (readonly [string, string])[] {
  const { jurisdiction, capacity, relationship } = note;
  return [
    ['Asked for', note.wishes.map(wish => wishNames[wish]).join('; ')],
    ['Speak to me first', note.speakToMeFirst ? 'yes' : ''],
    ['In own words', note.wishWords],
    ['Part of the United Kingdom', jurisdiction === undefined ? '' : jurisdictionWords[jurisdiction].name],
    ['Reported by', capacity === undefined ? '' : capacityNames[capacity]],
    ['Name', note.chosenName],
    ['Pronouns', note.pronouns],
    ['The other person', relationship === undefined ? '' : relationshipNames[relationship]],
    ['More about that', note.relationshipWords],
    ['What happened', note.story],
    ['Effect', note.impact],
    ['Seen as hate because of', note.hatePerceived.map(ground => hateGroundNames[ground]).join('; ')],
  ];
}
