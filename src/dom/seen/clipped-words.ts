import { type Box, common, isEmpty } from './box.ts';
import { seenPart, splitLines } from './letters.ts';
import type { Surroundings } from './surroundings.ts';

/** Whether at least half of a letter lies within the clip. */
export function isInside(letter: Box, clip: Box): boolean {
  const seen = common(letter, clip);
  if (isEmpty(seen)) return false;
  const area = (letter.right - letter.left) * (letter.bottom - letter.top);
  return (seen.right - seen.left) * (seen.bottom - seen.top) >= area / 2;
}

/** Whether a line reaches beyond the place where it is cut short. */
export function isBeyond(
  line: Box,
  { limit, isFromRight }: { readonly limit: number; readonly isFromRight: boolean },
): boolean {
  return isFromRight ? line.left < limit : line.right > limit;
}

/** The letters of a text up to the ellipsis that replaces the rest. */
export function shortened(
  node: Node,
  clip: Box,
  ellipsis: NonNullable<Surroundings['ellipsis']>,
  isVertical: boolean,
): { text: string; lost: number } {
  const lines = splitLines(node, isVertical)
    .map(({ box }) => box)
    .filter(box =>
      isInside({ ...box, left: Math.max(box.left, clip.left), right: Math.min(box.right, clip.right) }, clip),
    );
  const last = lines.at(-1);
  const seen = seenPart(node, box => {
    if (!isInside(box, clip)) return false;
    return (
      last === undefined || box.bottom <= last.top + 1 || box.top < last.top - 1 || !isBeyond(box, ellipsis)
    );
  });
  if (seen.lost === 0 || ellipsis.isMarked) return seen;
  ellipsis.isMarked = true;
  return { text: `${seen.text.trimEnd()}…`, lost: seen.lost };
}
