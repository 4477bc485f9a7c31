import type { Reader, ReadPost } from '../contract.ts';
import { postAround, posts } from '../sites/web/blocks.ts';
import { wordsOf } from './quotations.ts';

/**
 * Reads pages whose layout is unknown: the person points at a block, and its words are kept. Author, time and number
 * are never claimed, and no block is taken for the one that the address names.
 */
export const blocks: Reader = { posts, postAround, postAt: () => undefined, read };

function read(post: Element): ReadPost {
  const { text, related, notes } = wordsOf(post);
  const unread = 'Only the words of the block were read: how this site writes author and time is not known.';
  return {
    reader: 'unknown',
    kind: 'other',
    account: {},
    ...(text !== undefined && { text }),
    ...(related.length > 0 && { related }),
    notes: [...notes, unread],
  };
}
