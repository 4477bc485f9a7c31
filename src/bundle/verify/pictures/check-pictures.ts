import type { CaptureRecord, Composition } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { wasmCrc32 } from '../../zip/crc32.ts';
import { streamInflate } from '../../zip/inflating.ts';
import { type RunningDigest, wasmDigest } from '../../zip/running-digest.ts';
import type { BundleContents } from '../contents.ts';
import type { VerifyOptions } from '../verify-options.ts';
import type { CopiesCheck } from './check-copy-pixels.ts';
import { PngFault } from './png-chunks.ts';
import { type PixelKind, readPng } from './png-rows.ts';
import { type Region, RegionDigests } from './region-digests.ts';

/** The exhibit's folder, its record, and the joined pictures whose sizes are consistent. */
export interface PictureChecking {
  readonly folder: string;
  readonly record: CaptureRecord;
  readonly replayable: readonly Composition[];
  readonly copies: Pick<CopiesCheck, 'paths' | 'covered'>;
}

/**
 * Checks every picture of a record from its first byte to its last: it is one whole PNG with the pixels that its header
 * states, and each joined or cut picture shows, pixel for pixel, the stated parts of its sources. Each file is read
 * once, a few rows at a time, whatever its stated size.
 */
export async function checkPictures(
  contents: BundleContents,
  { folder, record, replayable, copies }: PictureChecking,
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const seen = new Map<string, Seen>();
  const wanted = wantedRegions(replayable, copies.covered);
  for (const path of [...picturePaths(record), ...copies.paths]) {
    const pieces = contents.pieces(`${folder}${path}`);
    if (pieces === undefined) continue;
    options.signal?.throwIfAborted();
    const result = await lookThrough(pieces, wanted.get(path) ?? new Map(), options);
    options.onPicture?.(contents.files.get(`${folder}${path}`)?.size ?? 0);
    if ('fault' in result) findings.push(altered('picture.file.broken', `${folder}${path}`, result.fault));
    else {
      seen.set(path, result);
      if (result.kind === 'unread') findings.push(noted('picture.file.unusual', `${folder}${path}`, unusual));
      else if (result.more.length > 0)
        findings.push(noted('picture.file.more', `${folder}${path}`, moreWords(result.more)));
    }
  }
  const replayed = replayable.map(composition => compare(composition, seen, folder));
  return [...findings, ...replayed, ...(await checkCovered(seen, { folder, copies }, options))];
}

const unusual = 'It is a PNG of a kind that no browser writes. What it shows was not compared.';
/** The chunks that browsers write: the pixels and their colour spaces. */
const usualChunks = /^(?:IHDR|IDAT|IEND|sRGB|gAMA|cHRM|iCCP|cICP|mDCV|cLLI|sBIT)$/;
/** Limit on the chunk types that a finding names. */
const mostNamed = 5;

function moreWords(types: readonly string[]): string {
  return `Beside its pixels it holds what no browser writes: ${types.slice(0, mostNamed).join(', ')}. It may be words, or may make a program show the picture turned, stretched or otherwise. Nobody recorded that.`;
}

const same = 'It shows, pixel for pixel, what the pictures show that it was made of.';
const notHere = 'A picture that it is said to be made of is not here to compare, or cannot be compared.';

/** A picture that was read to its end, with the digests of its wanted regions by their keys. */
interface Seen {
  readonly kind: PixelKind;
  /** Types of its chunks that no browser writes, in order. */
  readonly more: readonly string[];
  readonly digests: ReadonlyMap<string, string | undefined>;
}

function picturePaths({ artifacts }: CaptureRecord): ReadonlySet<string> {
  return new Set(artifacts.filter(({ mediaType }) => mediaType === 'image/png').map(({ path }) => path));
}

/** Regions of one picture by key; each is digested once, however often it is needed. */
type Regions = ReadonlyMap<string, Region>;

/** The regions to digest in each picture: where parts were taken from, and where they were put. */
function wantedRegions(
  compositions: readonly Composition[],
  covered: CopiesCheck['covered'],
): ReadonlyMap<string, Regions> {
  const wanted = new Map<string, Map<string, Region>>();
  const add = (path: string, region: Region) => {
    const regions = wanted.get(path) ?? new Map<string, Region>();
    wanted.set(path, regions.set(keyOf(region), region));
  };
  for (const { path, parts } of compositions)
    for (const { path: source, from, to } of parts) {
      add(source, from);
      add(path, { ...to, width: from.width, height: from.height });
    }
  for (const [path, areas] of covered) for (const area of areas) add(path, area);
  return wanted;
}

async function lookThrough(
  pieces: AsyncIterable<Uint8Array>,
  regions: Regions,
  options: VerifyOptions,
): Promise<Seen | { readonly fault: string }> {
  const digests = new RegionDigests([...regions.values()], options.createDigest ?? wasmDigest);
  const crc32 = await (options.createCrc32 ?? wasmCrc32)();
  const inflate = options.inflate ?? streamInflate;
  const compared = {
    onRow: (row: Uint8Array) => digests.add(row),
    afterRows: () => digests.settle(),
  };
  const more = new Set<string>();
  try {
    const kind = await readPng(pieces, {
      onChunk: type => !usualChunks.test(type) && more.size <= mostNamed && more.add(type),
      ...{ crc32, inflate, signal: options.signal },
      ...(regions.size > 0 && compared),
    });
    const found = digests.digests();
    return {
      kind,
      more: [...more],
      digests: new Map([...regions.keys()].map((key, index) => [key, found[index]])),
    };
  } catch (error) {
    if (!(error instanceof PngFault)) throw error;
    return { fault: `This picture is not a whole PNG file. ${error.message}` };
  }
}

/** Whether every part of a joined picture has the pixels of its stated source. */
function compare({ path, parts }: Composition, seen: ReadonlyMap<string, Seen>, folder: string): Finding {
  const subject = `${folder}${path}`;
  const digestOf = (name: string, region: Region) => {
    const found = seen.get(name);
    return found?.kind === 'opaque' ? found.digests.get(keyOf(region)) : undefined;
  };
  let isAllHere = true;
  for (const { path: source, from, to } of parts) {
    const taken = digestOf(source, from);
    const put = digestOf(path, { ...to, width: from.width, height: from.height });
    if (taken === undefined || put === undefined) isAllHere = false;
    else if (taken !== put) return altered('capture.pixels.mismatch', subject, differs(source, to));
  }
  return isAllHere
    ? held('capture.pixels.match', subject, same)
    : noted('capture.pixels.not-compared', subject, notHere);
}

/** Areas that a working copy covers must be opaque black. */
async function checkCovered(
  seen: ReadonlyMap<string, Seen>,
  { folder, copies }: Pick<PictureChecking, 'folder' | 'copies'>,
  { createDigest = wasmDigest }: VerifyOptions,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [path, areas] of copies.covered) {
    const found = seen.get(path);
    if (found?.kind !== 'opaque') continue;
    for (const area of areas) {
      if (found.digests.get(keyOf(area)) === (await digestOfBlack(area, createDigest))) continue;
      findings.push(altered('exhibit.copy.not-covered', `${folder}${path}`, notCovered));
      break;
    }
  }
  return findings;
}

const notCovered = 'It is said to cover an area of its original. Something else than black stands there.';

async function digestOfBlack(
  { width, height }: Region,
  createDigest: () => Promise<RunningDigest>,
): Promise<string> {
  const digest = await createDigest();
  const row = new Uint8Array(3 * width);
  for (let y = 0; y < height; y += 1) await digest.update(row);
  return digest.digest();
}

function differs(source: string, to: { readonly x: number; readonly y: number }): string {
  return `It does not show what ${source} shows: the part that begins ${to.x} pixels from the left and ${to.y} from the top differs.`;
}

function keyOf({ x, y, width, height }: Region): string {
  return [x, y, width, height].join(' ');
}
