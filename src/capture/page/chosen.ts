import { isConnected } from '../../dom/tree.ts';
import { blocks } from '../../platforms/blocks.ts';
import type { Platform, ReadPost } from '../../platforms/contract.ts';
import { platformFor } from '../../platforms/index.ts';
import { web } from '../../platforms/web.ts';
import { boxOf } from './layout.ts';
import type { ChosenPost, PageSession } from './session.ts';

/** The page's address as it stands now. */
export function pageAddress(): URL {
  return new URL(window.location.href);
}

/**
 * The platform that this page lies on. Where it shows no post in the way that its platform usually does, any block
 * can be chosen, and no more than its words is read: what holds for other sites would be a guess here.
 */
export function platformHere(): Platform {
  const platform = platformFor(pageAddress());
  return platform === web || platform.posts(document).length > 0 ? platform : { ...platform, ...blocks };
}

/** Keeps a post as the one to be recorded. `readAhead` is what was read of it since the document last changed. */
export function choose(
  session: PageSession,
  element: Element,
  platform: Platform,
  readAhead?: ReadPost,
): void {
  const { permalink } = readAhead ?? readChosen(element, platform);
  session.chosen = { element, platform, permalink };
}

/** What the platform reads of the post at this page's address. */
export function readChosen(element: Element, platform: Platform): ReadPost {
  return platform.read(element, pageAddress(), viewer());
}

/** The language and zone in which this browser shows times. */
export function viewer(): { language: string; zone: string } {
  return { language: navigator.language, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** Takes the post that the address names, else the first on the page that has an area. */
export function choosePost(session: PageSession): { outcome: 'chosen' | 'none' } {
  const platform = platformHere();
  const named = platform.postAt(document, pageAddress());
  const post = named ?? platform.posts(document).find(hasArea);
  if (post === undefined) return { outcome: 'none' };
  choose(session, post, platform);
  return { outcome: 'chosen' };
}

/** Whether the element takes up room on the page. */
export function hasArea(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width > 0 && height > 0;
}

/** The chosen post's element; found again by its own link when the page has replaced it. Undefined when gone. */
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
