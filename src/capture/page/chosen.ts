import { isConnected } from '../../dom/tree.ts';
import type { Platform, ReadPost } from '../../platforms/contract.ts';
import { platformFor } from '../../platforms/index.ts';
import { blocks } from '../../platforms/reading/blocks.ts';
import { web } from '../../platforms/sites/web/platform.ts';
import { boxOf } from './layout.ts';
import type { ChosenPost, PageSession } from './session.ts';

/** The page's current address. */
export function pageAddress(): URL {
  return new URL(window.location.href);
}

/**
 * The platform of this page. Where it shows no post in its platform's known layout, any block can be chosen and only
 * its words are read, because the general reading of other sites would be a guess here.
 */
export function platformHere(): Platform {
  const platform = platformFor(pageAddress());
  return platform === web || platform.posts(document).length > 0 ? platform : { ...platform, ...blocks };
}

/** Sets the post to be recorded. `readAhead` is what was read of it since the document last changed. */
export function choose(
  session: PageSession,
  element: Element,
  platform: Platform,
  readAhead?: ReadPost,
): void {
  const { permalink } = readAhead ?? readChosen(element, platform);
  session.chosen = { element, platform, permalink };
}

/** What the platform reads from the post, given this page's address. */
export function readChosen(element: Element, platform: Platform): ReadPost {
  return platform.read(element, pageAddress(), viewer());
}

/** The language and time zone in which this browser shows times. */
export function viewer(): { language: string; zone: string } {
  return { language: navigator.language, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** Chooses the post that the address names, else the first on the page that has an area. */
export function choosePost(session: PageSession): { outcome: 'chosen' | 'none' } {
  const platform = platformHere();
  const named = platform.postAt(document, pageAddress());
  const post = named ?? platform.posts(document).find(hasArea);
  if (post === undefined) return { outcome: 'none' };
  choose(session, post, platform);
  return { outcome: 'chosen' };
}

/** Whether the element's box has an area. */
export function hasArea(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width > 0 && height > 0;
}

/** The chosen post's element, found again by its permalink when the page has replaced it; undefined when it is gone. */
export function chosenElement(session: PageSession): Element | undefined {
  const { chosen } = session;
  if (chosen === undefined) return undefined;
  if (isConnected(chosen.element)) return chosen.element;
  const again = findAgain(chosen);
  if (again !== undefined) session.chosen = { ...chosen, element: again };
  return again;
}

function findAgain({ platform, permalink }: ChosenPost): Element | undefined {
  if (permalink === undefined || !URL.canParse(permalink)) return undefined;
  return platform.postAt(document, new URL(permalink));
}
