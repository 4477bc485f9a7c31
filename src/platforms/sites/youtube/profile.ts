import type { Account, PostAddress } from '../../../model/post.ts';
import { assignedJson } from '../../reading/assigned-json.ts';
import { textIn, valueAt } from '../../reading/json.ts';
import { present } from '../../reading/present.ts';
import { lineOf } from '../../reading/text.ts';
import { namedBy } from './data.ts';

/**
 * The account of a channel's page, from `ytInitialData`. The site keeps old data when it navigates, so it is taken only
 * where it names the handle or number in the address.
 */
export function account(document: Document, asked: PostAddress | undefined): Account | undefined {
  if (asked?.kind !== 'profile') return undefined;
  for (const data of assignedJson(document, 'ytInitialData')) {
    const channel = valueAt(data, 'metadata', 'channelMetadataRenderer');
    const accountId = /^UC[\w-]{22}$/.exec(textIn(channel, 'externalId') ?? '')?.[0];
    const named = namedBy(textIn(channel, 'vanityChannelUrl'));
    const isAsked =
      asked.accountId === undefined
        ? asked.handle !== undefined && named.handle?.toLowerCase() === asked.handle.toLowerCase()
        : accountId === asked.accountId;
    if (!isAsked || accountId === undefined) continue;
    const profileAddress = named.profileAddress ?? `https://www.youtube.com/channel/${accountId}`;
    const displayName = lineOf(textIn(channel, 'title'));
    return present<Account>({ handle: named.handle, displayName, accountId, profileAddress });
  }
  return undefined;
}
