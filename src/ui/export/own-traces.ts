import type { CaptureRecord } from '../../model/capture.ts';

/** Where the pictures may show the person who recorded. */
export interface OwnTraces {
  /** Names of the accounts that the pages were shown to. */
  readonly accounts: readonly string[];
  /** Exhibits whose pages were shown to one of them. */
  readonly signedIn: readonly string[];
  /** Exhibits whose pictures show more than a post: perhaps a menu with a name, other people, or a list of chats. */
  readonly wide: readonly string[];
}

/** What to look at before pictures are given away. Judged from the records alone, not from the pictures. */
export function ownTraces(records: readonly CaptureRecord[]): OwnTraces {
  const signedIn = records.filter(({ post }) => post?.signedIn !== undefined);
  const names = signedIn.flatMap(
    ({ post }) => post?.signedIn?.handle ?? post?.signedIn?.displayName ?? post?.signedIn?.accountId ?? [],
  );
  return {
    accounts: [...new Set(names)],
    signedIn: signedIn.map(({ reference }) => reference),
    wide: records.filter(({ scope }) => scope !== 'post').map(({ reference }) => reference),
  };
}
