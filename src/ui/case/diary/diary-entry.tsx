import { useState } from 'preact/hooks';
import type { DiaryItem } from '../../../matter/items.ts';
import { londonDay } from '../../../matter/moments.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { categoryNames } from '../../../words/content.ts';
import { laterWords } from '../../../words/later.ts';
import { Moment } from '../../parts/moment.tsx';
import { EraseNote } from '../erase-note.tsx';
import { happeningWords } from '../occasions/occasion-words.ts';
import { diaryForm } from './diary-draft.ts';
import { type DiaryAround, DiaryForm } from './diary-form.tsx';

interface DiaryEntryItemProps extends DiaryAround {
  readonly id: string;
  readonly item: DiaryItem;
}

/** One diary entry. When it happened and when it was written down are shown apart; its words only on demand. */
export function DiaryEntryItem({ id, item, ...around }: DiaryEntryItemProps) {
  const [isOpen, setOpen] = useState(diaryForm.drafts.read(item.key) !== undefined);
  const { entry, writtenAt, changes } = item;
  const late = entry.on === undefined ? '' : `, ${laterWords(entry.on, londonDay(writtenAt))}`;
  const when = happeningWords(item.when);
  return (
    <li data-entry={item.key}>
      <h3>
        <PageText text={when} />
      </h3>
      <p class="muted">
        Written down: <Moment at={writtenAt} />
        {late.replace('written down ', '')}.{changes > 0 && ` Changed since: ${timesWords(changes)}.`}
      </p>
      {isOpen ? (
        <DiaryForm id={id} noteId={item.key} entry={entry} {...around} onDone={() => setOpen(false)} />
      ) : (
        <>
          <Happening item={item} />
          <div class="button-row">
            <button type="button" id={`${id}-change`} onClick={() => setOpen(true)}>
              Change<span class="visually-hidden"> the entry: {when}</span>
            </button>
            <EraseNote
              id={`${id}-erase`}
              caseId={around.caseFile.id}
              noteId={item.key}
              about={`the entry: ${when}`}
              title="Erase this entry?"
              loss="The entry and every earlier version of it."
            />
          </div>
        </>
      )}
    </li>
  );
}

function Happening({ item: { entry } }: Pick<DiaryEntryItemProps, 'item'>) {
  const facts = [
    ['Who did it, as you think', entry.people.join(', ')],
    ['Place', entry.place],
    ['Aimed at', entry.target],
    ['Who else saw or heard it', entry.witnesses],
    ['What it is', entry.categories.map(each => categoryNames[each]).join(', ')],
    ['Goes against an order', entry.breachesOrder ? 'yes, as you think' : ''],
    ['How it affected you', entry.impact],
  ] as const;
  return (
    <details>
      <summary>Show what you wrote</summary>
      <p class="own-words">
        <PageText text={entry.what} />
      </p>
      <dl class="facts">
        {facts
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="own-words">
                <PageText text={text} />
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

function timesWords(changes: number): string {
  return changes === 1 ? 'once' : `${changes} times`;
}
