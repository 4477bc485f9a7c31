import { hrefOf } from '../dom/links.ts';
import { attributeOf, nameOf } from '../dom/tree.ts';
import { lineOf, longestLine } from './text.ts';

const most = 50;

/** The pictures and films as a post shows them: kind, address where it has one, and the words beside it. */
export function mediaOf(elements: readonly Element[]): { kind: string; address?: string; alt?: string }[] {
  return elements.slice(0, most).map(element => {
    const isVideo = nameOf(element) === 'video';
    const address = hrefOf(element, isVideo ? 'poster' : 'src');
    const alt = lineOf(attributeOf(element, 'alt') ?? attributeOf(element, 'aria-label'));
    const isLink = address !== undefined && /^https?:/.test(address) && address.length <= longestLine;
    return {
      kind: isVideo ? 'video' : 'image',
      ...(isLink && { address }),
      ...(alt !== undefined && { alt }),
    };
  });
}
