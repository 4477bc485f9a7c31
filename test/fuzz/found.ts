import type { ByteChange } from './byte-changes.ts';
import type { JsonChange } from './json-changes.ts';
import type { ZipChange } from './zip-changes.ts';

// Changes to the kept bundle on which a reader once failed. They always run, first and at every seed.

/** To the ZIP. */
export const foundZips: readonly ZipChange[] = [
  // The first bytes are gone: its first entry then began before the file, and was read there.
  { fields: [], bytes: [{ kind: 'cut', at: 0, length: 10 }] },
  { fields: [], bytes: [{ kind: 'cut', at: 0, length: 500 }] },
];

/** To the JSON of the case and of an exhibit. */
export const foundJson: readonly JsonChange[] = [];

/** To the DER of a signature and of a certificate. */
export const foundDer: readonly (readonly ByteChange[])[] = [];
