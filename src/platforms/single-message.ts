import type { ReadPost } from './contract.ts';
import { queryAll } from './dom.ts';
import { outermostOf } from './fence.ts';
import { pictureText } from './shown-text.ts';
import { postText } from './text.ts';

/*
 * For conversations on pages that say nothing of who wrote what. A block may hold the words of two people: it is read
 * only where it shows one text in one row, and never has an author.
 */
const rows = '[role="row"], [role="article"], [role="listitem"], [data-message-id]';
const texts = '[dir="auto"]';

/** The words of a block that holds one message; of any other, only that it was not read. */
export function readMessageBlock(block: Element): ReadPost {
  const base = { reader: 'unknown', kind: 'message' as const, account: {} };
  if (!isSingle(block)) {
    return {
      ...base,
      notes: [
        'How this site parts one message from another is not known here: the block may hold the words of more than one person, so neither words nor author were read.',
      ],
    };
  }
  const { text, note } = postText(pictureText(block));
  return {
    ...base,
    ...(text !== undefined && { text }),
    notes: [
      ...(note === undefined ? [] : [note]),
      'Only the words of the block were read: how this site writes author and time is not known.',
    ],
  };
}

function isSingle(block: Element): boolean {
  const shown = (selector: string) =>
    outermostOf(queryAll(block, selector)).filter(each => pictureText(each).trim() !== '');
  return shown(rows).length <= 1 && shown(texts).length <= 1 && lists(block) === 0;
}

/** Lists of messages inside the block. */
function lists(block: Element): number {
  return queryAll(block, '[role="log"], [role="grid"], [role="feed"], [role="list"]').length;
}
