import { largestLists, listsFromPem } from '../../../crypto/time-stamp/revocation-list.ts';
import { type Concern, isStrange } from './concern.ts';
import { byName, seemsToBe } from './looks.ts';
import { examinePage, type ShownPage } from './page.ts';
import { examinePdf } from './pdf.ts';
import { isWholePicture } from './pictures.ts';
import { type FileKind, kindAt } from './places.ts';
import { examineTable } from './table.ts';
import { examineWordDocument } from './word-document.ts';

/** The result of examining one file. */
export interface Examination {
  /** What is wrong with its content by itself, whatever the record says. */
  readonly concerns: readonly Concern[];
  /** What a page shows; absent for other files. */
  readonly shown?: ShownPage;
}

/** Longest file of each kind that is examined; Holdfast makes none longer. */
const longest: Readonly<Partial<Record<FileKind, number>>> = {
  report: 128_000_000,
  copy: 64_000_000,
  text: 128_000_000,
  table: 64_000_000,
  pdf: 400_000_000,
  word: 64_000_000,
  'revocation-lists': largestLists,
};

/**
 * How much of a file must be available to examine it; undefined when it is longer than Holdfast makes any of its kind.
 */
export function neededOf(path: string, size: number): 'all' | 'beginning' | undefined {
  const kind = kindAt(path);
  if (kind === undefined || kind === 'bundle' || kind === 'time-stamp' || kind === 'json') return 'beginning';
  return size <= (longest[kind] ?? 400_000_000) ? 'all' : undefined;
}

/**
 * What is wrong with a file because of its path and content, whatever any record says: a kind that does not belong
 * there, or content that could act when opened. `bytes` are as much as {@link neededOf} requires. Certificates, seals
 * and their lists are outside `data/` and are checked elsewhere.
 */
export function examine(path: string, bytes: Uint8Array): Examination {
  const kind = kindAt(path);
  if (kind === undefined) return { concerns: path.startsWith('data/') ? [outOfPlace(path, bytes)] : [] };
  const { concerns, ...shown } = examinationOf(kind, bytes);
  return { concerns: concerns.map(concern => naming(concern, bytes)), ...shown };
}

function examinationOf(kind: FileKind, bytes: Uint8Array): Examination {
  if (kind !== 'report' && kind !== 'copy') return { concerns: concernsOf[kind](bytes) };
  const text = textOf(bytes);
  return text !== undefined && /^\uFEFF?\s*</.test(text)
    ? examinePage(text, kind)
    : { concerns: [wrongKind] };
}

/** The concern about a file that is too long to examine. */
export function tooLong(): Concern {
  return isStrange('This file is longer than any of its kind that Holdfast makes. It was not looked into.');
}

const wrongKind = isStrange('');

const concernsOf: Readonly<
  Record<Exclude<FileKind, 'report' | 'copy'>, (bytes: Uint8Array) => readonly Concern[]>
> = {
  png: bytes => wrongUnless(isWholePicture('png', bytes)),
  jpg: bytes => wrongUnless(isWholePicture('jpg', bytes)),
  jpeg: bytes => wrongUnless(isWholePicture('jpeg', bytes)),
  webp: bytes => wrongUnless(isWholePicture('webp', bytes)),
  text: bytes => inText(bytes, () => []),
  table: bytes => inText(bytes, examineTable),
  pdf: examinePdf,
  word: examineWordDocument,
  json: bytes => wrongUnless(bytes.length === 0 || bytes[0] === 0x7b),
  bundle: examineReceived,
  // A reply is a DER sequence; its content is checked with the time-stamps.
  'time-stamp': bytes => wrongUnless(bytes[0] === 0x30),
  'revocation-lists': bytes => wrongUnless(listsFromPem(textOf(bytes) ?? '') !== undefined),
};

function wrongUnless(isRight: boolean): readonly Concern[] {
  return isRight ? [] : [wrongKind];
}

/** A received file is kept unchanged, whatever it is; the concern warns when it is not a ZIP file. */
function examineReceived(bytes: Uint8Array): readonly Concern[] {
  if (bytes.length < 4 || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return [];
  const words = seemsToBe('', bytes);
  if (words === undefined) return [];
  const detail = `This file was received from somebody. It is no ZIP file. It looks like ${words}. Do not open it.`;
  return [{ code: 'file.kind.doubtful', detail }];
}

function inText(bytes: Uint8Array, look: (text: string) => readonly Concern[]): readonly Concern[] {
  const text = textOf(bytes);
  return text === undefined ? [wrongKind] : look(text);
}

/** Text is UTF-8 without NUL, because a program that guesses the encoding would read something else. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Names the kind that a file seems to be when it is not the expected one. */
function naming(concern: Concern, bytes: Uint8Array): Concern {
  if (concern !== wrongKind) return concern;
  const words = seemsToBe('', bytes);
  const seems = words === undefined ? '' : ` It looks like ${words}.`;
  return isStrange(
    `This file is not what the ending of its name says, or it is not whole, or more stands after its end.${seems} Do not open it.`,
  );
}

function outOfPlace(path: string, bytes: Uint8Array): Concern {
  const words = byName(path) ?? seemsToBe(path, bytes);
  const what = words === undefined ? '' : `It looks like ${words}. `;
  return isStrange(`Holdfast puts no such file in a bundle. ${what}Do not open it.`);
}
