import type { Sha256 } from './identifiers.ts';

/** One file of an export, as given to the user. */
export interface ExportedVolume {
  readonly name: string;
  readonly size: number;
  readonly sha256: Sha256;
}
