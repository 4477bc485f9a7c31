import type { PageChange } from '../../../model/capture.ts';

/** What a copy may leave out, with the sentence for one and for many. */
const sentences = {
  picture: [
    '1 picture is',
    'pictures are',
    'not in the copy; the picture of the screen shows them, their addresses are kept.',
  ],
  style: [
    '1 style sheet of another site is',
    'style sheets of other sites are',
    'not in the copy, because the browser does not let extensions read them; their addresses are kept.',
  ],
  sheet: [
    '1 style sheet was',
    'style sheets were',
    'not in the copy, because the browser does not let extensions read them.',
  ],
  styleResource: [
    '1 background picture or font is',
    'background pictures or fonts are',
    'not in the copy; their addresses are kept.',
  ],
  frame: ['1 frame is', 'frames are', 'replaced by a box with the address.'],
  player: ['1 film or sound is', 'films or sounds are', 'replaced by a box with the address.'],
  drawing: ['1 drawing made by a program is', 'drawings made by a program are', 'replaced by an empty box.'],
  shadow: ['1 part of the page is', 'parts of the page are', 'closed to extensions and not in the copy.'],
  field: [
    '1 field that can be filled in is',
    'fields that can be filled in are',
    'empty in the copy: what the signed-in person typed is not recorded.',
  ],
} as const;

export type LeftOut = keyof typeof sentences;

/** Counts what a copy leaves out. */
export class Tally {
  readonly #counts = new Map<LeftOut, number>();

  add(what: LeftOut): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** One sentence for each kind that was left out. */
  notes(): PageChange[] {
    return Array.from(this.#counts, ([what, count]) => {
      const [one, many, rest] = sentences[what];
      return { kind: 'not-recorded', detail: `${count === 1 ? one : `${count} ${many}`} ${rest}` };
    });
  }
}
