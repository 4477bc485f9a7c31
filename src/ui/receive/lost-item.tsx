import type { LostReceived } from '../../model/lost-received.ts';
import { inGroups } from '../../reports/receipt/receipt.ts';
import { PageText } from '../../reports/report/page-text.tsx';
import { Digest } from './digest.tsx';

interface LostItemProps {
  readonly file: LostReceived;
  /** Its number among the missing files, from 1. */
  readonly number: number;
  /** Whether what is left of it is listed as well. */
  readonly isListed: boolean;
  /** Whether a lost event may say that it was erased. */
  readonly mayBeErased: boolean;
}

/** A received file that can no longer be read as it came: which one, what that means, and what can be done. */
export function LostItem({ file, number, isListed, mayBeErased }: LostItemProps) {
  const { receivedId, name, sha256 } = file;
  return (
    <section class="received" data-lost={receivedId} aria-label={`Missing received file ${number}`}>
      <h3>{name === '' ? 'A file whose name is not known' : <PageText text={name} />}</h3>
      <p class="notice">
        <strong>Missing: Holdfast can no longer read this file as it came.</strong> Your exhibits are stored
        apart from it. An exported file will name it, say that it is missing, and call itself incomplete.
      </p>
      <dl class="facts">
        <Digest label="SHA-256 of the file" lines={inGroups(sha256)} />
      </dl>
      <p>
        If you still have this file, or whoever gave it to you has, receive it again above. By its SHA-256 it
        is seen to be the same one.
        {isListed &&
          ' What is left of it stands below. If Holdfast says that it is in the case already, erase that first.'}
        {mayBeErased &&
          ' Part of the list of what was done in this case (Continuity) is lost too: somebody may have erased this file, and nothing shows it any more.'}
      </p>
    </section>
  );
}
