import { attributeOf, queryFirst } from '../../../dom/tree.ts';
import type { Account, PostAddress } from '../../../model/post.ts';
import { objectsIn, scriptJson, textIn } from '../../reading/json.ts';
import { present } from '../../reading/present.ts';
import { lineOf } from '../../reading/text.ts';

/**
 * The account of a public profile page, from the person or organisation in its JSON-LD whose address names the handle
 * in the page's address. The page for members has no such data. From memory, 2026-11-21.
 */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile' || asked.handle === undefined) return undefined;
  const wanted = asked.handle.toLowerCase();
  for (const data of scriptJson(document, 'script[type="application/ld+json"]')) {
    const isNamed = (object: object) =>
      /^(?:Person|Organization)$/.test(textIn(object, '@type') ?? '') &&
      handleIn(textIn(object, 'url'))?.toLowerCase() === wanted;
    const [found] = objectsIn(data, isNamed);
    if (found === undefined) continue;
    return present<Account>({
      handle: asked.handle,
      displayName: lineOf(textIn(found, 'name')),
      profileAddress: asked.permalink,
    });
  }
  return undefined;
}

function handleIn(address: string | undefined): string | undefined {
  const slug = /^https:\/\/(?:[a-z]{2,3}\.)?linkedin\.com\/(?:in|company|school)\/([^/?#]+)/.exec(
    address ?? '',
  )?.[1];
  try {
    return slug && decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** The signed-in member, whose picture is in the menu with only the name. From memory, 2026-11-21. */
export function signedIn(document: Document): Account | undefined {
  const picture = queryFirst(document, 'img.global-nav__me-photo[alt]');
  const displayName = lineOf(picture && attributeOf(picture, 'alt'));
  return displayName === undefined ? undefined : { displayName };
}
