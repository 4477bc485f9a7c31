import type { PageChange } from '../../../model/capture.ts';

/** What a copy may leave out, with the sentence for one and for many. */
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
  shadow: ['1 closed part of the page', 'closed parts of the page', 'Extensions cannot look inside.'],
  field: [
    'the contents of 1 field',
    'fields’ contents',
    'What the signed-in person typed or chose is left out.',
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
      const [one, many, why] = sentences[what];
      const number = count === 1 ? one : `${count} ${many}`;
      return { kind: 'not-recorded', detail: `Not in the HTML copy: ${number}. ${why}` };
    });
  }
}
