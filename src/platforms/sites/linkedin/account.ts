import { hrefOf } from '../../../dom/links.ts';
import { closestOf } from '../../../dom/tree.ts';
import type { Account } from '../../../model/post.ts';
import { isOnHost } from '../../hosts.ts';
import { present } from '../../reading/present.ts';
import { hosts } from './addresses.ts';

/** The account that a name, or the link around it, leads to; without its name. */
export function linkedAccount(element: Element | undefined, base: URL): Account {
  const near = element && closestOf(element, 'a[href]');
  const href = near && hrefOf(near);
  const address = href !== undefined && URL.canParse(href, base.href) ? new URL(href, base.href) : undefined;
  const isHere = address !== undefined && isOnHost(address, hosts);
  const { type, slug } = isHere
    ? (/^\/(?<type>in|company|school)\/(?<slug>[^/]+)/.exec(address.pathname)?.groups ?? {})
    : {};
  const isNumber = slug !== undefined && /^ACoAA[\w-]{20,60}$/.test(slug);
  return present<Account>({
    handle: slug === undefined || isNumber ? undefined : plainName(slug),
    accountId: isNumber ? slug : undefined,
    profileAddress: slug === undefined ? undefined : `https://www.linkedin.com/${type}/${slug}`,
  });
}

function plainName(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
