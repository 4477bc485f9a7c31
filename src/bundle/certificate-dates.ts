/** What the verifier asks of a certificate's dates, for whoever writes bundles: it can look first. */
export { type TermState, termStateOf } from '../crypto/certificate-term.ts';
