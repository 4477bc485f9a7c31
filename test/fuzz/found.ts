import type { ByteChange } from './byte-changes.ts';
import type { JsonChange } from './json-changes.ts';
import type { ZipChange } from './zip-changes.ts';

// Changes to the kept bundle on which a reader once failed. They always run, first and at every seed.

/** To the ZIP. */
export const foundZips: readonly ZipChange[] = [];

/** To the JSON of the case and of an exhibit. */
export const foundJson: readonly JsonChange[] = [];

/** To the DER of a signature and of a certificate. */
export const foundDer: readonly (readonly ByteChange[])[] = [];
