import type { CaptureId, Instant, Sha256 } from '../../model/identifiers.ts';
import type { Anchor, AuthorityChoice, AuthorityRefusal, StampFacts } from '../../model/time-stamp.ts';

/** A record whose time-stamp is to be asked for now. */
export interface DueTimeStamp {
  readonly captureId: CaptureId;
  readonly recordSha256: Sha256;
  /** How often all authorities were asked in vain. */
  readonly attempts: number;
  /** Where a second one is due: who gave the first, and their whole reply. Absent when that does not open. */
  readonly first?: { readonly address: string; readonly reply: Uint8Array };
}

/** What an authority answered over a record, and what is kept of the state of its certificates. */
export interface StampFiles {
  /** The whole reply. */
  readonly reply: Uint8Array;
  /** Lists of revoked certificates in PEM. Absent means none. */
  readonly lists?: Uint8Array;
}

/** A time-stamp that came for a record. */
export interface KeptStamp {
  readonly files: StampFiles;
  readonly facts: StampFacts;
  /** Which of the record's it is. */
  readonly anchor: Anchor;
  /** Whether a second one is to be asked for now. Absent means no. */
  readonly awaitsSecond?: boolean;
}

/** A time-stamp that nobody gave, what each authority answered, and when they are asked again. */
export interface PostponedStamp {
  readonly refusals: readonly AuthorityRefusal[];
  readonly nextAt: Instant;
  readonly anchor: Anchor;
}

/** What the log is told of time-stamps over its records; a part of the one writer. */
export interface TimeStampLog {
  /** Says which authorities are asked. It belongs to no case, so that no chain speaks of it. */
  setAuthorities(choice: AuthorityChoice): Promise<void>;
  /** Has every record wait that was made since the authorities were switched on and does not yet. */
  queueTimeStamps(): Promise<void>;
  /** Those that are due at this moment, the longest waiting first; first ones unless told otherwise. */
  dueTimeStamps(at: Instant, anchor?: Anchor): Promise<readonly DueTimeStamp[]>;
  /** When the next is due, the past included; undefined when none waits. Of first ones unless told otherwise. */
  nextTimeStampAt(anchor?: Anchor): Promise<Instant | undefined>;
  /**
   * Keeps a reply, sealed, with its event in the chain, and has a second one wait in the same act where it is wanted.
   * Does nothing for a record that has one or is gone, and keeps no second one for which none waits.
   */
  keepTimeStamp(captureId: CaptureId, stamp: KeptStamp): Promise<void>;
  /** Notes that asking was in vain and when to ask again. Does nothing for a record that has one or is gone. */
  postponeTimeStamp(captureId: CaptureId, postponed: PostponedStamp): Promise<void>;
  /** Makes all that wait due at this moment: the computer is online again, say. */
  hastenTimeStamps(at: Instant): Promise<void>;
}
