import { preservation as bluesky } from './bluesky.ts';
import { preservation as discord } from './discord.ts';
import { preservation as facebook } from './facebook.ts';
import { preservation as grindr } from './grindr.ts';
import { preservation as instagram } from './instagram.ts';
import { preservation as linkedin } from './linkedin.ts';
import { preservation as mastodon } from './mastodon.ts';
import { preservation as messenger } from './messenger.ts';
import { preservation as onlyfans } from './onlyfans.ts';
import { preservation as pinterest } from './pinterest.ts';
import type { PreservationFacts } from './preservation.ts';
import { preservation as reddit } from './reddit.ts';
import { preservation as snapchat } from './snapchat.ts';
import { preservation as steam } from './steam.ts';
import { preservation as telegram } from './telegram.ts';
import { preservation as threads } from './threads.ts';
import { preservation as tiktok } from './tiktok.ts';
import { preservation as tinder } from './tinder.ts';
import { preservation as tumblr } from './tumblr.ts';
import { preservation as twitch } from './twitch.ts';
import { preservation as web } from './web.ts';
import { preservation as whatsapp } from './whatsapp.ts';
import { preservation as x } from './x.ts';
import { preservation as xbox } from './xbox.ts';
import { preservation as youtube } from './youtube.ts';

/**
 * What is known of every platform's way with preservation requests. Apart from the registry, so that the code
 * that runs inside pages does not carry it.
 */
const facts: Readonly<Record<string, PreservationFacts>> = {
  bluesky,
  discord,
  facebook,
  grindr,
  instagram,
  linkedin,
  mastodon,
  messenger,
  onlyfans,
  pinterest,
  reddit,
  snapchat,
  steam,
  telegram,
  threads,
  tiktok,
  tinder,
  tumblr,
  twitch,
  web,
  whatsapp,
  x,
  xbox,
  youtube,
};

/** The facts of this platform; those of any website where the platform is not known. */
export function preservationFactsOf(platformId: string): PreservationFacts {
  return Object.hasOwn(facts, platformId) ? (facts[platformId] ?? web) : web;
}
