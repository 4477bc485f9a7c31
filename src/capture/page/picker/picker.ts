import { isConnected } from '../../../dom/tree.ts';
import type { Platform, ReadPost } from '../../../platforms/contract.ts';
import { choose, hasArea, pageAddress, platformHere, readChosen } from '../chosen.ts';
import { boxOf, clientSize } from '../layout.ts';
import { showOnScreen } from '../on-screen.ts';
import type { PageSession } from '../session.ts';
import { shownPart } from '../view/clipping.ts';
import { type Gesture, listen } from './gestures.ts';
import type { Mark } from './marks.ts';
import { type Overlay, showOverlay } from './overlay.ts';
import { postUnder, scrollUnder } from './pointing.ts';

export type PickOutcome = 'chosen' | 'cancelled' | 'none' | 'removed';

/** How often the outline is updated and the overlay checked, in milliseconds. */
const watchMs = 150;

/**
 * Lets the user choose a post by mouse, touch or keyboard. Ends with Enter or a click on a post (`chosen`); with
 * Escape, the button or `dismissPicker` (`cancelled`); when the page keeps removing the overlay (`removed`); or at once
 * when the page shows no post (`none`). Only the user's own gestures count. Leaves no trace in the document.
 */
export function pick(session: PageSession): Promise<{ outcome: PickOutcome }> {
  session.dismissPicker?.();
  const platform = platformHere();
  if (!platform.posts(document).some(hasArea)) {
    session.stillness.end();
    return Promise.resolve({ outcome: 'none' });
  }
  return new Promise(resolve => {
    const overlay = showOverlay(session.mark.beside({ own: true }));
    const ahead = new ReadAhead(session, platform);
    const picker = new Picker(platform, overlay, (post, outcome, marks) => {
      ahead.end();
      session.dismissPicker = undefined;
      session.mark.forget();
      session.marks = marks;
      session.cleared = showOnScreen(session);
      if (post === undefined) session.stillness.end();
      else choose(session, post, platform, ahead.of(post));
      resolve({ outcome });
    });
    session.stillness.own(picker.host);
    picker.onOutline = post => ahead.begin(post);
    session.dismissPicker = () => picker.end(undefined);
    picker.start();
  });
}

/** Receives the chosen post, how the picking ended, and where the overlay had drawn. */
type OnEnd = (post: Element | undefined, outcome: PickOutcome, marks: Mark[]) => void;

class Picker {
  readonly #overlay: Overlay;
  readonly #platform: Platform;
  readonly #onEnd: OnEnd;
  #current: Element | undefined;
  #stopListening: (() => void) | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #hasEnded = false;
  /** Called with each post that is outlined. */
  onOutline: (post: Element) => void = () => undefined;

  constructor(platform: Platform, overlay: Overlay, onEnd: OnEnd) {
    this.#platform = platform;
    this.#overlay = overlay;
    this.#onEnd = onEnd;
  }

  /** The overlay's element in the page's own tree. */
  get host(): Element {
    return this.#overlay.host;
  }

  start(): void {
    this.#stopListening = listen(gesture => this.#answer(gesture));
    this.#watch = setInterval(() => this.#keepUp(), watchMs);
    const first = this.#first();
    if (first === undefined) return;
    if (!isInView(first)) reveal(first);
    this.#select(first);
  }

  end(post: Element | undefined, outcome: PickOutcome = post === undefined ? 'cancelled' : 'chosen'): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearInterval(this.#watch);
    this.#stopListening?.();
    const marks = this.#overlay.remove();
    this.#onEnd(post, outcome, marks);
  }

  #answer(gesture: Gesture): void {
    if (gesture.kind === 'cancel') this.end(undefined);
    else if (gesture.kind === 'take') this.#take(this.#current);
    else if (gesture.kind === 'step') this.#step(gesture.by);
    else if (gesture.kind === 'point') this.#point(gesture.x, gesture.y);
    else if (gesture.kind === 'press') this.#press(gesture.x, gesture.y);
    else if (gesture.kind === 'wheel') scrollUnder(gesture, this.#overlay.host);
    else this.#keepUp();
  }

  #posts(): readonly Element[] {
    return this.#platform.posts(document).filter(hasArea);
  }

  /** The post that the address names, unless the user has scrolled away from it; else the first in view. */
  #first(): Element | undefined {
    const named = this.#platform.postAt(document, pageAddress());
    if (named !== undefined && hasArea(named) && (isInView(named) || window.scrollY === 0)) return named;
    const posts = this.#posts();
    return posts.find(isInView) ?? posts[0];
  }

  #postAt(x: number, y: number): Element | undefined {
    return postUnder({ x, y }, this.#overlay.host, element => this.#platform.postAround(element));
  }

  #point(x: number, y: number): void {
    this.#overlay.makeRoom(y);
    const post = this.#postAt(x, y);
    if (post !== undefined && post !== this.#current) this.#select(post);
  }

  #press(x: number, y: number): void {
    if (this.#overlay.isCancelAt(x, y)) this.end(undefined);
    else if (!this.#overlay.isHintAt(x, y)) {
      // Take the outlined post, even when the page moved something else under the pointer.
      const outlined = this.#current !== undefined && isAt(this.#current, x, y) ? this.#current : undefined;
      this.#take(outlined ?? this.#postAt(x, y));
    }
  }

  #take(post: Element | undefined): void {
    if (post !== undefined && isConnected(post)) this.end(post);
    else this.#overlay.say('There is no post here. Point at a post.');
  }

  #step(by: number): void {
    const posts = this.#posts();
    const at = this.#current === undefined ? -1 : posts.indexOf(this.#current);
    const wanted = at === -1 ? this.#nearest(posts) : at + by;
    const post = posts[Math.max(0, Math.min(posts.length - 1, wanted))];
    if (post === undefined) return;
    reveal(post);
    this.#overlay.makeRoom(boxOf(post).bottom);
    this.#select(post);
  }

  #nearest(posts: readonly Element[]): number {
    return Math.max(0, posts.findIndex(isInView));
  }

  #select(post: Element): void {
    this.#current = post;
    this.#overlay.outline(boxOf(post));
    this.onOutline(post);
    const posts = this.#posts();
    const at = posts.indexOf(post);
    this.#overlay.say(at === -1 ? 'A post is outlined.' : `Post ${at + 1} of ${posts.length}.`);
  }

  #keepUp(): void {
    const post = this.#current;
    if (!this.#overlay.stand()) this.end(undefined, 'removed');
    else if (post !== undefined && isConnected(post)) this.#overlay.outline(boxOf(post));
    else {
      this.#current = undefined;
      this.#overlay.outline(undefined);
    }
  }
}

/** How long a post must stay outlined before it is read ahead, in milliseconds. */
const readAheadMs = 100;

/** Reads the outlined post while the user decides; the result is valid until the document changes. */
class ReadAhead {
  readonly #session: PageSession;
  readonly #platform: Platform;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #read: { readonly post: Element; readonly changes: number; readonly said: ReadPost } | undefined;

  constructor(session: PageSession, platform: Platform) {
    this.#session = session;
    this.#platform = platform;
  }

  begin(post: Element): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { changes } = this.#session.stillness;
      // Changes within a shadow root or frame are not observed.
      const isFrame = this.#platform.framedBody?.(post) !== undefined;
      const isHeard = Node.prototype.getRootNode.call(post) === document && !isFrame;
      if (isHeard) this.#read = { post, changes, said: readChosen(post, this.#platform) };
    }, readAheadMs);
  }

  /** Stops reading. */
  end(): void {
    clearTimeout(this.#timer);
  }

  /** What was read of this post; undefined when it was not read, or the document has changed since. */
  of(post: Element): ReadPost | undefined {
    const isFresh = this.#read?.post === post && this.#read.changes === this.#session.stillness.changes;
    return isFresh ? this.#read?.said : undefined;
  }
}

/** Whether any part of the post is visible in the window and in all its panes. */
function isInView(post: Element): boolean {
  const { left, top, right, bottom } = shownPart(post, boxOf(post));
  return right > left && bottom > top;
}

/** Scrolls only when part of the post is outside the window; the centre keeps it clear of bars at the edges. */
function reveal(post: Element): void {
  const { top, bottom, height } = boxOf(post);
  if (top >= 0 && bottom <= clientSize().height) return;
  const block = height < clientSize().height ? 'center' : 'start';
  Element.prototype.scrollIntoView.call(post, { block, inline: 'nearest', behavior: 'instant' });
}

function isAt(element: Element, x: number, y: number): boolean {
  const { left, top, right, bottom } = boxOf(element);
  return x >= left && x <= right && y >= top && y <= bottom;
}
