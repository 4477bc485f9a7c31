import { useState } from 'preact/hooks';
import type { DiaryItem } from '../../../matter/items.ts';
import { diaryForm } from './diary-draft.ts';
import { DiaryEntryItem } from './diary-entry.tsx';
import { type DiaryAround, DiaryForm } from './diary-form.tsx';

interface DiaryPartProps extends DiaryAround {
  readonly entries: readonly DiaryItem[];
}

/** The diary: things that left nothing to record, in the order in which they happened. */
export function DiaryPart({ entries, ...around }: DiaryPartProps) {
  const [isOpen, setOpen] = useState(diaryForm.drafts.read(around.caseFile.id) !== undefined);
  return (
    <section aria-labelledby="diary-title">
      <h2 id="diary-title">Diary</h2>
      <p class="muted">
        For things that left nothing to record: a call, a visit, a message that is gone. You can write them
        down at any time, also long after.
      </p>
      {isOpen ? (
        <DiaryForm id="diary-new" {...around} onDone={() => setOpen(false)} />
      ) : (
        <div class="button-row">
          <button type="button" id="diary-add" onClick={() => setOpen(true)}>
            Write something down
          </button>
        </div>
      )}
      {entries.length > 0 && (
        <ul class="events">
          {entries.map((item, index) => (
            <DiaryEntryItem key={item.key} id={`diary-${index + 1}`} item={item} {...around} />
          ))}
        </ul>
      )}
    </section>
  );
}
