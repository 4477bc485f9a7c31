import { hrefOf } from '../../../dom/links.ts';
import { pictureText } from '../../../dom/shown-text.ts';
import { attributeOf, closestOf, matches, queryAll, queryFirst, textContentOf } from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { assignedJson } from '../../reading/assigned-json.ts';
import { fence, firstSeen, shownName } from '../../reading/fence.ts';
import { textIn } from '../../reading/json.ts';
import { mediaOf } from '../../reading/media.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { wordsOf } from '../../reading/quotations.ts';
import { lineOf, postText, textWithPictures } from '../../reading/text.ts';
import { readUnixTime } from '../../reading/time.ts';

/* Marks of comments and of a discussion's first post, as page scripts of 2018 to 2026 use them. */
const mark = {
  comment: '.commentthread_comment[id^="comment_"]',
  topic: '.forum_op[id^="forum_op_"]',
  author: 'a.commentthread_author_link, a.forum_op_author',
  text: '.commentthread_comment_text, .forum_op > .content',
  title: '.forum_op > .topic',
  time: '.commentthread_comment_timestamp, .date[data-timestamp]',
} as const;
const every = `${mark.comment}, ${mark.topic}`;

/** The first post of a discussion and every comment, in document order. */
export function posts(document: Document): readonly Element[] {
  return queryAll(document, every).filter(post => numberOf(post) !== undefined);
}

export function postAround(element: Element): Element | undefined {
  const found = closestOf(element, every);
  return found !== undefined && numberOf(found) !== undefined ? found : undefined;
}

export function postAt(document: Document, asked: PostAddress | undefined): Element | undefined {
  if (asked?.postId === undefined) return undefined;
  const kind = asked.kind === 'comment' ? mark.comment : mark.topic;
  return queryAll(document, kind).find(post => numberOf(post) === asked.postId);
}

function numberOf(post: Element): string | undefined {
  return /^(?:comment|forum_op)_(\d{1,20})$/.exec(attributeOf(post, 'id') ?? '')?.[1];
}

/** What the post shows. A comment's link is known only where the page is the discussion that it is in. */
export function read(post: Element, asked: PostAddress | undefined, viewer: Viewer): ReadPost {
  const postId = numberOf(post);
  const isComment = matches(post, mark.comment);
  const inside = queryAll(post, `${every}, ${mark.text}`);
  const author = firstSeen(fence(post, inside)(mark.author));
  const body = queryFirst(post, mark.text);
  const title = lineOf(queryAll(post, mark.title).map(textWithPictures)[0]);
  const said = body === undefined ? undefined : wordsOf(body);
  const isQuoting = said !== undefined && said.related.length > 0;
  const words = isQuoting ? said.text : body && pictureText(body);
  const { text, note } = postText([title, words].filter(part => part !== undefined).join('\n\n'));
  const time = queryFirst(post, mark.time);
  const shown = time && (attributeOf(time, 'title') ?? textContentOf(time));
  const unix = readUnixTime(time && attributeOf(time, 'data-timestamp'));
  const topic = asked?.ids?.['forum'] === undefined ? undefined : (asked.parentId ?? asked.postId);
  const around = topic === undefined ? undefined : asked?.permalink.replace(/#c\d+$/, '');
  const isHere = isComment ? topic !== undefined : topic === postId;
  return present<ReadPost>({
    reader: 'steam/2026',
    kind: isComment ? 'comment' : 'post',
    postId,
    parentId: isComment ? topic : undefined,
    ids: isHere ? asked?.ids : undefined,
    permalink: !isHere || around === undefined ? undefined : isComment ? `${around}#c${postId}` : around,
    account: authorOf(author),
    text,
    displayedTime: displayed(lineOf(shown), viewer),
    machineTime: unix && { ...unix, caveat: 'Read from the page’s attribute data-timestamp, as Unix time.' },
    media: unlessEmpty(mediaOf(body === undefined ? [] : queryAll(body, 'img:not(.emoticon)'))),
    related: isQuoting ? said.related : undefined,
    notes: unlessEmpty([...(isQuoting ? said.notes : []), ...(note === undefined ? [] : [note])]),
  });
}

const firstNumber = 76_561_197_960_265_728n;

/** The author. `data-miniprofile` counts from {@link firstNumber}; no number where it contradicts the link. */
function authorOf(author: Element | undefined): Account {
  if (author === undefined) return {};
  const counted = /^[1-9]\d{0,9}$/.exec(attributeOf(author, 'data-miniprofile') ?? '')?.[0];
  const { number, handle } =
    /^https:\/\/steamcommunity\.com\/(?:profiles\/(?<number>7656119\d{10})|id\/(?<handle>[\w-]{2,32}))(?:[/?]|$)/.exec(
      hrefOf(author) ?? '',
    )?.groups ?? {};
  const reckoned = counted === undefined ? undefined : String(firstNumber + BigInt(counted));
  const isDoubtful = number !== undefined && reckoned !== undefined && number !== reckoned;
  const accountId = isDoubtful ? undefined : (number ?? reckoned);
  return present<Account>({
    handle,
    displayName: shownName(author),
    accountId,
    profileAddress:
      accountId !== undefined
        ? `https://steamcommunity.com/profiles/${accountId}`
        : handle === undefined
          ? undefined
          : `https://steamcommunity.com/id/${handle}`,
  });
}

/** The account of a profile page, from the data that the page assigns, when it names the address's handle or number. */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile') return undefined;
  for (const data of assignedJson(document, 'g_rgProfileData')) {
    const accountId = /^7656119\d{10}$/.exec(textIn(data, 'steamid') ?? '')?.[0];
    const handle = /\/id\/([\w-]{2,32})\/?$/.exec(textIn(data, 'url') ?? '')?.[1];
    const isAsked =
      asked.accountId === undefined
        ? handle !== undefined && handle.toLowerCase() === asked.handle?.toLowerCase()
        : accountId === asked.accountId;
    if (!isAsked || accountId === undefined) continue;
    return present<Account>({
      handle,
      displayName: lineOf(textIn(data, 'personaname')),
      accountId,
      profileAddress: `https://steamcommunity.com/profiles/${accountId}`,
    });
  }
  return undefined;
}

/** The signed-in account: the one whose picture is at the top. From memory, 2026-11-21. */
export function signedIn(document: Document): Account | undefined {
  const link = queryFirst(document, '#global_actions a.user_avatar[href]');
  const account = authorOf(link);
  const { displayName: _picture, ...named } = account;
  return unlessEmpty(named);
}
