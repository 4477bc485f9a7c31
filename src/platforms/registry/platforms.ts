// Made by `npx tsx scripts/platforms.ts` from the folders in src/platforms/sites.
import type { Platform } from '../contract.ts';
import { bluesky } from '../sites/bluesky/platform.ts';
import { discord } from '../sites/discord/platform.ts';
import { facebook } from '../sites/facebook/platform.ts';
import { grindr } from '../sites/grindr/platform.ts';
import { instagram } from '../sites/instagram/platform.ts';
import { linkedin } from '../sites/linkedin/platform.ts';
import { mastodon } from '../sites/mastodon/platform.ts';
import { messenger } from '../sites/messenger/platform.ts';
import { onlyfans } from '../sites/onlyfans/platform.ts';
import { pinterest } from '../sites/pinterest/platform.ts';
import { reddit } from '../sites/reddit/platform.ts';
import { snapchat } from '../sites/snapchat/platform.ts';
import { steam } from '../sites/steam/platform.ts';
import { telegram } from '../sites/telegram/platform.ts';
import { threads } from '../sites/threads/platform.ts';
import { tiktok } from '../sites/tiktok/platform.ts';
import { tinder } from '../sites/tinder/platform.ts';
import { tumblr } from '../sites/tumblr/platform.ts';
import { twitch } from '../sites/twitch/platform.ts';
import { web } from '../sites/web/platform.ts';
import { whatsapp } from '../sites/whatsapp/platform.ts';
import { x } from '../sites/x/platform.ts';
import { xbox } from '../sites/xbox/platform.ts';
import { youtube } from '../sites/youtube/platform.ts';

/** Every platform, in alphabetical order; `web`, which takes any page, stands last. The order decides nothing. */
export const platforms: readonly Platform[] = [
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
];
