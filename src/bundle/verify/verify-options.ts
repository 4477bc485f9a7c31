import type { Instant } from '../../model/identifiers.ts';
import type { AddressReading, PostedAt } from '../../model/post.ts';
import type { Remade, RemakeSource } from '../../model/remade.ts';
import type { RunningCrc32 } from '../zip/crc32.ts';
import type { Inflate } from '../zip/inflating.ts';
import type { RunningDigest } from '../zip/running-digest.ts';
import type { Expectations } from './check-expected.ts';

/** Options of the verifier. */
export interface VerifyOptions {
  /** The time in a platform's identifier; undefined when it holds none. The platforms registry provides this. */
  deriveTime(platform: string, postId: string, notAfter: Instant): PostedAt | undefined;
  /**
   * How an address relates to the platform with this id; undefined when it is not a web address. The platforms registry
   * provides this. Absent: addresses are not compared, and the findings say so.
   */
  readAddress?(platform: string, address: string): AddressReading | undefined;
  /**
   * Generates the plain texts and tables of a bundle from its records again. The reports provide this. Absent: the
   * texts are sealed but not compared. It may throw for a record that no version made.
   */
  remake?(source: RemakeSource): Remade;
  /**
   * Certificates in DER of roots of time-stamp authorities that the reader trusts, and of intermediates. Absent or
   * empty: no chain is checked, and only the authority's name is reported.
   */
  readonly trustedAuthorities?: readonly Uint8Array[];
  /** What the reader knows from another source. Absent: nothing is compared. Not applied to bundles inside a bundle. */
  readonly expected?: Expectations;
  readonly signal?: AbortSignal;
  /** Bytes read so far, and their total. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Whether to compute the SHA-256 of the whole file, while the files in it are read. */
  readonly wholeDigest?: boolean;
  /** A running SHA-256; WebAssembly by default. */
  readonly createDigest?: () => Promise<RunningDigest>;
  /** A running CRC-32; WebAssembly by default. */
  readonly createCrc32?: () => Promise<RunningCrc32>;
  /** Inflates the data of PNG files; the platform's own stream by default. */
  readonly inflate?: Inflate;
  /** Called when a picture was read for its pixels, with the size of its file. */
  readonly onPicture?: (size: number) => void;
}
