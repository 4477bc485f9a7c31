import type { Account } from '../../../model/post.ts';
import { assignedJson } from '../../reading/assigned-json.ts';
import { textIn, valueAt } from '../../reading/json.ts';
import { present } from '../../reading/present.ts';
import { lineOf } from '../../reading/text.ts';
import { readMachineTime } from '../../reading/time.ts';

const channelNumber = /^UC[\w-]{22}$/;

/** What the page's own data says of one video: `ytInitialPlayerResponse`, as yt-dlp reads it. */
export interface VideoFacts {
  readonly account: Account;
  readonly text: string | undefined;
  readonly machineTime: ReturnType<typeof readMachineTime>;
  readonly visibility: string | undefined;
}

/**
 * The data of this video; undefined when there is none. The site keeps old data when it navigates without loading, so
 * only data that names this video counts.
 */
export function factsOf(document: Document, postId: string): VideoFacts | undefined {
  for (const data of assignedJson(document, 'ytInitialPlayerResponse')) {
    const details = valueAt(data, 'videoDetails');
    if (textIn(details, 'videoId') !== postId) continue;
    const more = valueAt(data, 'microformat', 'playerMicroformatRenderer');
    const accountId = channelNumber.exec(textIn(details, 'channelId') ?? '')?.[0];
    return {
      account: present<Account>({
        ...namedBy(textIn(more, 'ownerProfileUrl')),
        displayName: lineOf(textIn(details, 'author')),
        ...(accountId !== undefined && { accountId }),
      }),
      text: textIn(details, 'shortDescription'),
      machineTime: readMachineTime(textIn(more, 'publishDate') ?? textIn(more, 'uploadDate')),
      visibility: visibilityOf(details, more),
    };
  }
  return undefined;
}

function visibilityOf(details: unknown, more: unknown): string | undefined {
  if (valueAt(details, 'isPrivate') === true) return 'private';
  return valueAt(more, 'isUnlisted') === true ? 'unlisted' : undefined;
}

/** The handle or number in the address of a channel; empty for other addresses. */
export function namedBy(href: string | undefined): Account {
  const number = /^(?:https?:\/\/(?:www\.|m\.)?youtube\.com)?\/channel\/(UC[\w-]{22})(?:[/?#]|$)/.exec(
    href ?? '',
  )?.[1];
  if (number !== undefined) {
    return { accountId: number, profileAddress: `https://www.youtube.com/channel/${number}` };
  }
  const path = /^(?:https?:\/\/(?:www\.|m\.)?youtube\.com)?\/@([^/?#]+)/.exec(href ?? '')?.[1];
  const handle = path === undefined ? undefined : decoded(path);
  if (handle === undefined) return {};
  return { handle, profileAddress: `https://www.youtube.com/@${encodeURIComponent(handle)}` };
}

function decoded(text: string): string | undefined {
  try {
    return lineOf(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}
