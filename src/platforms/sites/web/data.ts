import { baseOf } from '../../../dom/links.ts';
import { attributeOf, queryAll, queryFirst } from '../../../dom/tree.ts';
import type { MachineTime } from '../../../model/post.ts';
import { webAddress, withoutTracking } from '../../hosts.ts';
import { isObject, type JsonObject, objectsIn, scriptJson, textIn, valueAt } from '../../reading/json.ts';
import { isName } from '../../reading/names.ts';
import { present } from '../../reading/present.ts';
import { lineOf } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';

/** What a page says of a post outside the post itself. */
export interface PageFacts {
  readonly name?: string;
  readonly profileAddress?: string;
  readonly machineTime?: MachineTime;
}

const kinds =
  /^(?:Comment|Answer|Question|DiscussionForumPosting|SocialMediaPosting|BlogPosting|Article|NewsArticle|Review)$/;

/** The page's JSON-LD about the post with this address; empty where no object, or more than one, names it. */
export function linkedDataOf(document: Document, permalink: string, address: URL): PageFacts {
  const page = baseOf(document, address);
  const wanted = plain(permalink, page);
  // Many pages give every comment the address of the page.
  const isOfPage = wanted === plain(withoutHash(address), page);
  const isNamed = (object: JsonObject) =>
    kinds.test(typeOf(object)) &&
    !(isOfPage && typeOf(object) === 'Comment') &&
    addressesOf(object).some(address => plain(address, page) === wanted);
  const found = scriptJson(document, 'script[type="application/ld+json"]').flatMap(json =>
    objectsIn(json, isNamed),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return {};
  const authors = Array.isArray(only['author']) ? only['author'] : [only['author']];
  const author: unknown = authors.length === 1 ? authors[0] : undefined;
  const profile = webAddress(textIn(author, 'url') ?? textIn(author, '@id'), page);
  const said = readMachineTime(textIn(only, 'datePublished') ?? textIn(only, 'dateCreated'));
  return present<PageFacts>({
    name: nameOf(isObject(author) ? textIn(author, 'name') : textIn(only, 'author')),
    profileAddress: profile && withoutTracking(profile),
    machineTime: said && { ...said, caveat: 'Read from the page’s JSON-LD, which names this post.' },
  });
}

/** A name in the page's data, unless it is a line about a post, as on some pages. */
function nameOf(said: string | undefined): string | undefined {
  const name = lineOf(said);
  return name !== undefined && isName(name) ? name : undefined;
}

function withoutHash(page: URL): string {
  return page.href.replace(/#.*$/s, '');
}

function typeOf(object: JsonObject): string {
  const type = valueAt(object, '@type');
  return (Array.isArray(type) ? textIn(type, '0') : textIn(object, '@type')) ?? '';
}

function addressesOf(object: JsonObject): string[] {
  const page = valueAt(object, 'mainEntityOfPage');
  const said = [
    textIn(object, 'url'),
    textIn(object, '@id'),
    isObject(page) ? textIn(page, '@id') : textIn(object, 'mainEntityOfPage'),
  ];
  return said.filter(address => address !== undefined);
}

/** The address in a normal form for comparison; undefined when it is invalid. */
function plain(link: string, page: URL): string | undefined {
  const address = webAddress(link, page);
  return address && withoutTracking(address).replace(/\/(?=$|[?#])/, '');
}

/**
 * The head's Open Graph data about the only post of a page. Sites that navigate without loading keep the head of the
 * earlier page, so it counts only where `og:url` names the address.
 */
export function headOf(document: Document, page: URL): PageFacts {
  const said = metaIn(document, 'og:url');
  if (said === undefined || plain(said, baseOf(document, page)) !== plain(withoutHash(page), page)) return {};
  const time = readMachineTime(
    metaIn(document, 'article:published_time') ?? metaIn(document, 'og:published_time'),
  );
  const author = metaIn(document, 'article:author');
  const profile = author !== undefined && /^https?:/.test(author) ? webAddress(author, page) : undefined;
  const byline = queryFirst(document, 'head meta[name="author"][content]');
  const name = profile === undefined ? author : undefined;
  return present<PageFacts>({
    name: nameOf(name ?? (byline && attributeOf(byline, 'content'))),
    profileAddress: profile && withoutTracking(profile),
    machineTime: time && { ...time, caveat: 'Read from the head of the page, which names this address.' },
  });
}

/** The value of a property of the head; undefined when it is absent or has several values. */
function metaIn(document: Document, property: string): string | undefined {
  const values = new Set(
    queryAll(document, `head meta[property="${property}"][content]`).map(meta =>
      attributeOf(meta, 'content'),
    ),
  );
  const [only] = values;
  return values.size === 1 ? only : undefined;
}
