import { hrefOf } from '../../dom/links.ts';
import { attributeOf, nameOf } from '../../dom/tree.ts';
import { lineOf, longestLine } from './text.ts';

const most = 50;

/** The pictures and videos of a post, at most 50: kind, http address where it has one, and alternative text. */
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
