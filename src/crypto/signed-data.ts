import { equalBytes, holdsBytes } from './bytes.ts';
import { type OpenedCertificate, openCertificate, parseCertificate } from './certificates/certificate.ts';
import { isSameChain } from './certificates/signer-certificates.ts';
import {
  decodeSignedData,
  encodeSignedData,
  type SignedFacts,
  type SignedParts,
  signedBytes,
} from './cms.ts';
import { sha256Bytes } from './digest.ts';
import { schemeOf } from './signature-scheme.ts';

/** What to sign, with which key, and the signing time to state. `at` is kept in whole seconds. */
export interface SigningInput {
  readonly content: Uint8Array;
  /** The private key's X.509 certificate in DER. */
  readonly certificate: Uint8Array;
  /** The issuers' certificates, to be embedded in the signature. Absent means none. */
  readonly chain?: readonly Uint8Array[];
  readonly privateKey: CryptoKey;
  readonly at: Date;
}

/** The form, the content's digest, the signature, the signer, and that the signature names its certificate. */
export type SignatureAspect = 'parse' | 'digest' | 'signature' | 'certificate' | 'signing-certificate-v2';

/** The result of one check on a signature. */
export interface SignatureCheck {
  readonly aspect: SignatureAspect;
  readonly held: boolean;
  /** One English sentence, for a report. */
  readonly detail: string;
  /** Present only on a signature that held: the signer's clock, in whole seconds. */
  readonly signingTime?: Date;
}

// 1.2.840.113549.1.9.16.2.14 in DER. A signature that does not contain these bytes has no token and need not be parsed.
const TIME_STAMP_ATTRIBUTE = new Uint8Array([6, 11, 42, 134, 72, 134, 247, 13, 1, 9, 16, 2, 14]);

// A CMS made by Holdfast is under 1 KB; a time-stamp with its chain can add about 10 KB.
const LARGEST = 65_536;

/**
 * A detached CMS signature in DER (RFC 5652) at CAdES baseline B (ETSI EN 319 122-1), over SHA-256 with the scheme of
 * the certificate's key. It embeds the certificate and its chain; its four attributes, all signed, are content-type,
 * message-digest, signing-time and signing-certificate-v2. Rejects when the key may not sign or the certificate is
 * unreadable.
 */
export async function signDetached(input: SigningInput): Promise<Uint8Array<ArrayBuffer>> {
  const facts: SignedFacts = {
    contentDigest: await sha256Bytes(input.content),
    certificateDigest: await sha256Bytes(input.certificate),
    signingTime: input.at,
  };
  const { certificate, chain, privateKey } = input;
  const scheme = schemeOf(parseCertificate(certificate).subjectPublicKeyInfo);
  const signature = await scheme.sign(privateKey, signedBytes(facts));
  return encodeSignedData({ facts, certificate, signature, ...(chain === undefined ? {} : { chain }) });
}

/** Requests a time-stamp token over a SHA-256 (32 bytes). Resolves to undefined when none is available. */
export type StampDigest = (digest: Uint8Array<ArrayBuffer>) => Promise<Uint8Array | undefined>;

/**
 * The same signature at CAdES baseline T: a token over SHA-256 of the signature's octets becomes its only unsigned
 * attribute (ETSI EN 319 122-1, 5.3), replacing an earlier token. Returns `cms` unchanged when there is no token. The
 * token is not checked. Rejects when `cms` is not a signature of {@link signDetached}, when the token is not DER, and
 * with whatever `stamp` throws.
 */
export async function withTimeStamp(
  cms: Uint8Array<ArrayBuffer>,
  stamp: StampDigest,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = decodeSignedData(cms);
  const timeStampToken = await stamp(await sha256Bytes(parts.signature));
  return timeStampToken === undefined ? cms : encodeSignedData({ ...parts, timeStampToken });
}

/** The token in a signature and the SHA-256 that it should be over; undefined when no token can be read. */
export async function timeStampIn(
  cms: Uint8Array,
): Promise<{ readonly token: Uint8Array; readonly imprint: Uint8Array } | undefined> {
  if (cms.length > LARGEST || !holdsBytes(cms, TIME_STAMP_ATTRIBUTE)) return undefined;
  const parts = attempt(() => decodeSignedData(cms));
  if (parts?.timeStampToken === undefined) return undefined;
  return { token: parts.timeStampToken, imprint: await sha256Bytes(parts.signature) };
}

/**
 * Checks that {@link signDetached} or {@link withTimeStamp} made `cms` over `content` with the key of `certificate`
 * (DER). Makes all five checks and never rejects; when the CMS cannot be read, the only check is a failed `parse`.
 *
 * `parse` is strict: the CMS is rebuilt from what was read and must match byte for byte. This detects changes that no
 * signature covers: an added unsigned attribute, trailing bytes, another encoding or the second ECDSA form. A
 * time-stamp token is not checked: use {@link timeStampIn}. The embedded issuers' certificates are not signed either;
 * they must be those of `chain`, which the caller takes from where they are covered.
 *
 * It does not show that the certificate is the right one: compare its fingerprint with one recorded elsewhere.
 */
export async function verifyDetached(
  cms: Uint8Array,
  content: Uint8Array,
  certificate: Uint8Array,
  chain: readonly Uint8Array[] = [],
): Promise<readonly SignatureCheck[]> {
  const decoded = attempt(() => (cms.length > LARGEST ? undefined : decodeSignedData(cms)));
  if (decoded === undefined) return [check('parse', false, '', 'The signature file cannot be read.')];
  const opened = await openCertificate(certificate).catch(() => undefined);
  return [
    checkForm(cms, decoded, chain),
    check(
      'digest',
      equalBytes(decoded.facts.contentDigest, await sha256Bytes(content)),
      'The signed digest is that of the content.',
      'The content is not what was signed.',
    ),
    await checkSignature(decoded, opened),
    checkCertificate(decoded, certificate, opened),
    check(
      'signing-certificate-v2',
      equalBytes(decoded.facts.certificateDigest, await sha256Bytes(certificate)),
      'The signature names this certificate.',
      'The signature names another certificate.',
    ),
  ];
}

function checkForm(cms: Uint8Array, decoded: SignedParts, chain: readonly Uint8Array[]): SignatureCheck {
  const rewritten = attempt(() => encodeSignedData(decoded));
  const scheme = attempt(() => schemeOf(parseCertificate(decoded.certificate).subjectPublicKeyInfo));
  return check(
    'parse',
    rewritten !== undefined &&
      equalBytes(rewritten, cms) &&
      scheme?.isAsWritten(decoded.signature) === true &&
      isSameChain(decoded.chain ?? [], chain),
    'The signature file is written as Holdfast writes it.',
    'The signature file is not written as Holdfast writes it.',
  );
}

async function checkSignature(
  { facts, signature }: SignedParts,
  opened: OpenedCertificate | undefined,
): Promise<SignatureCheck> {
  const signed = attempt(() => signedBytes(facts));
  const canCheck = opened !== undefined && signed !== undefined;
  const held = canCheck && (await opened.scheme.verify(opened.key, signature, signed));
  return {
    ...check('signature', held, 'The key signed this.', 'The key did not sign this.'),
    ...(held ? { signingTime: facts.signingTime } : {}),
  };
}

function checkCertificate(
  decoded: SignedParts,
  certificate: Uint8Array,
  opened: OpenedCertificate | undefined,
): SignatureCheck {
  const isSame = equalBytes(decoded.certificate, certificate);
  return check(
    'certificate',
    isSame && opened !== undefined,
    opened?.isSelfSigned === false
      ? 'The certificate is the one inside the signature. Another issued it, which is not checked here.'
      : 'The certificate is the one inside the signature, and signed by its own key.',
    isSame
      ? 'The certificate is not signed by its own key.'
      : 'The certificate is not the one inside the signature.',
  );
}

function check(aspect: SignatureAspect, held: boolean, yes: string, no: string): SignatureCheck {
  return { aspect, held, detail: held ? yes : no };
}

// The bytes are untrusted: an unreadable part is a finding, not an error.
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
