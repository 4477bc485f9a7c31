import { documentOf, rootOf } from '../tree.ts';
import { type Box, common, holdsMiddle, isEmpty, isWithin } from './box.ts';
import { alphaOf, colourOf, isAlike, over } from './colour.ts';
import type { Gathered } from './gather.ts';
import { wordCount } from './letters.ts';
import { isAbove, type Layer, levels } from './paint-order.ts';
import type { Drawn, Painted } from './tree.ts';

const bandHeight = 128;
const mostBands = 4_000;

/**
 * Removes words covered by something opaque, and those in the colour of their background. Returns how many.
 * `isOverOther` says whether something outside the walk may be the background of a line.
 */
export function dropCovered(
  { runs, painted }: Pick<Gathered, 'runs' | 'painted'>,
  isOverOther: (line: Box) => boolean,
): number {
  const bands = new Bands(painted);
  let dropped = 0;
  for (const run of runs) {
    const { drawn, lines } = run;
    if (drawn === undefined || lines.length === 0 || run.text.trim() === '') continue;
    const near = bands.near(boxAround(lines));
    const covers = near.filter(painted => isCover(painted, drawn)).map(painted => placeOver(painted, drawn));
    const isLost = isLikeGround(drawn, lines, near) && !lines.some(isOverOther);
    if (isLost || lines.every(line => covers.some(box => isWithin(line, box, 1)))) {
      dropped += wordCount(run.text);
      run.text = '';
    } else if (covers.some(box => lines.some(line => !isEmpty(common(line, box))))) {
      run.text = drawn.partly(letter => !covers.some(box => holdsMiddle(box, letter)));
    }
  }
  return dropped;
}

function boxAround(lines: readonly Box[]): Box {
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    top: Math.min(...lines.map(({ top }) => top)),
    right: Math.max(...lines.map(({ right }) => right)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
}

function layersOfWords({ layers, order }: Drawn): readonly Layer[] {
  return [...layers, { level: levels.inline, order, isContext: false }];
}

/** Whether it covers the words in every scroll position, as a fixed cover does only when it fills the window. */
function isCover(painted: Painted, drawn: Drawn): boolean {
  if (!painted.isOpaque || holds(painted, drawn)) return false;
  if (painted.isStill && !drawn.isStill && !isWholeWindow(painted.box)) return false;
  return isAbove(painted.layers, layersOfWords(drawn));
}

/**
 * Where it covers the words now. What one of them has scrolled out of a pane that does not hold the other is not seen
 * there.
 */
function placeOver({ box, panes }: Painted, drawn: Drawn): Box {
  const apart = [
    ...panes.filter(pane => !drawn.panes.includes(pane)),
    ...drawn.panes.filter(pane => !panes.includes(pane)),
  ];
  return apart.reduce(common, box);
}

function holds({ order, end }: Painted, drawn: Drawn): boolean {
  return order <= drawn.order && drawn.order <= end;
}

function isWholeWindow(box: Box): boolean {
  const slack = 2;
  return (
    box.left <= slack &&
    box.top <= slack &&
    box.right >= window.innerWidth - slack - 20 &&
    box.bottom >= window.innerHeight - slack - 20
  );
}

/** Whether the words have the colour of what is painted right under them. */
function isLikeGround(drawn: Drawn, lines: readonly Box[], near: readonly Painted[]): boolean {
  const colour = colourOf(drawn.colour);
  if (colour === undefined || colour.alpha < 0.5) return false;
  const isWhite = isAlike(colour, white);
  const isAny = near.some(({ colour: ground }) => {
    const parsed = ground === undefined ? undefined : colourOf(ground);
    return parsed !== undefined && (parsed.alpha < 1 || isAlike(colour, parsed));
  });
  if (!isWhite && !isAny) return false;
  return lines.every(line => {
    const ground = groundUnder(line, drawn, near);
    return ground !== undefined && isAlike(colour, ground);
  });
}

const white = { red: 255, green: 255, blue: 255, alpha: 1 };

/** The colour under the words; undefined for a picture or several colours. */
function groundUnder(line: Box, drawn: Drawn, near: readonly Painted[]) {
  const words = layersOfWords(drawn);
  const under = near
    .filter(({ box }) => !isEmpty(common(box, line)))
    .filter(painted => holds(painted, drawn) || !isAbove(painted.layers, words))
    .sort((one, other) => (isAbove(one.layers, other.layers) ? 1 : -1));
  let ground: typeof white | undefined = isLightPage((drawn.node && documentOf(drawn.node)) ?? document)
    ? white
    : undefined;
  for (const { box, colour } of under) {
    const upper = colour === undefined ? undefined : colourOf(colour);
    if (upper === undefined || !isWithin(line, box, 1)) ground = undefined;
    else if (upper.alpha >= 0.99) ground = upper;
    else if (ground !== undefined) ground = over(upper, ground);
  }
  return ground;
}

function isLightPage(document: Document): boolean {
  const root = rootOf(document);
  if (root === null) return true;
  const scheme: string = getComputedStyle(root).colorScheme ?? 'normal';
  return !/dark/.test(scheme) || alphaOf(getComputedStyle(root).backgroundColor) === 1;
}

/** Indexes the painted boxes by horizontal bands of the page, so that each word is compared with few of them. */
class Bands {
  readonly #bands = new Map<number, Painted[]>();
  readonly #large: Painted[] = [];

  constructor(painted: readonly Painted[]) {
    for (const each of painted) {
      const first = Math.floor(each.box.top / bandHeight);
      const last = Math.floor(each.box.bottom / bandHeight);
      if (!(last - first < 40)) {
        this.#large.push(each);
        continue;
      }
      for (let at = first; at <= last && Number.isSafeInteger(at); at += 1) {
        const band = this.#bands.get(at);
        if (band === undefined) this.#bands.set(at, [each]);
        else band.push(each);
      }
    }
  }

  near(box: Box): Painted[] {
    const found = new Set(this.#large);
    const first = Math.floor(box.top / bandHeight);
    // A page may draw letters across more bands than can be iterated.
    const last = Math.min(Math.floor(box.bottom / bandHeight), first + mostBands);
    for (let at = first; at <= last && Number.isSafeInteger(at); at += 1) {
      for (const each of this.#bands.get(at) ?? []) found.add(each);
    }
    return Array.from(found).filter(each => !isEmpty(common(each.box, box)));
  }
}
