/** For an export: the verifier's own rules decide which lists are good for a time-stamp. */
export { revocationClient } from '../crypto/revocation-client.ts';
