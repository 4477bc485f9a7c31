import { isConnected, rootOf } from '../../../dom/tree.ts';
import type { Target } from '../../../messaging/page-protocol.ts';
import { chosenElement, hasArea } from '../chosen.ts';
import { boxOf, clientSize } from '../layout.ts';
import { describe } from '../naming.ts';
import type { Aim, PageSession } from '../session.ts';
import { areaOf, common } from './box.ts';
import { containersOf, innerBox, shownPart, windowBox } from './clipping.ts';
import { dialogInFront } from './dialog.ts';
import { flatElements, holds } from './flat-tree.ts';
import { documentScroller, isPane, lengthOf, windowReach } from './scroller.ts';

/** A pane that takes less than this share of the window is a part of the page, not the page. */
const leastShare = 0.4;
/** A window that scrolls by less than this share of itself only shifts the pane that is the page. */
const slightShare = 0.25;

/** What a recording aims at; undefined when it is gone. Decided once for the page, so that it cannot change. */
export function aimOf(session: PageSession, target: Target): Aim | undefined {
  if (target === 'post') return postAim(session);
  const kept = session.aim;
  if (kept !== undefined && isConnected(kept.element)) return kept;
  const aim = pageAim();
  // A rebuilt element is found again, but one of another kind is not what was recorded before.
  if (kept !== undefined && kept.kind !== aim?.kind) return undefined;
  session.aim = aim;
  return aim;
}

function postAim(session: PageSession): Aim | undefined {
  const element = chosenElement(session);
  if (element === undefined || !hasArea(element)) return undefined;
  const pane = containersOf(element).find(isPane);
  return { kind: 'box', element, scroller: pane && paneWords(pane) };
}

function pageAim(): Aim | undefined {
  const dialog = dialogInFront();
  if (dialog !== undefined) return dialogAim(dialog);
  const root = rootOf(document);
  const pane = scrollsItself() ? undefined : mainPane();
  if (pane !== undefined) return { kind: 'pane', element: pane, scroller: paneWords(pane) };
  return root === null ? undefined : { kind: 'document', element: root, scroller: undefined };
}

function dialogAim(dialog: Element): Aim {
  const words = `A dialog lay in front of the page (${describe(dialog)}). What lies behind it was not recorded.`;
  const visible = areaOf(shownPart(dialog, boxOf(dialog)));
  const part = largest(
    flatElements().filter(
      element => holds(dialog, element) && isPane(element) && shownArea(element) * 2 > visible,
    ),
  );
  if (part === undefined) return { kind: 'box', element: dialog, scroller: words };
  return { kind: 'pane', element: part, scroller: words };
}

function paneWords(pane: Element): string {
  return `A part of the page that scrolls by itself was scrolled (${describe(pane)}).`;
}

/** Whether the window scrolls the document by more than the slight shift common on pages with one pane. */
function scrollsItself(): boolean {
  const { x, y } = windowReach();
  const client = clientSize();
  if (documentScroller() === null) return false;
  const isSlight =
    x.whole <= client.width * (1 + slightShare) && y.whole <= client.height * (1 + slightShare);
  return !isSlight;
}

function mainPane(): Element | undefined {
  const least = areaOf(windowBox()) * leastShare;
  return largest(flatElements().filter(element => isPane(element) && shownArea(element) > least));
}

/** The pane with the most content. */
function largest(panes: readonly Element[]): Element | undefined {
  const size = (pane: Element) => lengthOf(pane, 'scrollWidth') * lengthOf(pane, 'scrollHeight');
  return panes.toSorted((a, b) => size(b) - size(a))[0];
}

function shownArea(element: Element): number {
  return areaOf(common(shownPart(element, innerBox(element)), windowBox()));
}
