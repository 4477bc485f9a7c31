import type { Words, WordsVersion } from '../../../model/case.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { categoryNames, hateGroundNames } from '../../../words/content.ts';
import { Moment } from '../../parts/moment.tsx';

/** Every saved version, newest first. None is ever overwritten. */
export function WordsHistory({ versions }: { readonly versions: readonly WordsVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <details>
      <summary>What was saved before</summary>
      <p class="muted">Every saved version is kept and goes into the exported file.</p>
      <ol class="events" reversed>
        {versions.toReversed().map(version => (
          <li key={version.version}>
            <h3>
              Version {version.version}, <Moment at={version.writtenAt} />
            </h3>
            <Part name="What happened" text={version.words.whatHappened} />
            <Part name="How it affected you" text={version.words.impact} />
            <Part name="Tags" text={version.words.tags.join(', ')} />
            <Part name="People" text={version.words.people.join(', ')} />
            <MoreParts words={version.words} />
            <p class="digest">
              <span class="visually-hidden">SHA-256 of this version: </span>
              {version.sha256}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

function MoreParts({ words }: { readonly words: Words }) {
  const { categories = [], hatePerceived = [] } = words;
  return (
    <>
      <Part name="What it is" text={categories.map(each => categoryNames[each]).join(', ')} />
      <Part name="Whom it was aimed at" text={words.target} />
      <Part name="Who else saw it" text={words.witnesses} />
      <Part name="What it has to do with things off the web" text={words.offline} />
      <Part name="What is untrue in it" text={words.untrue} />
      <Part name="Goes against an order" text={words.breachesOrder === true ? 'yes' : ''} />
      <Part
        name="Hate, as you see it, because of"
        text={hatePerceived.map(each => hateGroundNames[each]).join(', ')}
      />
    </>
  );
}

function Part({ name, text = '' }: { readonly name: string; readonly text?: string | undefined }) {
  if (text === '') return null;
  return (
    <p>
      <strong>{name}:</strong> <PageText text={text} />
    </p>
  );
}
