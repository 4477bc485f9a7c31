import { useState } from 'preact/hooks';
import type { CaptureRecord } from '../../../model/capture.ts';
import type { WorkingCopy } from '../../../model/working-copy.ts';
import { PageText } from '../../../reports/report/page-text.tsx';
import { EraseQuestion } from '../../parts/erase-question.tsx';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { Moment } from '../../parts/moment.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useObjectUrl } from '../../parts/use-object-url.ts';
import { readyValue, useWatched } from '../../parts/use-watched.ts';
import { CopyMaker, copyablePictures } from './copy-maker.tsx';

/** The working copies of an exhibit's pictures, and the place to make one. */
export function CopiesPart({ record }: { readonly record: CaptureRecord }) {
  const { log } = usePorts();
  const [isMaking, setMaking] = useState(false);
  const read = useWatched(() => log.listWorkingCopies(record.id), [record.id]);
  const copies = readyValue(read) ?? [];
  if (copyablePictures(record).length === 0 && copies.length === 0) return null;
  return (
    <section aria-labelledby="copies-title">
      <h2 id="copies-title">Copies to give away</h2>
      <p>
        You can make a copy of a picture with parts covered in black or cut off. The original stays as it is.
        A cover cannot be taken off again. Blurring is not offered, because it can often be undone.
      </p>
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {copies.length > 0 && (
        <ul class="events" id="copies">
          {copies.map((copy, index) => (
            <CopyItem key={copy.id} copy={copy} number={index + 1} />
          ))}
        </ul>
      )}
      {isMaking ? (
        <CopyMaker record={record} onClose={() => setMaking(false)} />
      ) : (
        <button type="button" id="copy-make" onClick={() => setMaking(true)}>
          Make a copy to give away…
        </button>
      )}
    </section>
  );
}

interface CopyItemProps {
  readonly copy: WorkingCopy;
  readonly number: number;
}

function CopyItem({ copy, number }: CopyItemProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li data-copy={copy.id}>
      <p>
        <strong>Copy {number}:</strong> {coveredWords(copy)}.
        {copy.purpose !== '' && (
          <>
            {' For: '}
            <PageText text={copy.purpose} />
          </>
        )}
      </p>
      <p class="muted">
        Made on <Moment at={copy.madeAt} /> from {copy.of.path}
      </p>
      <div class="button-row">
        <button type="button" aria-pressed={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide picture' : 'Show picture'}
          <span class="visually-hidden">: copy {number}</span>
        </button>
        <EraseCopy copy={copy} number={number} />
      </div>
      {isOpen && <CopyPicture copy={copy} number={number} />}
    </li>
  );
}

/** What was done to the picture: `2 areas covered, cut to 300 × 200 pixels`. */
export function coveredWords({ covered, crop }: Pick<WorkingCopy, 'covered' | 'crop'>): string {
  const areas = `${covered.length} ${covered.length === 1 ? 'area' : 'areas'} covered`;
  return crop === undefined ? areas : `${areas}, cut to ${crop.width} × ${crop.height} pixels`;
}

function CopyPicture({ copy, number }: CopyItemProps) {
  const { log } = usePorts();
  const read = useWatched(async () => {
    const bytes = await log.readWorkingCopy(copy.captureId, copy.id);
    return new Blob([bytes], { type: copy.mediaType });
  }, [copy.id]);
  const url = useObjectUrl(readyValue(read));
  if (read.state === 'failed') return <FaultNotice error={read.error} />;
  return url === undefined ? null : <img class="copy-picture" src={url} alt={`Copy ${number}`} />;
}

function EraseCopy({ copy, number }: CopyItemProps) {
  const { send } = usePorts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="grave" id={`copy-erase-${number}`} onClick={() => setOpen(true)}>
        Erase…<span class="visually-hidden"> copy {number}</span>
      </button>
      {isOpen && (
        <EraseQuestion
          id={`copy-erase-${number}`}
          title={`Erase copy ${number}?`}
          action="Erase for good"
          onErase={reason => send('copy:erase', { captureId: copy.captureId, id: copy.id, reason })}
          onClose={() => setOpen(false)}
        >
          <p>What is lost for good: this copy. The original stays as it is, and you can make another copy.</p>
          <p>
            What stays: the list of events keeps that a copy was made and erased, when, and the reason you
            give. Files you exported before still hold it.
          </p>
        </EraseQuestion>
      )}
    </>
  );
}
