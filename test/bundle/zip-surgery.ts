import { crc32 } from 'node:zlib';
import { asicManifestText, isCoveredByContainer } from '../../src/bundle/asic-manifest.ts';
import { bundlePaths, tagFiles, textBytes } from '../../src/bundle/layout.ts';
import { manifestToText } from '../../src/bundle/manifest.ts';
import { centralHeader, endRecord, localHeader, toMsDosMoment } from '../../src/bundle/zip/zip-headers.ts';
import { toPem } from '../../src/crypto/certificates/certificate.ts';
import { sha256 } from '../../src/crypto/digest.ts';
import type { Signer } from '../../src/crypto/signing-key.ts';
import { exportedAt } from '../samples/bundle.ts';

/** The files of a bundle, in order, taken apart so that they can be changed and put together again. */
export type Files = Map<string, Uint8Array>;

/** Takes a ZIP of ours apart. Reads local headers only, so that it works on nothing but a whole bundle. */
export function toFiles(zip: Uint8Array): Files {
  const files: Files = new Map();
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  let offset = 0;
  while (view.getUint32(offset, true) === 0x04034b50) {
    const size = view.getUint32(offset + 22, true);
    const start = offset + 30 + view.getUint16(offset + 26, true);
    const name = new TextDecoder().decode(zip.subarray(offset + 30, start));
    files.set(name, zip.slice(start, start + size));
    offset = start + size;
  }
  return files;
}

/** What a forger's ZIP writer may do otherwise. */
export interface ZipForgery {
  readonly at?: Date;
  /** A second entry, listed like the others. */
  readonly extra?: readonly (readonly [name: string, bytes: Uint8Array])[];
  /** The name in the central directory, when it is to differ. */
  readonly listedAs?: (name: string) => string;
  /** The order of the central directory, when it is to differ. */
  readonly reverseDirectory?: boolean;
  /** Bytes before the first entry, between two, and behind the end. */
  readonly before?: Uint8Array;
  readonly between?: Uint8Array;
  readonly after?: Uint8Array;
  /** Entries that stand in the file but not in the directory. */
  readonly unlisted?: readonly string[];
}

/** Puts files together as our own writer does, CRC-32 and all, but for the forgery. */
export function toZip(files: Files, forgery: ZipForgery = {}): Uint8Array {
  const moment = toMsDosMoment(forgery.at ?? new Date(exportedAt));
  const locals: Uint8Array[] = [forgery.before ?? new Uint8Array()];
  const central: Uint8Array[] = [];
  let offset = locals[0]?.length ?? 0;
  let index = 0;
  for (const [name, bytes] of [...files, ...(forgery.extra ?? [])]) {
    if (index === 3 && forgery.between) {
      locals.push(forgery.between);
      offset += forgery.between.length;
    }
    const facts = { offset, size: bytes.length, crc32: crc32(bytes), moment };
    const header = localHeader({ ...facts, rawName: textBytes(name) });
    locals.push(header, bytes);
    if (!forgery.unlisted?.includes(name))
      central.push(centralHeader({ ...facts, rawName: textBytes(forgery.listedAs?.(name) ?? name) }));
    offset += header.length + bytes.length;
    index += 1;
  }
  if (forgery.reverseDirectory) central.reverse();
  const directory = Buffer.concat(central);
  const end = endRecord(central.length, directory.length, offset);
  return new Uint8Array(Buffer.concat([...locals, directory, end, forgery.after ?? new Uint8Array()]));
}

/** How far a forger goes. Without a signer the manifests are made anew and the signatures left as they were. */
export async function reseal(files: Files, signer?: Signer): Promise<Files> {
  const sealed: Files = new Map(files);
  const lines = async (belongs: (path: string) => boolean) =>
    Promise.all(
      [...sealed]
        .filter(([path]) => belongs(path))
        .map(async ([path, bytes]) => ({ path, sha256: await sha256(bytes) })),
    );
  const at = new Date(exportedAt);
  if (signer) sealed.set(bundlePaths.certificate, textBytes(toPem(signer.certificate)));
  const payload = manifestToText(await lines(path => path.startsWith('data/')));
  sealed.set(bundlePaths.manifest, textBytes(payload));
  const tags = textBytes(manifestToText(await lines(path => tagFiles.includes(path))));
  sealed.set(bundlePaths.tagManifest, tags);
  if (signer) sealed.set(bundlePaths.tagManifestSignature, await signer.sign(tags, at));
  const container = textBytes(asicManifestText(await lines(isCoveredByContainer)));
  sealed.set(bundlePaths.asicManifest, container);
  if (signer) sealed.set(bundlePaths.asicSignature, await signer.sign(container, at));
  return sealed;
}

/** Where the parts of an entry stand in a ZIP of ours. */
export function locate(zip: Uint8Array, name: string): { local: number; data: number; central: number } {
  const rawName = Buffer.from(name, 'latin1');
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  const local = find(buffer, Buffer.from([0x50, 0x4b, 3, 4]), 30, rawName);
  const central = find(buffer, Buffer.from([0x50, 0x4b, 1, 2]), 46, rawName);
  return { local, data: local + 30 + rawName.length, central };
}

function find(buffer: Buffer, signature: Buffer, nameAt: number, name: Buffer): number {
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, at + 1)) {
    const nameEnd = at + nameAt + name.length;
    const length = buffer.readUInt16LE(at + (nameAt === 30 ? 26 : 28));
    if (length === name.length && buffer.subarray(at + nameAt, nameEnd).equals(name)) return at;
  }
  throw new Error(`no such entry: ${name}`);
}

/** A copy with some bytes replaced. */
export function patched(zip: Uint8Array, offset: number, bytes: readonly number[]): Uint8Array {
  const copy = zip.slice();
  copy.set(bytes, offset);
  return copy;
}
