import { hrefOf } from '../../../dom/links.ts';
import { closestDeep, openShadowOf } from '../../../dom/shadow.ts';
import { writtenText } from '../../../dom/shown-text.ts';
import { attributeOf, closestOf, containsNode, matches, queryAll, queryFirst } from '../../../dom/tree.ts';
import type { Account } from '../../../model/post.ts';
import type { ReadPost, Viewer } from '../../contract.ts';
import { webAddress } from '../../hosts.ts';
import { agreed, fence, outermostOf, shownName } from '../../reading/fence.ts';
import { displayed, present, unlessEmpty } from '../../reading/present.ts';
import { lineOf, postText, textWithPictures } from '../../reading/text.ts';

/*
 * X's chat is in an open shadow root. Each message is a row with its own number, which identifies its parts: the words,
 * and, hidden beside them for screen readers, the sender's name and the time (page scripts of 2026-10). The account is
 * shown only above a conversation of two.
 */
const host = '[data-testid="xchatEmbedRoute"]';
const row = '[data-dm-message-row]';
const header = '[data-testid="dm-conversation-header"]';
const headerName = '[data-testid="dm-conversation-username"]';
const anyPage = new URL('https://x.com/');
const number = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Every message of the open conversation. */
export function chatMessages(document: Document): Element[] {
  const roots = queryAll(document, host).flatMap(each => openShadowOf(each) ?? []);
  return roots.flatMap(root => outermostOf(queryAll(root, row)));
}

export function isChatMessage(post: Element): boolean {
  return matches(post, row);
}

/** The chat message around an element; undefined outside a conversation. */
export function chatMessageAround(element: Element): Element | undefined {
  const found = closestDeep(element, row);
  if (found === undefined) return undefined;
  const root: unknown = Node.prototype.getRootNode.call(found);
  return root instanceof ShadowRoot && matches(Reflect.get(ShadowRoot.prototype, 'host', root), host)
    ? outermostOf(queryAll(root, row)).find(each => containsNode(each, found))
    : undefined;
}

/** What the message shows. */
export function readChatMessage(post: Element, viewer: Viewer): ReadPost {
  const messageId = number.exec(attributeOf(post, 'data-dm-message-row') ?? '')?.[0];
  if (messageId === undefined) return { reader: 'unknown', kind: 'message', account: {} };
  const bodies = queryAll(post, `[data-testid="message-text-${messageId}"]`);
  const body = bodies.length === 1 ? bodies[0] : undefined;
  const own = fence(post, bodies);
  const said = (part: string) =>
    agreed(
      own(`[id="${messageId}-${part}"]`).map(each =>
        // Hidden on purpose, so visibility cannot be checked; with other elements inside nothing is read.
        queryFirst(each, ':not(img)') === undefined ? lineOf(textWithPictures(each)) : undefined,
      ),
    );
  const { text, note } = postText(body === undefined ? '' : writtenText(body));
  const isSent = matches(post, '.justify-end');
  const { account, doubt } = authorOf(post, said('sender'), isSent);
  return present<ReadPost>({
    reader: 'x/chat-2026-10',
    kind: 'message',
    ids: { messageId },
    account,
    text,
    displayedTime: displayed(said('time'), viewer),
    notes: unlessEmpty([
      ...(isSent ? ['The page shows this message on the side of the account that is signed in.'] : []),
      ...doubt,
      ...(note === undefined ? [] : [note]),
    ]),
  });
}

/** The sender as the row names it, with the handle where the conversation is with one account of that name. */
function authorOf(
  post: Element,
  sender: string | undefined,
  isSent: boolean,
): { readonly account: Account; readonly doubt: readonly string[] } {
  const root: unknown = Node.prototype.getRootNode.call(post);
  const other = root instanceof ShadowRoot ? otherIn(root) : undefined;
  if (sender === undefined) return { account: {}, doubt: [] };
  const isOther = other?.name === sender;
  if (isOther && isSent) {
    const doubt = [
      'The name on this message is that of the other account, but its side is not: nobody was named.',
    ];
    return { account: {}, doubt };
  }
  if (!isOther || !matches(post, '.justify-start')) return { account: { displayName: sender }, doubt: [] };
  const { handle } = other;
  return { account: { handle, displayName: sender, profileAddress: `https://x.com/${handle}` }, doubt: [] };
}

/** The only account that the conversation is with, as its header names and links it. */
function otherIn(root: ShadowRoot): { readonly name: string; readonly handle: string } | undefined {
  const headers = queryAll(root, header).filter(each => closestOf(each, row) === undefined);
  const [only] = headers;
  if (only === undefined || headers.length > 1) return undefined;
  const handle = agreed(
    queryAll(only, 'a[href]').map(link => {
      const address = webAddress(hrefOf(link), anyPage);
      return address?.host === 'x.com' ? /^\/(\w{1,15})\/?$/.exec(address.pathname)?.[1] : undefined;
    }),
  );
  const name = agreed(queryAll(only, headerName).map(shownName));
  return handle === undefined || name === undefined ? undefined : { name, handle };
}
