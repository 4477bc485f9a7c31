import type { FindingTable } from './table.ts';

/** Findings about the seals, the certificate and its key. */
export const sealCodes = {
  'certificate.authority.claimed': {
    notice: 'The key of the certificate may also be used to make other certificates.',
  },
  'certificate.condition.unknown': {
    failure:
      'The certificate sets a condition that must be kept, and no program here knows it. Other programs refuse this seal.',
  },
  'certificate.digest.weak': {
    failure:
      'The certificate was made in an old way that can be copied. Another certificate could pass for it.',
  },
  'certificate.exponent.weak': {
    failure: 'The key of the certificate was made in a way that is too weak. Others might sign in its place.',
  },
  'certificate.issuer.mismatch': {
    failure: 'A certificate beside the signer’s has the issuer’s name, but cannot have issued it.',
  },
  'certificate.name.foreign': { failure: 'The name in the certificate has the number of another key.' },
  'certificate.name.neutral': {
    success: 'The name in the certificate is the number of its key. It names no person.',
  },
  'certificate.name.not-checked': {
    notice: 'The certificate has a name that nobody has checked. Only the fingerprint tells keys apart.',
  },
  'certificate.purpose.other': { notice: 'The certificate was not made for signing papers.' },
  'certificate.purpose.refused': {
    failure:
      'The certificate is for something else, not for signing papers. Other programs refuse this seal.',
  },
  'certificate.term.ended': { failure: 'The seal was made after the certificate had ended.' },
  'certificate.term.held': { success: 'The seal was made within the dates of the certificate.' },
  'certificate.term.near': {
    notice: 'The seal was made some hours before the certificate begins. The clock may have been wrong.',
  },
  'certificate.term.not-begun': { failure: 'The seal was made before the certificate begins.' },
  'certificate.usage.refused': {
    failure: 'The certificate says that its key may not be used to sign. Other programs refuse this seal.',
  },
  'certificate.use.held': { success: 'The certificate may be used for a seal.' },
  'seal.authority.match': { success: 'The last time-stamp is from the same authority as the sealed ones.' },
  'seal.place.unsealed': { notice: 'No seal covers the last time-stamp, for it was made after the seals.' },
  'signature.certificate.failed': { failure: 'The seal carries another certificate.' },
  'signature.certificate.held': { success: 'The seal carries the same certificate.' },
  'signature.digest.failed': { failure: 'The seal is over another list of files.' },
  'signature.digest.held': { success: 'The seal is over this very list of files.' },
  'signature.file.missing': { missing: 'A seal, or the file that it seals, is not here.' },
  'signature.parse.failed': { failure: 'The seal cannot be read: it is not as it was made.' },
  'signature.parse.held': { success: 'The seal can be read.' },
  'signature.signature.failed': { failure: 'The seal was not made with the key of the certificate.' },
  'signature.signature.held': { success: 'The seal was made with the key of the certificate.' },
  'signature.signing-certificate-v2.failed': {
    failure: 'The seal itself names another certificate, or none.',
  },
  'signature.signing-certificate-v2.held': { success: 'The seal itself names the certificate.' },
  'signature.signing-time.match': { success: 'The seal gives the time of the export, as it should.' },
  'signature.signing-time.mismatch': { failure: 'The seal does not give the time of the export.' },
  'signer.case.match': { success: 'The record of the case names this certificate.' },
  'signer.case.mismatch': { failure: 'The record of the case names another certificate.' },
  'signer.certificate.fingerprint': {
    notice:
      'This is the fingerprint of the key. Compare it with the one written down when the bundle was made.',
  },
  'signer.certificate.issuer': {
    notice: 'Somebody else issued the certificate. Whether they did is not checked here.',
  },
  'signer.certificate.readable': { success: 'The certificate can be read.' },
  'signer.certificate.unreadable': {
    failure: 'The certificate cannot be read, so neither seal can be checked.',
    missing: 'The certificate is not here, so neither seal can be checked.',
  },
  'signer.history.changed': {
    notice: 'Earlier events name another key than the one that sealed this bundle.',
  },
  'signer.history.contradicted': { failure: 'An event names a key that was not in use at that time.' },
  'signer.history.early': {
    notice: 'An event names the key before its certificate begins. A clock that was set can do this.',
  },
  'signer.history.match': { success: 'The chain leads to the key that sealed this bundle.' },
  'signer.history.mismatch': {
    failure: 'The chain does not lead to the key that sealed this bundle.',
    missing:
      'The chain does not lead to the key of this bundle. A lost event may have said that it was replaced.',
  },
  'signer.history.replaced': { notice: 'The key that seals bundles was replaced by another.' },
} as const satisfies FindingTable;
