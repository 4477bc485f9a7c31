import { clientSize } from '../layout.ts';
import type { Box } from './box.ts';

/** Where a thing stood in the window, for a reader: `a bar fixed to the top of the page`. */
export function placeInWords({ left, top, right, bottom }: Box): string {
  const client = clientSize();
  const isWide = right - left > client.width / 2;
  if (isWide && top <= 2) return 'a bar fixed to the top of the page';
  if (isWide && bottom >= client.height - 2) return 'a bar fixed to the bottom of the page';
  if (left <= 2 || right >= client.width - 2) return 'a box fixed to the side of the page';
  return 'a box fixed over the page';
}
