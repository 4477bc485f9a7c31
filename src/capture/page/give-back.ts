import type { PageAnswer, PageQuestion } from '../../messaging/page-protocol.ts';
import { Fault } from '../../model/fault.ts';
import { Lifeline } from './lifeline.ts';
import { putRight } from './put-right.ts';
import { mostNamed, restore } from './restore.ts';
import type { PageSession } from './session.ts';

/** Sees to it that the page is given back as it was, whatever becomes of the background. */
export class GiveBack {
  readonly #session: PageSession;
  readonly #lifeline = new Lifeline(() => this.#giveBack());
  #ready: Promise<void> = Promise.resolve();
  #running = 0;
  /** What was put back without being asked, for the answer to `restore`. */
  #given: PageAnswer<'restore'> = nothing;

  constructor(session: PageSession) {
    this.#session = session;
  }

  /** A capture begins: ties the page to its background, and puts right what an earlier one had left altered. */
  begin(): void {
    this.#lifeline.renew();
    this.#given = nothing;
    this.#ready = putRight(this.#session);
  }

  /**
   * Answers one question. Throws `capture.interrupted` when the page was given back meanwhile, or before: what is
   * asked then is asked of a page that no longer is as the background takes it to be.
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
      // What was under way when the background was lost may have gone on altering the page.
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
    const { dismissPicker, scrolledFrom } = this.#session;
    dismissPicker?.();
    this.#given = both(this.#given, restore(this.#session));
    // The page is scrolled on until the question under way ends, and then once more back.
    if (this.#running > 0) this.#session.scrolledFrom = scrolledFrom;
  }
}

const nothing: PageAnswer<'restore'> = { changes: [], differs: [] };

function both(first: PageAnswer<'restore'>, then: PageAnswer<'restore'>): PageAnswer<'restore'> {
  const differs = [...first.differs, ...then.differs];
  return { changes: [...first.changes, ...then.changes], differs: differs.slice(0, mostNamed) };
}
