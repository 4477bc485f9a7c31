import { zlibSync } from 'fflate';
import './bytes.ts';

/** Node's `deflateSync` for a browser, which has no synchronous compression of its own. */
export function deflateSync(bytes: Uint8Array): Uint8Array {
  return Buffer.from(zlibSync(bytes));
}

export default { deflateSync };
