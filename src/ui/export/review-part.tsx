import { FaultNotice } from '../parts/fault-notice.tsx';
import { ExhibitChoice } from './exhibit-choice.tsx';
import { KeptApartChoice } from './kept-apart-choice.tsx';
import { ownTraces } from './own-traces.ts';
import { OwnTracesNotice } from './own-traces-notice.tsx';
import { PaperChoice } from './paper-choice.tsx';
import { PictureChoicePart } from './picture-choice.tsx';
import { RecipientChoice } from './recipient-choice.tsx';
import type { Review } from './use-review.ts';

/** What goes into the file and what the recipient will see, before anything is made. */
export function ReviewPart({ review }: { readonly review: Review }) {
  const { choice, change, records, pictured, papers, hasConfidential, error, preview } = review;
  const chosen = (records ?? []).filter(({ reference }) => !choice.exhibitsLeftOut.includes(reference));
  return (
    <>
      <RecipientChoice
        recipient={choice.recipient}
        onChoose={recipient => change({ recipient, documentsLeftOut: [], pictures: [] })}
      />
      {records !== undefined && (
        <ExhibitChoice
          records={records}
          leftOut={choice.exhibitsLeftOut}
          onChange={leftOut => change({ exhibitsLeftOut: [...leftOut] })}
        />
      )}
      <PictureChoicePart
        exhibits={pictured.filter(({ record }) => !choice.exhibitsLeftOut.includes(record.reference))}
        choice={choice}
        onChange={pictures => change({ pictures })}
      />
      <PaperChoice
        papers={papers}
        leftOut={choice.documentsLeftOut}
        onOpen={review.askForPapers}
        onChange={leftOut => change({ documentsLeftOut: [...leftOut] })}
        preview={preview}
      />
      {error !== undefined && <FaultNotice error={error} />}
      {hasConfidential && choice.recipient !== 'platform' && (
        <KeptApartChoice choice={choice} onChange={change} />
      )}
      <OwnTracesNotice traces={ownTraces(chosen)} />
    </>
  );
}
