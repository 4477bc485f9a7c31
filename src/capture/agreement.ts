import type { PagePost } from '../messaging/page-protocol.ts';

/** How the text read as the post's compares with what its box showed. Each entry is a sentence in plain words. */
export interface Agreement {
  /** What was read and was not shown: the read text differs from the shown text. */
  readonly differences: readonly string[];
  /** What else the reader should know: words shown and not read, or a name that the box does not show. */
  readonly remarks: readonly string[];
}

/** An unread line with fewer words than this is taken for a button or a time, not for something a person wrote. */
const fewestWords = 4;
/** In a script without spaces, this many letters in a row count as words. */
const unspaced = /\p{Lo}{8}/u;
/** How much a sentence quotes: words per piece, and pieces. */
const mostWords = 20;
const mostQuoted = 3;

/**
 * Compares the words and the name read as the post's with `shown`, the text of the post's box as seen at the same
 * moment. Spaces, line breaks and quotation marks `>` do not count. Nothing read is no difference.
 */
export function agreementOf(post: PagePost, shown: string): Agreement {
  const box = squeezed(shown);
  const lines = linesOf(post.text ?? '');
  const unseen = lines.filter(line => !box.includes(squeezed(line)) && !standsApart(line, box));
  return {
    differences:
      unseen.length === 0
        ? []
        : [
            `The read text differs from the shown text. Read, and not shown in the post’s box: ${quoted(unseen)}.`,
          ],
    remarks: [...unreadWords(post, shown), ...unshownName(post, box)],
  };
}

/** Whether all words of a line are shown in order with others between them, such as a button in the text. */
function standsApart(line: string, box: string): boolean {
  let from = 0;
  for (const word of line.split(/\s+/).map(squeezed)) {
    const at = box.indexOf(word, from);
    if (at < 0) return false;
    from = at + word.length;
  }
  return true;
}

/** Lines of the box that read like prose and occur in nothing that was read. */
function unreadWords(post: PagePost, shown: string): readonly string[] {
  const values = valuesIn(post);
  const read = squeezed(values.join('\n'));
  const pieces = values.flatMap(linesOf).toSorted((one, other) => other.length - one.length);
  const left = linesOf(shown)
    .filter(line => !read.includes(squeezed(line)))
    .filter(line => isProse(pieces.reduce((rest, piece) => rest.replaceAll(piece, ' '), line)));
  return left.length === 0
    ? []
    : [`The post’s box also shows words that were not read as the post’s: ${quoted(left)}.`];
}

/** Whether the rest of a line has enough words; numbers, dates and times are none. */
function isProse(rest: string): boolean {
  const words = rest.split(/\s+/).filter(word => /\p{L}{2}/u.test(word));
  return words.length >= fewestWords || unspaced.test(rest);
}

function unshownName({ account }: PagePost, box: string): readonly string[] {
  const names = [account.displayName, account.handle].filter(name => name !== undefined);
  const [name] = names;
  if (name === undefined || names.some(each => box.includes(squeezed(each)))) return [];
  return [
    `The name read for its author, “${cutShort(name)}”, is not shown in the post’s box: it comes from elsewhere on the page, or from its code.`,
  ];
}

/** Every string within a value, at any depth. */
function valuesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
}

/** The non-empty lines, without the marks of quoted lines. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map(line => line.replace(/^(?:\\?>\s?)+/, '').trim())
    .filter(line => line !== '');
}

/** The text without spaces and `>`: how a line is broken, spaced or marked as quoted is no difference. */
function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s>]+/g, '');
}

function quoted(lines: readonly string[]): string {
  const more = lines.length - mostQuoted;
  const first = lines.slice(0, mostQuoted).map(line => `“${cutShort(line)}”`);
  return [...first, ...(more > 0 ? [`and ${more} more ${more === 1 ? 'line' : 'lines'}`] : [])].join(', ');
}

function cutShort(line: string): string {
  const words = line.split(/\s+/);
  const short = words.slice(0, mostWords).join(' ').slice(0, 200);
  return short.length < line.length ? `${short} …` : short;
}
