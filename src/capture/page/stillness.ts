import { rootOf } from '../../dom/tree.ts';
import { sleep } from './waiting.ts';

/** How long nothing may change before a page counts as quiet, in milliseconds: at first, and after a change. */
const quietMs = { untouched: 40, changed: 150 } as const;

/**
 * Watches the document for changes from the moment the agent is injected, so that a page that is quiet already need not
 * be waited for. The agent's own changes do not count.
 */
export class Stillness {
  readonly #own = new WeakSet<Node>();
  #observer: MutationObserver | undefined;
  #root: Element | undefined;
  #began = 0;
  #lastChange: number | undefined;
  #changes = 0;

  /** Begins to watch; continues a watch under way, unless the page has replaced its root element. */
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

  /** Stops watching and forgets the last change. */
  end(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#lastChange = undefined;
  }

  /** Marks an element as the agent's own: its insertion, removal and attributes do not count as changes. */
  own(node: Node): void {
    this.#own.add(node);
  }

  /** Ignores the changes made in this task, which are the agent's own. */
  disown(): void {
    this.#observer?.takeRecords();
  }

  /** How many times the document was seen to change. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether the document has been quiet for long enough. */
  isReached(): boolean {
    return this.#missing() <= 0;
  }

  /** True once the document has been quiet for long enough; false when `left` reaches 0 first. */
  async reached(left: () => number): Promise<boolean> {
    while (left() > 0) {
      const missing = this.#missing();
      if (missing <= 0) return true;
      await sleep(Math.min(missing + 1, left()));
    }
    return false;
  }

  /** Milliseconds of quiet still missing; 0 when there is no document to watch. */
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
