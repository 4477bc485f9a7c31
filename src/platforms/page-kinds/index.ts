import { blogger } from './blogger.ts';
import { discourse } from './discourse.ts';
import { disqus } from './disqus.ts';
import { forumotion } from './forumotion.ts';
import { googleAnswers, googleReviews } from './google-reviews.ts';
import { hackerNews, hackerNewsItem } from './hacker-news.ts';
import { invision } from './invision.ts';
import type { PageKind } from './kind.ts';
import { mybb } from './mybb.ts';
import { openweb } from './openweb.ts';
import { phpbb } from './phpbb.ts';
import { simpleMachines } from './simple-machines.ts';
import { trustpilot, trustpilotAnswers } from './trustpilot.ts';
import { vanilla } from './vanilla.ts';
import { vbulletin } from './vbulletin.ts';
import { wordpress, wordpressNameInside } from './wordpress.ts';
import { xenforo } from './xenforo.ts';

/** Every known kind of page. forumotion comes before phpBB, because it has phpBB's marks as well as its own. */
export const pageKinds: readonly PageKind[] = [
  blogger,
  discourse,
  disqus,
  forumotion,
  googleAnswers,
  googleReviews,
  hackerNews,
  hackerNewsItem,
  invision,
  mybb,
  openweb,
  phpbb,
  simpleMachines,
  trustpilot,
  trustpilotAnswers,
  vanilla,
  vbulletin,
  wordpress,
  wordpressNameInside,
  xenforo,
];
