import * as asn1js from 'asn1js';
import {
  Accuracy,
  Attribute,
  Certificate,
  CertificateRevocationList,
  ContentInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  Time,
} from 'pkijs';
import { asicManifestText, isCoveredByContainer } from '../../../src/bundle/asic-manifest.ts';
import type { BundleInput } from '../../../src/bundle/bundle-input.ts';
import { bundlePaths, tagFiles, textBytes } from '../../../src/bundle/layout.ts';
import { manifestToText } from '../../../src/bundle/manifest.ts';
import { fromPemFile } from '../../../src/crypto/certificates/held-certificate.ts';
import { decodeSignedData, encodeSignedData, type SignedParts } from '../../../src/crypto/cms.ts';
import { sha256, sha256Bytes } from '../../../src/crypto/digest.ts';
import { systemRandom } from '../../../src/crypto/random.ts';
import { withTimeStamp } from '../../../src/crypto/signed-data.ts';
import { createTimeStampRequest } from '../../../src/crypto/time-stamp/time-stamp-request.ts';
import type { CustodyEvent } from '../../../src/model/custody.ts';
import {
  type AuthorityKeys,
  type AuthorityName,
  authorityKeys,
  revoke,
} from '../../samples/authority/keys.ts';
import { forge, stamp, tokenOf } from '../../samples/authority/replies.ts';
import { exportedAt, linkEvents, sampleInput, sampleSigner, zipOf } from '../../samples/bundle.ts';
import { eventsOf, replyAt, timeStampsAt, withCaptureTimeStamps, withChainOf } from '../time-stamped.ts';
import { type Files, toFiles, toZip } from '../zip-surgery.ts';
import { get } from './forgeries.ts';

/** Where time-stamps stand. */
export const bagSeal = bundlePaths.tagManifestSignature;
export const list = bundlePaths.tagManifestTimeStamp;
export const lastSeal = bundlePaths.asicSignature;
export const second = bundlePaths.secondTimeStamp;
export const capture1 = 'data/exhibits/ABC_1/capture.tsr';

/** Seconds after the sample was exported. */
export const atExport = '2026-03-04T05:06:10.250Z';

let made: AuthorityKeys | undefined;
/** Authorities for every row, whose keys are gone when the process ends. */
export function keys(): AuthorityKeys {
  if (made === undefined) {
    const own = authorityKeys();
    revoke(own, 'withdrawn', 'superseded');
    revoke(own, 'compromised', 'keyCompromise');
    process.once('exit', () => own.remove());
    made = own;
  }
  return made;
}

let input: Promise<BundleInput> | undefined;
/** The sample with every time-stamp that it can have. */
export async function stampedInput(): Promise<BundleInput> {
  input ??= sampleInput().then(sample =>
    withCaptureTimeStamps(sample, (imprint, { record }) => replyAt(keys(), imprint, record.completedAt)),
  );
  return { ...(await input), timeStamps: timeStampsAt(keys(), atExport) };
}

let stamped: Promise<Uint8Array> | undefined;
/** The files of that sample. */
export async function stampedFiles(): Promise<Files> {
  stamped ??= stampedInput().then(zipOf);
  return toFiles(await stamped);
}

let twice: Promise<Uint8Array> | undefined;
/** The files of that sample with the time-stamp of a second authority over its list of files. */
export async function twiceStampedFiles(): Promise<Files> {
  twice ??= stampedInput().then(input =>
    zipOf({
      ...input,
      timeStamps: {
        ...timeStampsAt(keys(), atExport),
        stampBesides: async imprint => ({ reply: replyAt(keys(), imprint, atExport, 'foreign') }),
      },
    }),
  );
  return toFiles(await twice);
}

/** The stamped sample with files changed, by somebody without a key. */
export async function withoutKey(change: (files: Files) => unknown): Promise<Uint8Array> {
  const files = await stampedFiles();
  await change(files);
  return toZip(files);
}

/** What is put into the seal of the container: a token over its signature. */
export async function withToken(
  files: Files,
  token: (imprint: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<void> {
  const cms = new Uint8Array(get(files, lastSeal));
  files.set(lastSeal, await withTimeStamp(cms, async imprint => token(imprint)));
}

/** The token that is there, changed. */
export async function withTokenChanged(
  files: Files,
  change: (token: Uint8Array) => Uint8Array,
): Promise<void> {
  const { timeStampToken = new Uint8Array() } = decodeSignedData(get(files, lastSeal));
  await withToken(files, () => change(timeStampToken));
}

/** The seal of the container with other parts than it has. */
export function withParts(files: Files, change: (parts: SignedParts) => SignedParts): void {
  files.set(lastSeal, encodeSignedData(change(decodeSignedData(get(files, lastSeal)))));
}

export function withoutToken(files: Files): void {
  withParts(files, ({ timeStampToken: _, ...parts }) => parts);
}

/** A token of this moment by this authority. */
export function tokenAt(at: string, authority?: AuthorityName): (imprint: Uint8Array) => Uint8Array {
  return imprint => tokenOf(replyAt(keys(), imprint, at, authority));
}

/** A reply whose signature names its certificate by SHA-1. */
export function replyBySha1(imprint: Uint8Array): Uint8Array {
  return stamp(keys(), createTimeStampRequest(imprint, systemRandom).der, { binding: 'sha1' });
}

/** A reply of this moment that says of itself that it may be two years off. */
export function vagueReplyAt(at: string): (imprint: Uint8Array) => Uint8Array {
  return imprint =>
    forge(keys(), createTimeStampRequest(imprint, systemRandom).der, {
      change: info => {
        info.genTime = new Date(at);
        info.accuracy = new Accuracy({ seconds: 63_072_000 });
      },
    });
}

/** What no signature covers in a token, changed. */
export function tokenWith(token: Uint8Array, change: (signedData: SignedData) => void): Uint8Array {
  const outer = new ContentInfo({ schema: asn1js.fromBER(new Uint8Array(token)).result });
  const signedData = new SignedData({ schema: outer.content });
  change(signedData);
  const content = signedData.toSchema(true);
  return new Uint8Array(new ContentInfo({ contentType: outer.contentType, content }).toSchema().toBER());
}

export function certificateOf(pem: string): Certificate {
  const [der = new Uint8Array()] = fromPemFile(pem);
  return Certificate.fromBER(new Uint8Array(der).buffer);
}

/** An attribute that no signature covers. */
export function addUnsigned(signedData: SignedData): void {
  const [signer] = signedData.signerInfos;
  const attribute = new Attribute({
    type: '1.2.3.4.5',
    values: [new asn1js.Utf8String({ value: 'checked by the police' })],
  });
  if (signer !== undefined)
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] });
}

/** A list of revoked certificates with nothing in it. */
export function addCrl(signedData: SignedData): void {
  const [certificate] = signedData.certificates ?? [];
  if (!(certificate instanceof Certificate)) throw new Error('no certificate');
  const list = new CertificateRevocationList({
    issuer: certificate.issuer,
    signature: certificate.signatureAlgorithm,
    signatureAlgorithm: certificate.signatureAlgorithm,
    signatureValue: new asn1js.BitString({ valueHex: new Uint8Array(8).buffer }),
    thisUpdate: new Time({ type: 0, value: new Date(atExport) }),
  });
  signedData.crls = [list];
}

/** Replies over an imprint; without one that place has no time-stamp. */
export interface SealStamps {
  readonly bag?: ((imprint: Uint8Array) => Uint8Array) | undefined;
  readonly list?: ((imprint: Uint8Array) => Uint8Array) | undefined;
  readonly last?: ((imprint: Uint8Array) => Uint8Array) | undefined;
  /** Of a second authority, over the list of files. */
  readonly second?: ((imprint: Uint8Array) => Uint8Array) | undefined;
  /** What each seal says of when it was made. */
  readonly bagAt?: string;
  readonly lastAt?: string;
}

/** Files sealed again by the holder of the key, with these time-stamps. */
export async function sealedWith(files: Files, stamps: SealStamps): Promise<Uint8Array> {
  const signer = await sampleSigner();
  const all: Files = new Map([...files].filter(([path]) => !isSeal(path)));
  const lines = async (belongs: (path: string) => boolean) =>
    Promise.all(
      [...all]
        .filter(([path]) => belongs(path))
        .map(async ([path, bytes]) => ({ path, sha256: await sha256(bytes) })),
    );
  const sign = async (content: Uint8Array, at: string | undefined, reply: SealStamps['bag']) => {
    const cms = await signer.sign(content, new Date(at ?? exportedAt));
    return reply === undefined ? cms : withTimeStamp(cms, async imprint => tokenOf(reply(imprint)));
  };
  all.set(bundlePaths.manifest, textBytes(manifestToText(await lines(path => path.startsWith('data/')))));
  const tags = textBytes(manifestToText(await lines(path => tagFiles.includes(path))));
  all.set(bundlePaths.tagManifest, tags);
  all.set(bagSeal, await sign(tags, stamps.bagAt, stamps.bag));
  if (stamps.list !== undefined) all.set(list, stamps.list(await sha256Bytes(tags)));
  if (stamps.second !== undefined) all.set(second, stamps.second(await sha256Bytes(tags)));
  const container = textBytes(asicManifestText(await lines(isCoveredByContainer)));
  all.set(bundlePaths.asicManifest, container);
  all.set(lastSeal, await sign(container, stamps.lastAt, stamps.last));
  return toZip(all);
}

function isSeal(path: string): boolean {
  return path === bundlePaths.manifest || path.startsWith('tagmanifest') || path.startsWith('META-INF/');
}

/** The stamped sample written by the holder with another chain. */
export async function withEventsOf(
  change: (events: readonly CustodyEvent[], stamped: CustodyEvent) => readonly CustodyEvent[],
  also: (input: BundleInput) => BundleInput | Promise<BundleInput> = input => input,
): Promise<Uint8Array> {
  const input = await also(await stampedInput());
  const events = eventsOf(input);
  const first = events.find(({ action }) => action === 'capture.stamped');
  if (first === undefined) throw new Error('a sample without a stamped record');
  return zipOf(withChainOf(input, await linkEvents(change(events, first))));
}

/** The input with another time-stamp over its first record, or none. */
export async function withFirstReply(
  input: BundleInput,
  make?: (imprint: Uint8Array) => Uint8Array<ArrayBuffer>,
): Promise<BundleInput> {
  const [first, ...others] = input.exhibits;
  if (first?.timeStamp === undefined) throw new Error('a sample without a time-stamp');
  const { timeStamp, ...bare } = first;
  if (make === undefined) return { ...input, exhibits: [bare, ...others] };
  const reply = make(await sha256Bytes(first.recordBytes));
  const other = {
    ...timeStamp,
    size: reply.length,
    sha256: (await sha256(reply)) as typeof timeStamp.sha256,
  };
  const readArtifact: typeof first.readArtifact = async artifact =>
    artifact === other ? reply : first.readArtifact(artifact);
  return { ...input, exhibits: [{ ...first, timeStamp: other, readArtifact }, ...others] };
}

/** The stamped sample as earlier versions made it: the record does not say that an authority was asked. */
export async function olderFiles(): Promise<Files> {
  const { timeStamps: _, ...older } = await stampedInput();
  return toFiles(await zipOf(older));
}
