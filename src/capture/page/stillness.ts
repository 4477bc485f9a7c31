import { rootOf } from '../../dom/tree.ts';
import { sleep } from './waiting.ts';

/** How long nothing may change until a page counts as quiet: at first, and after something did change. */
const quietMs = { untouched: 40, changed: 150 } as const;

/**
 * Watches the document for changes from the moment the agent is placed, so that a page that has long been quiet
 * need not be waited for. What the agent changes itself does not count.
 */
export class Stillness {
  readonly #own = new WeakSet<Node>();
  #observer: MutationObserver | undefined;
  #root: Element | undefined;
  #began = 0;
  #lastChange: number | undefined;
  #changes = 0;

  /** Begins to watch; goes on where it already does, unless the page has replaced its root element. */
  begin(): void {
    const root = rootOf(document);
    if (root === null || (this.#observer !== undefined && root === this.#root)) return;
    this.end();
    this.#root = root;
    this.#began = performance.now();
    this.#observer = new MutationObserver(records => {
      if (!records.some(record => !this.#isOwn(record))) return;
      this.#lastChange = performance.now();
      this.#changes += 1;
    });
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  /** Watches no longer and forgets what it saw. */
  end(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#lastChange = undefined;
  }

  /** This element's coming, going and attributes are the agent's doing. */
  own(node: Node): void {
    this.#own.add(node);
  }

  /** What changed in this very turn was the agent's doing. */
  disown(): void {
    this.#observer?.takeRecords();
  }

  /** How many times the document was seen to change. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether the document has stood still for long enough by now. */
  isReached(): boolean {
    return this.#missing() <= 0;
  }

  /** True once the document stood still for long enough; false when `left` is 0 first. */
  async reached(left: () => number): Promise<boolean> {
    while (left() > 0) {
      const missing = this.#missing();
      if (missing <= 0) return true;
      await sleep(Math.min(missing + 1, left()));
    }
    return false;
  }

  /** Milliseconds of quiet that are still missing; none where there is no document to change. */
  #missing(): number {
    if (this.#observer === undefined) return 0;
    const since = performance.now() - (this.#lastChange ?? this.#began);
    return (this.#lastChange === undefined ? quietMs.untouched : quietMs.changed) - since;
  }

  #isOwn({ target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (this.#own.has(target)) return true;
    const moved = [...addedNodes, ...removedNodes];
    return moved.length > 0 && moved.every(node => this.#own.has(node));
  }
}
