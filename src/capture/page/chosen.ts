import { blocks } from '../../platforms/blocks.ts';
import type { Platform } from '../../platforms/contract.ts';
import { isConnected } from '../../platforms/dom.ts';
import { platformFor } from '../../platforms/index.ts';
import { web } from '../../platforms/web.ts';
import { boxOf, clientSize, holds, outerParentOf, shadowOf } from './layout.ts';
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

/** Keeps a post as the one to be recorded. */
export function choose(session: PageSession, element: Element, platform: Platform): void {
  const { permalink } = platform.read(element, pageAddress(), viewer());
  session.chosen = { element, platform, permalink };
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

/** Where the chosen post is, in document coordinates, and whether all of it can be seen; null when it is gone. */
export function locatePost(session: PageSession): {
  rect: { x: number; y: number; width: number; height: number };
  visibleWhole: boolean;
} | null {
  const post = chosenElement(session);
  if (post === undefined || !hasArea(post)) return null;
  const { left, top, width, height } = boxOf(post);
  const rect = { x: left + window.scrollX, y: top + window.scrollY, width, height };
  return { rect, visibleWhole: isWhollyInWindow(post) && !isCovered(post) };
}

function isWhollyInWindow(post: Element): boolean {
  const { left, top, right, bottom } = boxOf(post);
  const client = clientSize();
  const slack = 0.5;
  return left >= -slack && top >= -slack && right <= client.width + slack && bottom <= client.height + slack;
}

const samples = 7;

/** Whether something fixed or sticky lies over the post, by samples over its whole box, edges included. */
function isCovered(post: Element): boolean {
  const { left, top, width, height } = boxOf(post);
  for (let row = 0; row < samples; row += 1) {
    for (let column = 0; column < samples; column += 1) {
      const x = left + 1 + ((width - 2) * column) / (samples - 1);
      const y = top + 1 + ((height - 2) * row) / (samples - 1);
      const hit = topmostAt(x, y);
      if (hit !== undefined && !holds(post, hit) && floatsOver(hit, post)) return true;
    }
  }
  return false;
}

/** The element on top at a point of the window, inside open shadow roots too. */
export function topmostAt(x: number, y: number): Element | undefined {
  let hit = Document.prototype.elementFromPoint.call(document, x, y);
  for (let depth = 0; hit !== null && depth < 50; depth += 1) {
    const inner: Element | null = shadowOf(hit)?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  return hit ?? undefined;
}

function floatsOver(hit: Element, post: Element): boolean {
  for (let node: Node | null = hit; node instanceof Element; node = outerParentOf(node)) {
    if (holds(node, post)) return false;
    const { position } = getComputedStyle(node);
    if (position === 'fixed' || position === 'sticky') return true;
  }
  return false;
}
