import { pictureText } from '../../dom/shown-text.ts';
import { closestOf, queryAll, queryFirst } from '../../dom/tree.ts';
import type { ReadPost } from '../contract.ts';
import { outermostOf, shownName } from './fence.ts';
import { sentNote } from './message-notes.ts';
import { isSentHeading } from './site-words.ts';
import { postText } from './text.ts';

/*
 * For conversations on pages that do not show who wrote what. A block may hold the words of two people, so it is read
 * only where it shows one text in one row, and never has an author. What is beside that text, such as “You sent” or
 * what a message answers, is the site's.
 */
const rows = '[role="row"], [role="article"], [role="listitem"], [data-message-id]';
const texts = '[dir="auto"]';
const heading = 'h1, h2, h3, h4, h5, h6';

/** The words of a block that holds one message; for any other, a note that it was not read. */
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
  const { text, note } = postText(wordsOf(block));
  const isSent = queryAll(block, heading).map(shownName).some(isSentHeading);
  return {
    ...base,
    ...(text !== undefined && { text }),
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(isSent ? [sentNote] : []),
      'Only the words of the block were read: how this site writes author and time is not known.',
    ],
  };
}

/** The only text of the block. Without marked texts, all that it shows, but nothing when it has a heading. */
function wordsOf(block: Element): string {
  const [only] = textsIn(block);
  if (only === undefined) {
    return queryFirst(block, `${heading}, ${texts}`) === undefined ? pictureText(block) : '';
  }
  const words = pictureText(only);
  return isSentHeading(words.trim()) ? '' : words;
}

/** Texts outside the site's headings and links, such as the name on a shared video. */
function textsIn(block: Element): Element[] {
  const outside = queryAll(block, texts).filter(each => closestOf(each, `${heading}, a[href]`) === undefined);
  return outermostOf(outside).filter(each => pictureText(each).trim() !== '');
}

function isSingle(block: Element): boolean {
  const shown = outermostOf(queryAll(block, rows)).filter(each => pictureText(each).trim() !== '');
  return shown.length <= 1 && textsIn(block).length <= 1 && lists(block) === 0;
}

/** How many lists of messages are inside the block. */
function lists(block: Element): number {
  return queryAll(block, '[role="log"], [role="grid"], [role="feed"], [role="list"]').length;
}
