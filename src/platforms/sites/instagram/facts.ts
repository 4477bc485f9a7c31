import { isObject, objectsIn, scriptJson, textIn } from '../../reading/json.ts';

/*
 * Data that the page carries for its own script: `{ code | pk, user: { pk, username } }` of posts and comments, and `{
 * username, full_name, id | pk }` of accounts, as in the site's own responses (zeeschuimer, 2026-06).
 */
const scripts = 'script[type="application/json"]';
const number = /^[1-9]\d{0,24}$/;

/** The author's number in the data of this post or comment, where it names the shown handle. */
export function factsOf(
  document: Document,
  postId: string | undefined,
  handle: string | undefined,
): { readonly accountId?: string } {
  if (postId === undefined || handle === undefined) return {};
  const found = new Set<string>();
  for (const json of scriptJson(document, scripts)) {
    const isPost = (object: object) => textIn(object, 'code') === postId || textIn(object, 'pk') === postId;
    for (const object of objectsIn(json, isPost)) {
      const user = isObject(object['user']) ? object['user'] : object['owner'];
      const pk = textIn(user, 'pk') ?? textIn(user, 'id') ?? '';
      if (textIn(user, 'username')?.toLowerCase() === handle.toLowerCase() && number.test(pk)) found.add(pk);
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? { accountId: only } : {};
}

/** An account's number and name by its handle, where all of the page's data agrees. */
export function accountFacts(
  document: Document,
  handle: string,
): { readonly accountId?: string; readonly displayName?: string } {
  const isAccount = (object: object) => textIn(object, 'username')?.toLowerCase() === handle.toLowerCase();
  const found = scriptJson(document, scripts).flatMap(json => objectsIn(json, isAccount));
  const numbers = new Set(
    found
      .map(object => textIn(object, 'pk') ?? textIn(object, 'id'))
      .filter(id => id !== undefined && number.test(id)),
  );
  const names = new Set(found.map(object => textIn(object, 'full_name')).filter(name => name !== undefined));
  const [accountId] = numbers;
  const [displayName] = names;
  return {
    ...(numbers.size === 1 && accountId !== undefined && { accountId }),
    ...(names.size === 1 && displayName !== undefined && { displayName }),
  };
}
