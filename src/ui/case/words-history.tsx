import type { WordsVersion } from '../../model/case.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { Moment } from '../parts/moment.tsx';

/** Every version that was saved, the newest first. None is ever overwritten. */
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

function Part({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <p>
      <strong>{name}:</strong> <PageText text={text} />
    </p>
  );
}
