import type { PageAnswer, PageQuestion } from '../../messaging/page-protocol.ts';
import { Fault } from '../../model/fault.ts';
import { Lifeline } from './lifeline.ts';
import { putRight } from './put-right.ts';
import { mostNamed, restore } from './restore.ts';
import type { PageSession } from './session.ts';

/** Restores the page even when the background dies. */
export class GiveBack {
  readonly #session: PageSession;
  readonly #lifeline = new Lifeline(() => this.#giveBack());
  #ready: Promise<void> = Promise.resolve();
  #running = 0;
  /** What was restored without a question, for the answer to `restore`. */
  #given: PageAnswer<'restore'> = nothing;

  constructor(session: PageSession) {
    this.#session = session;
  }

  /** Called when a capture begins: connects to its background, and restores what an earlier one had left altered. */
  begin(): void {
    this.#lifeline.renew();
    this.#given = nothing;
    this.#ready = putRight(this.#session);
  }

  /**
   * Answers one question. Throws `capture.interrupted` when the page was restored before or meanwhile, because the
   * background then has a wrong picture of the page.
   */
  async answer(name: PageQuestion, answer: () => unknown): Promise<unknown> {
    await this.#ready;
    if (name === 'dismissPicker') return await answer();
    if (name === 'restore') return this.#answerLast();
    this.#hold();
    this.#running += 1;
    this.#lifeline.wait(name === 'pick');
    try {
      const answered = await answer();
      this.#hold();
      return answered;
    } finally {
      this.#running -= 1;
      this.#lifeline.wait(false);
      // A question under way when the background was lost may have altered the page further.
      if (this.#lifeline.isLost) this.#giveBack();
    }
  }

  #answerLast(): PageAnswer<'restore'> {
    try {
      return both(this.#given, restore(this.#session));
    } finally {
      this.#given = nothing;
      this.#lifeline.release();
    }
  }

  #hold(): void {
    this.#lifeline.hold();
    if (this.#lifeline.isLost) throw new Fault('capture.interrupted', 'the page was given back');
  }

  #giveBack(): void {
    const { dismissPicker, scrolledFrom, panes } = this.#session;
    const paneScrolls = [...panes];
    dismissPicker?.();
    this.#given = both(this.#given, restore(this.#session));
    if (this.#running === 0) return;
    // The question under way may scroll on, so keep the positions for a second restore when it ends.
    this.#session.scrolledFrom = scrolledFrom;
    for (const [pane, from] of paneScrolls) panes.set(pane, from);
  }
}

const nothing: PageAnswer<'restore'> = { changes: [], differs: [] };

function both(first: PageAnswer<'restore'>, then: PageAnswer<'restore'>): PageAnswer<'restore'> {
  const differs = [...first.differs, ...then.differs];
  return { changes: [...first.changes, ...then.changes], differs: differs.slice(0, mostNamed) };
}
