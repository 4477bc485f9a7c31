import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A page of `test/fixtures/platforms`, as `<platform>/<page>`. */
export type PlatformPage = (typeof served)[number];

/** The pages that the site shows; no two of them stand at the same address. */
const served = [
  'bluesky/thread',
  'facebook/feed-logged-in',
  'facebook/group-2026-10',
  'facebook/permalink-2026-08',
  'facebook/share-2026',
  'facebook/telephone-2026',
  'instagram/comments-2025',
  'instagram/messages-2026',
  'instagram/post',
  'linkedin/components-2026',
  'messenger/chat-2026',
  'reddit/thread',
  'telegram/app-a',
  'telegram/app-forwarded',
  'telegram/framed',
  'telegram/framed-message',
  'threads/post-2026',
  'tiktok/video',
  'web/discourse-2026',
  'web/google-reviews-2026',
  'web/phpbb',
  'web/vanilla-2025',
  'whatsapp/chat-british',
  'x/chat-2026',
  'x/covered',
  'x/layout-unknown',
  'x/profile',
  'x/status',
  'youtube/live-chat-2026',
] as const;

const fixtures = new Map(served.map(name => [name, readFixture(name)]));

/** Where the page stands: the address in its first line. */
export function platformAddress(name: PlatformPage): string {
  return fixtures.get(name)?.address ?? '';
}

/** The same page under the name of a host that only begins like the platform's. */
export function imitationAddress(name: PlatformPage): string {
  const { hostname, pathname, search } = new URL(platformAddress(name));
  return `https://${imitationOf(hostname)}${pathname}${search}`;
}

function imitationOf(hostname: string): string {
  return `${hostname}.holdfast-sample.test`;
}

/** The hosts of the pages, of their imitations and of the pictures in them. */
export const platformHosts: readonly string[] = [
  ...new Set([...fixtures.values()].flatMap(({ hosts }) => hosts)),
];

/** The page at a host, path and query; undefined when none stands there. */
export function platformPageAt(host: string, path: string): string | undefined {
  for (const { address, html } of fixtures.values()) {
    const { hostname, pathname, search } = new URL(address);
    const isHere = host === hostname || host === imitationOf(hostname);
    if (isHere && path === `${pathname}${search}`) return html;
  }
  return undefined;
}

function readFixture(name: string): { address: string; html: string; hosts: readonly string[] } {
  const file = fileURLToPath(new URL(`../../fixtures/platforms/${name}.html`, import.meta.url));
  const html = readFileSync(file, 'utf8');
  const address = /^<!--\s*(\S+)/.exec(html)?.[1] ?? '';
  const loaded = [...html.matchAll(/(?:src|poster)="(https:[^"]+)"/g)].map(([, source = '']) => source);
  const { hostname } = new URL(address);
  const pictured = loaded.map(each => new URL(each).hostname);
  return { address, html, hosts: [hostname, imitationOf(hostname), ...pictured] };
}
