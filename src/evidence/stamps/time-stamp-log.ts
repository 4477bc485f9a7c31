import type { CaptureId, Instant, Sha256 } from '../../model/identifiers.ts';
import type { Anchor, AuthorityChoice, AuthorityRefusal, StampFacts } from '../../model/time-stamp.ts';

/** A record whose time-stamp is due. */
export interface DueTimeStamp {
  readonly captureId: CaptureId;
  readonly recordSha256: Sha256;
  /** How often asking all authorities failed. */
  readonly attempts: number;
  /** For a second time-stamp: the first authority's address and whole reply. Absent when those do not open. */
  readonly first?: { readonly address: string; readonly reply: Uint8Array };
}

/** An authority's reply over a record, and the revocation lists kept with it. */
export interface StampFiles {
  /** The whole reply. */
  readonly reply: Uint8Array;
  /** Revocation lists in PEM. Absent means none. */
  readonly lists?: Uint8Array;
}

/** A time-stamp received for a record. */
export interface KeptStamp {
  readonly files: StampFiles;
  readonly facts: StampFacts;
  /** Which of the record's time-stamps it is. */
  readonly anchor: Anchor;
  /** Whether a second one is to be requested. Absent means no. */
  readonly awaitsSecond?: boolean;
}

/** An attempt without a time-stamp: each authority's answer, and when to ask again. */
export interface PostponedStamp {
  readonly refusals: readonly AuthorityRefusal[];
  readonly nextAt: Instant;
  readonly anchor: Anchor;
}

/** Writes about time-stamps over records; a part of the one writer. */
export interface TimeStampLog {
  /** Stores which authorities are asked. It belongs to no case, so no chain records it. */
  setAuthorities(choice: AuthorityChoice): Promise<void>;
  /** Queues every record made since the authorities were switched on that has no time-stamp and does not wait yet. */
  queueTimeStamps(): Promise<void>;
  /** The time-stamps due at this moment, longest waiting first; the first ones of records by default. */
  dueTimeStamps(at: Instant, anchor?: Anchor): Promise<readonly DueTimeStamp[]>;
  /** When the next is due, even in the past; undefined when none waits. The first ones of records by default. */
  nextTimeStampAt(anchor?: Anchor): Promise<Instant | undefined>;
  /**
   * Stores a reply, sealed, with its event in the chain, and queues a second time-stamp in the same act where wanted.
   * Does nothing for a record that has one or is gone, and stores no second one for which none waits.
   */
  keepTimeStamp(captureId: CaptureId, stamp: KeptStamp): Promise<void>;
  /** Records a failed attempt and when to ask again. Does nothing for a record that has one or is gone. */
  postponeTimeStamp(captureId: CaptureId, postponed: PostponedStamp): Promise<void>;
  /** Makes all waiting ones due at this moment, for example when the computer is online again. */
  hastenTimeStamps(at: Instant): Promise<void>;
}
