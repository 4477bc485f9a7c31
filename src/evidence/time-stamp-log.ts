import type { CaptureId, Instant, Sha256 } from '../model/identifiers.ts';
import type { AuthorityChoice, AuthorityRefusal, StampFacts } from '../model/time-stamp.ts';

/** A record whose time-stamp is to be asked for now. */
export interface DueTimeStamp {
  readonly captureId: CaptureId;
  readonly recordSha256: Sha256;
  /** How often all authorities were asked in vain. */
  readonly attempts: number;
}

/** What an authority answered over a record, and what is kept of the state of its certificates. */
export interface StampFiles {
  /** The whole reply. */
  readonly reply: Uint8Array;
  /** Lists of revoked certificates in PEM. Absent means none. */
  readonly lists?: Uint8Array;
}

/** What the log is told of time-stamps over its records; a part of the one writer. */
export interface TimeStampLog {
  /** Says which authorities are asked. It belongs to no case, so that no chain speaks of it. */
  setAuthorities(choice: AuthorityChoice): Promise<void>;
  /** Has every record wait that was made since the authorities were switched on and does not yet. */
  queueTimeStamps(): Promise<void>;
  /** Those that are due at this moment, the longest waiting first. */
  dueTimeStamps(at: Instant): Promise<readonly DueTimeStamp[]>;
  /** When the next is due, the past included; undefined when none waits. */
  nextTimeStampAt(): Promise<Instant | undefined>;
  /** Keeps a reply, sealed, with its event in the chain. Does nothing for a record that has one or is gone. */
  keepTimeStamp(captureId: CaptureId, files: StampFiles, facts: StampFacts): Promise<void>;
  /** Notes that asking was in vain and when to ask again. Does nothing for a record that has one or is gone. */
  postponeTimeStamp(
    captureId: CaptureId,
    postponed: { readonly refusals: readonly AuthorityRefusal[]; readonly nextAt: Instant },
  ): Promise<void>;
  /** Makes all that wait due at this moment: the computer is online again, say. */
  hastenTimeStamps(at: Instant): Promise<void>;
}
