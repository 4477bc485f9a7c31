import type { Account, PostAddress } from '../../../model/post.ts';
import { type JsonObject, objectsIn, scriptJson, textIn, valueAt } from '../../reading/json.ts';
import { lineOf } from '../../reading/text.ts';

const data = 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__';

/** The account of a profile page, from the page's data when it names the handle in the address. */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile' || asked.handle === undefined) return undefined;
  const handle = asked.handle.toLowerCase();
  const isUser = (object: JsonObject) =>
    textIn(object, 'uniqueId')?.toLowerCase() === handle && Object.hasOwn(object, 'secUid');
  const details = scriptJson(document, data).map(json =>
    valueAt(json, '__DEFAULT_SCOPE__', 'webapp.user-detail'),
  );
  const user = details.flatMap(detail => objectsIn(detail, isUser))[0];
  return user === undefined ? undefined : accountIn(user);
}

/** The signed-in account, from the page's context, which the site keeps while it is open. */
export function signedIn(document: Document): Account | undefined {
  for (const json of scriptJson(document, data)) {
    const user = valueAt(json, '__DEFAULT_SCOPE__', 'webapp.app-context', 'user');
    const found = accountIn(user);
    if (found !== undefined) return found;
  }
  return undefined;
}

function accountIn(user: unknown): Account | undefined {
  const handle = /^[\w.-]{2,24}$/.exec(textIn(user, 'uniqueId') ?? '')?.[0];
  if (handle === undefined) return undefined;
  const accountId = /^\d{1,20}$/.exec(textIn(user, 'id') ?? textIn(user, 'uid') ?? '')?.[0];
  const displayName = lineOf(textIn(user, 'nickname') ?? textIn(user, 'nickName'));
  return {
    handle,
    ...(displayName !== undefined && { displayName }),
    ...(accountId !== undefined && { accountId }),
    profileAddress: `https://www.tiktok.com/@${handle}`,
  };
}
