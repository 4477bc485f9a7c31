import type { PostAddress, PostKind } from '../model/post.ts';
import { isOnHost } from './hosts.ts';

type Groups = Readonly<Record<string, string>>;

/** One form of a platform's addresses. */
export interface Pattern {
  readonly kind: PostKind;
  /**
   * Matched against path and query. Its named groups become the fields of {@link PostAddress} with the same name; all
   * others become `ids`.
   */
  readonly path: RegExp;
  /** The hosts that use this form, when not all of the platform's do. */
  readonly hosts?: readonly string[];
  /** The canonical address, built from the groups alone, so that nothing of who shared it is left. */
  permalink(groups: Groups): string;
  /** Identifiers derived from the groups and not written in the address. */
  ids?(groups: Groups): Readonly<Record<string, string>>;
}

const fields = ['postId', 'parentId', 'handle', 'accountId', 'shortLink'] as const;

/** The result of the first pattern that fits the address; undefined when none fits or the host is not in `hosts`. */
export function identifyBy(
  patterns: readonly Pattern[],
  hosts: readonly string[],
  address: URL,
): PostAddress | undefined {
  if (!isOnHost(address, hosts)) return undefined;
  const path = address.pathname + address.search;
  for (const pattern of patterns) {
    if (pattern.hosts !== undefined && !isOnHost(address, pattern.hosts)) continue;
    const found = pattern.path.exec(path);
    if (found !== null) return addressOf(pattern, presentGroups(found.groups));
  }
  return undefined;
}

function addressOf(pattern: Pattern, groups: Groups): PostAddress {
  const named = Object.entries(groups).map(([name, text]) => [name, decoded(text)] as const);
  const isField = (name: string) => fields.some(field => field === name);
  const ids = { ...Object.fromEntries(named.filter(([name]) => !isField(name))), ...pattern.ids?.(groups) };
  return {
    kind: pattern.kind,
    ...Object.fromEntries(named.filter(([name]) => isField(name))),
    ...(Object.keys(ids).length > 0 && { ids }),
    permalink: pattern.permalink(groups),
  };
}

function presentGroups(groups: Readonly<Record<string, string | undefined>> | undefined): Groups {
  const present: Record<string, string> = {};
  for (const [name, text] of Object.entries(groups ?? {})) {
    if (text !== undefined && text !== '') present[name] = text;
  }
  return present;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
