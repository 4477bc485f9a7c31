import type { Unread } from '../../../messaging/page-protocol.ts';
import type { PageChange } from '../../../model/capture.ts';

/** What a copy may leave out, with its sentence in singular and plural. */
const sentences = {
  picture: [
    '1 picture',
    'pictures',
    'The picture of the screen shows what the page showed; only the address is kept.',
  ],
  style: [
    '1 style sheet',
    'style sheets',
    'Browsers do not let extensions read those of other sites; only the address is kept.',
  ],
  sheet: [
    '1 set of styles',
    'sets of styles',
    'This browser does not let extensions read what a program attached.',
  ],
  styleResource: [
    '1 background picture or font',
    'background pictures or fonts',
    'Only the address is kept.',
  ],
  frame: ['1 frame with another page', 'frames with other pages', 'A box with the address stands in place.'],
  player: ['1 film or sound', 'films or sounds', 'A box with the address stands in place.'],
  drawing: ['1 drawing made by a program', 'drawings made by a program', 'An empty box stands in place.'],
  emptyDrawing: [
    '1 drawing that a program may have made',
    'drawings that a program may have made',
    'Read from the page it was empty; the picture of the screen shows what was there.',
  ],
  paint: [
    '1 part of a drawing from another file',
    'parts of drawings from other files',
    'The picture of the screen shows them.',
  ],
  nesting: [
    '1 element under its own name',
    'elements under their own names',
    'A file could not hold them where the page had put them; each stands in its place with “holdfast-” before its name.',
  ],
  head: [
    '1 part of the page’s head',
    'parts of the page’s head',
    'A file could not hold them there, where browsers show nothing.',
  ],
  scroll: [
    'where 1 part of the page was scrolled to',
    'parts’ scroll positions',
    'In the copy they stand at their beginning.',
  ],
  field: ['the contents of 1 field', 'fields’ contents', 'What the signed-in person typed is left out.'],
} as const;

export type LeftOut = keyof typeof sentences;

/** What browsers do not let extensions read, with the aspect of the look that depends on it. */
const unreadable: readonly (readonly [LeftOut, Unread['kind']])[] = [
  ['style', 'style'],
  ['sheet', 'style'],
  ['styleResource', 'font'],
  ['picture', 'picture'],
  ['drawing', 'picture'],
  ['emptyDrawing', 'picture'],
  ['paint', 'picture'],
];

export class Tally {
  readonly #counts = new Map<LeftOut, number>();

  add(what: LeftOut): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** What could not be read and may change how the copy looks. */
  unread(): Unread[] {
    return unreadable.flatMap(([what, kind]) => {
      const count = this.#counts.get(what) ?? 0;
      const [one, many] = sentences[what];
      return count === 0 ? [] : [{ kind, detail: count === 1 ? one : `${count} ${many}` }];
    });
  }

  /** One sentence per kind that was left out. */
  notes(): PageChange[] {
    return Array.from(this.#counts, ([what, count]) => {
      const [one, many, why] = sentences[what];
      const number = count === 1 ? one : `${count} ${many}`;
      return { kind: 'not-recorded', detail: `Not in the HTML copy: ${number}. ${why}` };
    });
  }
}
