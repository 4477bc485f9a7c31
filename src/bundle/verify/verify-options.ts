import type { Instant } from '../../model/identifiers.ts';
import type { AddressReading, PostedAt } from '../../model/post.ts';
import type { Remade, RemakeSource } from '../../model/remade.ts';
import type { RunningCrc32 } from '../zip/crc32.ts';
import type { Inflate } from '../zip/inflating.ts';
import type { RunningDigest } from '../zip/running-digest.ts';
import type { Expectations } from './check-expected.ts';

/** What the verifier is given. */
export interface VerifyOptions {
  /** The time a platform's identifier holds; undefined when it holds none. The platforms registry has it. */
  deriveTime(platform: string, postId: string, notAfter: Instant): PostedAt | undefined;
  /**
   * How an address stands to the platform with this id; undefined when it is no web address. The platforms registry has
   * it. Absent: addresses are not compared, and the findings say so.
   */
  readAddress?(platform: string, address: string): AddressReading | undefined;
  /**
   * The plain texts and tables of a bundle, made once more of what is recorded in it. The reports have it. Absent: they
   * are sealed like everything else, and what they say is not compared. It may throw for a record that none made.
   */
  remake?(source: RemakeSource): Remade;
  /**
   * Certificates in DER of the time-stamp authorities' roots that the reader trusts, and of intermediates. Absent or
   * empty: no chain is checked, and which authority it was is all that is said.
   */
  readonly trustedAuthorities?: readonly Uint8Array[];
  /** What the reader knows from elsewhere. Absent: nothing is compared. Not asked of bundles inside a bundle. */
  readonly expected?: Expectations;
  readonly signal?: AbortSignal;
  /** Bytes read so far, and in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Whether to say the SHA-256 of the whole file, which is made while the files in it are read. */
  readonly wholeDigest?: boolean;
  /** A running SHA-256; WebAssembly unless something quicker is given. */
  readonly createDigest?: () => Promise<RunningDigest>;
  /** A running CRC-32; WebAssembly unless something quicker is given. */
  readonly createCrc32?: () => Promise<RunningCrc32>;
  /** Unpacks what PNG files pack; the platform's own stream unless something quicker is given. */
  readonly inflate?: Inflate;
  /** A picture was looked through a second time: the bytes of its file. */
  readonly onPicture?: (size: number) => void;
}
