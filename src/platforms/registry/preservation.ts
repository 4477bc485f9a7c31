// Made by `npx tsx scripts/platforms.ts` from the folders in src/platforms/sites.
import type { PreservationFacts } from '../preservation.ts';
import { preservation as bluesky } from '../sites/bluesky/platform.ts';
import { preservation as discord } from '../sites/discord/platform.ts';
import { preservation as facebook } from '../sites/facebook/platform.ts';
import { preservation as grindr } from '../sites/grindr/platform.ts';
import { preservation as instagram } from '../sites/instagram/platform.ts';
import { preservation as linkedin } from '../sites/linkedin/platform.ts';
import { preservation as mastodon } from '../sites/mastodon/platform.ts';
import { preservation as messenger } from '../sites/messenger/platform.ts';
import { preservation as onlyfans } from '../sites/onlyfans/platform.ts';
import { preservation as pinterest } from '../sites/pinterest/platform.ts';
import { preservation as reddit } from '../sites/reddit/platform.ts';
import { preservation as snapchat } from '../sites/snapchat/platform.ts';
import { preservation as steam } from '../sites/steam/platform.ts';
import { preservation as telegram } from '../sites/telegram/platform.ts';
import { preservation as threads } from '../sites/threads/platform.ts';
import { preservation as tiktok } from '../sites/tiktok/platform.ts';
import { preservation as tinder } from '../sites/tinder/platform.ts';
import { preservation as tumblr } from '../sites/tumblr/platform.ts';
import { preservation as twitch } from '../sites/twitch/platform.ts';
import { preservation as web } from '../sites/web/platform.ts';
import { preservation as whatsapp } from '../sites/whatsapp/platform.ts';
import { preservation as x } from '../sites/x/platform.ts';
import { preservation as xbox } from '../sites/xbox/platform.ts';
import { preservation as youtube } from '../sites/youtube/platform.ts';

/**
 * What is known of every platform’s way with preservation requests. Apart from the platforms, so that the code
 * that runs inside pages does not carry it.
 */
export const preservationOf: Readonly<Record<string, PreservationFacts>> = {
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
  whatsapp,
  x,
  xbox,
  youtube,
  web,
};
