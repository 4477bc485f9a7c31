import { zlibSync } from 'fflate';
import './bytes.ts';

/** Node's `deflateSync` for a browser, where compression at once is not to be had otherwise. */
export function deflateSync(bytes: Uint8Array): Uint8Array {
  return Buffer.from(zlibSync(bytes));
}

export default { deflateSync };
