import type { CaptureRecord } from '../model/capture.ts';
import { withoutTracking } from '../platforms/hosts.ts';
import { platformById, platformFor } from '../platforms/index.ts';

/**
 * Who is asked to keep the data of one capture. `host` is given when every server has its own operator. `key` is safe
 * as the name of a folder on every system, at most 40 characters, and the same for the same recipient.
 */
export interface Recipient {
  readonly key: string;
  readonly platformId: string;
  readonly name: string;
  readonly host?: string;
}

/** Platforms made of many servers, each with its own operator. */
const perHost: readonly string[] = ['web', 'mastodon'];

/** In characters; the limit of `preservationTrackSchema`. */
const longestKey = 40;

/** The recipient for a capture. Undefined when there is nobody to ask, because the page has no web address. */
export function recipientOf(record: CaptureRecord): Recipient | undefined {
  const address = recordedAddress(record);
  if (address === undefined) return undefined;
  const platform = platformById(record.post?.platform ?? '') ?? platformFor(address);
  const own = { platformId: platform.id, name: platform.name };
  if (!perHost.includes(platform.id)) return { key: platform.id, ...own };
  const permalink = cleanAddress(record.post?.permalink) ?? address.href;
  const { host } = new URL(permalink);
  return { key: keyOf(platform.id, host), platformId: platform.id, name: host, host };
}

/** The address that the page had when the capture ended. Undefined when it is not a web address. */
export function recordedAddress(record: CaptureRecord): URL | undefined {
  const clean = cleanAddress(record.page?.finalAddress) ?? cleanAddress(record.post?.permalink);
  return clean === undefined ? undefined : new URL(clean);
}

/** The address without credentials and tracking parameters. Undefined when it is not a web address. */
export function cleanAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? withoutTracking(url) : undefined;
}

function keyOf(platformId: string, host: string): string {
  const key = `${platformId}-${host.replace(/[^a-z0-9.-]/g, '-').replace(/^[.-]+|[.-]+$/g, '')}`;
  if (key.length <= longestKey && key.endsWith(host)) return key;
  // Two hosts must not share a folder because their names are long or one has a port.
  return `${key.slice(0, longestKey - 9)}-${fnv1a(host)}`;
}

/** 32-bit FNV-1a in hexadecimal. It keeps names apart; it is not a safeguard. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
