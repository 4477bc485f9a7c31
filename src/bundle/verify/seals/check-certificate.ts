import { readCertificate } from '../../../crypto/certificates/certificate.ts';
import { type ChainFault, linkFault } from '../../../crypto/certificates/certificate-chain.ts';
import {
  peculiarities,
  type Unfitness,
  unfitness,
} from '../../../crypto/certificates/certificate-fitness.ts';
import { type TermState, termStateOf } from '../../../crypto/certificates/certificate-term.ts';
import {
  type HeldCertificate,
  holdCertificate,
  isNamedIssuer,
  isSelfIssued,
  subjectTexts,
} from '../../../crypto/certificates/held-certificate.ts';
import { nameBinding } from '../../../crypto/certificates/key-name.ts';
import type { SignerCertificates } from '../../../crypto/certificates/signer-certificates.ts';
import { toDer } from '../../../crypto/der.ts';
import type { Finding } from '../../../model/finding.ts';
import { sealCodes } from '../../../model/finding-codes/seals.ts';
import type { CodeOf } from '../../../model/finding-codes.ts';
import { altered, held, noted } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';

const subject = bundlePaths.certificate;

const unfitCodes = {
  usage: 'certificate.usage.refused',
  purpose: 'certificate.purpose.refused',
  condition: 'certificate.condition.unknown',
  digest: 'certificate.digest.weak',
  exponent: 'certificate.exponent.weak',
} as const satisfies Record<Unfitness, CodeOf<'failure'>>;

const linkWords: Readonly<Record<Exclude<ChainFault, 'algorithm' | 'condition' | 'unknown-root'>, string>> = {
  signature: 'did not issue it',
  expired: 'was out of its dates when this was sealed',
  'not-authority': 'may not issue certificates',
};

/**
 * Whether the certificate is fit for a seal by openssl's rules, whether it was valid when the seals say they were made,
 * and what its name is worth. `signingTimes` are those of the seals that hold.
 */
export async function certificateFindings(
  { certificate, chain }: SignerCertificates,
  signingTimes: readonly Date[],
): Promise<readonly Finding[]> {
  const own = holdCertificate(certificate);
  const issuers = chain.map(holdCertificate);
  return [
    await nameFinding(own),
    ...useFindings(own, issuers),
    ...termFindings(certificate, signingTimes),
    ...(await issuerFindings(own, issuers, signingTimes)),
  ];
}

async function nameFinding(own: HeldCertificate): Promise<Finding> {
  const names = subjectTexts(own);
  const spki = toDer(own.parsed.subjectPublicKeyInfo.toSchema());
  const binding = await nameBinding(names, spki);
  const name = shownName([...names.commonNames, ...names.others].join(', '));
  if (binding === 'foreign') {
    const detail = `The name in the certificate, “${name}”, has the number of another key. Somebody gave this key the name of that one.`;
    return altered('certificate.name.foreign', subject, detail);
  }
  if (binding === 'own' && names.isNumberOnly) {
    const detail = 'The name in the certificate is the number of its key. It names no person.';
    return held('certificate.name.neutral', subject, detail);
  }
  const said = name === '' ? 'The certificate has no name.' : `The certificate has the name “${name}”.`;
  const chosen = isSelfIssued(own)
    ? 'Whoever made it chose that name.'
    : 'Whoever issued it wrote that name, and who that was is not checked here.';
  const free = binding === 'own' ? '' : ' Another key may have the same name.';
  const detail = `${said} This name was not checked by anyone. ${chosen}${free} Only the fingerprint tells keys apart.`;
  return noted('certificate.name.not-checked', subject, detail);
}

function useFindings(own: HeldCertificate, issuers: readonly HeldCertificate[]): readonly Finding[] {
  const refused = unfitness(own, issuers)
    .map(reason => unfitCodes[reason])
    .map(code => altered(code, subject, sealCodes[code].failure));
  const unusual = peculiarities(own).map(each =>
    each === 'authority'
      ? noted('certificate.authority.claimed', subject, 'This key may also make other certificates.')
      : noted('certificate.purpose.other', subject, 'The certificate was not made for signing papers.'),
  );
  if (refused.length > 0) return refused;
  return [held('certificate.use.held', subject, 'The certificate may be used for a seal.'), ...unusual];
}

/** One finding for each relation of the seals to the certificate's term; success only when all are within it. */
function termFindings(certificate: Uint8Array, signingTimes: readonly Date[]): readonly Finding[] {
  const found = new Map(signingTimes.map(at => [termStateOf(certificate, at), at]));
  if (found.size > 1) found.delete('within');
  return [...found].map(([state, at]) => termFinding(certificate, state, at));
}

function termFinding(certificate: Uint8Array, state: TermState, at: Date): Finding {
  const { notBefore, notAfter } = readCertificate(certificate);
  const [sealed, first, last] = [at, notBefore, notAfter].map(dayOf);
  switch (state) {
    case 'ended': {
      const detail = `The certificate ended on ${last}, and the seal says that it was made after that, on ${sealed}.`;
      return altered('certificate.term.ended', subject, detail);
    }
    case 'not-begun': {
      const detail = `The certificate begins on ${first}, and the seal says that it was made before that, on ${sealed}.`;
      return altered('certificate.term.not-begun', subject, detail);
    }
    case 'near': {
      const detail = `The seal says that it was made some hours before its certificate begins, on ${first}. The clock may have been set.`;
      return noted('certificate.term.near', subject, detail);
    }
    case 'within': {
      const detail = `The seal says that it was made on ${sealed}, within the dates of the certificate: ${first} to ${last}.`;
      return held('certificate.term.held', subject, detail);
    }
  }
}

/** For a certificate from another issuer: the issuer that it names, and whether the certificates beside it fit. */
async function issuerFindings(
  own: HeldCertificate,
  issuers: readonly HeldCertificate[],
  signingTimes: readonly Date[],
): Promise<readonly Finding[]> {
  const { issuer, isSelfIssued: isOwn } = readCertificate(own.der);
  if (isOwn) return [];
  const detail = `The certificate says that “${shownName(issuer)}” issued it. That chain of certificates is not checked here: HOW-TO-VERIFY.txt says how to check it against the issuer’s own root certificate.`;
  const said = noted('signer.certificate.issuer', subject, detail);
  return [said, ...(await brokenLinks(own, issuers, signingTimes))];
}

/** A certificate beside the signer's with the issuer's name must be able to have issued it, and so on above it. */
async function brokenLinks(
  own: HeldCertificate,
  issuers: readonly HeldCertificate[],
  [at]: readonly Date[],
): Promise<readonly Finding[]> {
  if (at === undefined) return [];
  let below = own;
  for (let depth = 0; depth <= issuers.length && !isSelfIssued(below); depth += 1) {
    const current = below;
    const above = issuers.filter(each => isNamedIssuer(each, current));
    if (above.length === 0) return [];
    const tried = await Promise.all(above.map(each => linkFault(each, current, { at, below: depth })));
    const whole = above.find((_, index) => isWhole(tried[index]));
    if (whole === undefined) return [brokenLink(tried)];
    below = whole;
  }
  return [];
}

/** Faults that only mean "not checked" break nothing. */
function isWhole(fault: ChainFault | undefined): boolean {
  return fault === undefined || !(fault in linkWords);
}

function brokenLink(faults: readonly (ChainFault | undefined)[]): Finding {
  const why = faults.flatMap(fault =>
    fault === 'signature' || fault === 'expired' || fault === 'not-authority' ? [linkWords[fault]] : [],
  );
  const detail = `A certificate that came along bears the name of the issuer, but it ${why[0] ?? linkWords.signature}.`;
  return altered('certificate.issuer.mismatch', subject, detail);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * A name without characters that could change how the line is shown, or symbols such as ticks and crests that suggest a
 * check, because anyone can write anything into a certificate.
 */
export function shownName(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}\p{P} ]/gu, '?').slice(0, 200);
}
