import type { MachineTime, PostAddress } from '../../../model/post.ts';
import { isObject, type JsonObject, objectsIn, scriptJson, textIn, valueAt } from '../../reading/json.ts';
import { readUnixTime } from '../../reading/time.ts';
import { identifyFacebook } from './address.ts';

/*
 * Data that the page carries for its own script. Of a post: `post_id`, `creation_time` beside the post's `url`, and
 * `actors`; of a comment: `legacy_fbid`, `created_time` and `author`. A page has many of each, so only what is in one
 * object with the wanted number or address counts, and only where all such objects agree.
 */
const scripts = 'script[type="application/json"]';

/** What the page's data says of one post or comment. */
export interface Facts {
  readonly numericPostId?: string;
  readonly time?: MachineTime;
  readonly accountId?: string;
  readonly name?: string;
}

/** The time, number and author of the post at this address. */
export function storyFacts(document: Document, link: PostAddress): Facts {
  const names = (object: JsonObject) =>
    textIn(object, 'post_id') === link.postId || addressIn(object)?.postId === link.postId;
  const found = objectsOf(document, names);
  const numericPostId = agreed(found.map(object => number(textIn(object, 'post_id'))));
  const times = found.map(object => textIn(object, 'creation_time') ?? textIn(object, 'publish_time'));
  const time = readUnixTime(agreed(times));
  const actor = found.map(actorIn).find(each => each !== undefined);
  const actors = agreed(found.map(object => textIn(actorIn(object), 'id')));
  return {
    ...(numericPostId !== undefined && { numericPostId }),
    ...(time && { time }),
    ...(actors !== undefined && authorFacts(actor)),
  };
}

/** The time and author of the comment with this number. */
export function commentFacts(document: Document, commentId: string): Facts {
  const found = objectsOf(document, object => textIn(object, 'legacy_fbid') === commentId);
  const time = readUnixTime(agreed(found.map(object => textIn(object, 'created_time'))));
  const authors = agreed(found.map(object => textIn(object, 'author', 'id')));
  const author = found.map(object => valueAt(object, 'author')).find(isObject);
  return { ...(time && { time }), ...(authors !== undefined && authorFacts(author)) };
}

function objectsOf(document: Document, isWanted: (object: JsonObject) => boolean): JsonObject[] {
  return scriptJson(document, scripts).flatMap(json => objectsIn(json, isWanted));
}

function addressIn(object: JsonObject): PostAddress | undefined {
  const url = textIn(object, 'url') ?? textIn(object, 'wwwURL') ?? textIn(object, 'permalink_url') ?? '';
  return URL.canParse(url) ? identifyFacebook(new URL(url)) : undefined;
}

function actorIn(object: JsonObject): JsonObject | undefined {
  const actors = valueAt(object, 'actors');
  const first: unknown = Array.isArray(actors) && actors.length === 1 ? actors[0] : undefined;
  if (isObject(first)) return first;
  const owner = valueAt(object, 'owning_profile');
  return isObject(owner) ? owner : undefined;
}

function authorFacts(author: JsonObject | undefined): Facts {
  const accountId = number(textIn(author, 'id'));
  const name = textIn(author, 'name');
  return accountId === undefined || name === undefined ? {} : { accountId, name };
}

function number(text: string | undefined): string | undefined {
  return /^[1-9]\d{0,24}$/.exec(text ?? '')?.[0];
}

/** The one value that all defined values agree on; undefined otherwise. */
function agreed(values: readonly (string | undefined)[]): string | undefined {
  const distinct = new Set(values.filter(value => value !== undefined));
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

/** The number and name of the account with this handle or number, by the page's data. */
export function accountFacts(document: Document, asked: PostAddress): Facts {
  const found = objectsOf(document, object => {
    const id = number(textIn(object, 'id'));
    if (id === undefined || textIn(object, 'name') === undefined) return false;
    if (asked.accountId !== undefined) return id === asked.accountId;
    const address = addressIn(object);
    return address?.kind === 'profile' && address.handle?.toLowerCase() === asked.handle?.toLowerCase();
  });
  const accountId = agreed(found.map(object => textIn(object, 'id')));
  const name = agreed(found.map(object => textIn(object, 'name')));
  return { ...(accountId !== undefined && { accountId }), ...(name !== undefined && { name }) };
}

/** The signed-in account, by the page's initial data (`CurrentUserInitialData`). */
export function viewerFacts(document: Document): Facts {
  const found = objectsOf(
    document,
    object => Object.hasOwn(object, 'USER_ID') && Object.hasOwn(object, 'NAME'),
  );
  const accountId = number(agreed(found.map(object => textIn(object, 'USER_ID'))));
  const name = agreed(found.map(object => textIn(object, 'NAME')));
  return accountId === undefined ? {} : { accountId, ...(name !== undefined && { name }) };
}
