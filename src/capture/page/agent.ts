import type { PageAnswer, PageArguments, PageQuestion } from '../../messaging/page-protocol.ts';
import { wellFormedValue } from '../../model/well-formed.ts';
import { expectArrivals } from './arrivals.ts';
import { choosePost } from './chosen.ts';
import { copyAhead } from './copy-ahead.ts';
import { GiveBack } from './give-back.ts';
import { limits } from './limits.ts';
import { measure } from './measure.ts';
import { keepOwn, ownOf } from './own-global.ts';
import { pick } from './picker/picker.ts';
import { read, takeCopy } from './read.ts';
import { rerender } from './rerender.ts';
import { restore } from './restore.ts';
import { newSession, type PageSession } from './session.ts';
import { settle } from './settle.ts';
import { snapshot } from './snapshot/snapshot.ts';
import { readDocument } from './text.ts';
import { lookAt } from './view/looking.ts';
import { view } from './view/reading.ts';
import { walkThrough } from './view/walk.ts';

/** The agent's key in the page's isolated world, which the page cannot see. */
export const agentKey = '__holdfastPage';

type ArgumentsOf<Q extends PageQuestion> = Q extends keyof PageArguments ? PageArguments[Q] : unknown;
type Answers = {
  readonly [Q in PageQuestion]: (
    session: PageSession,
    args: ArgumentsOf<Q>,
  ) => PageAnswer<Q> | Promise<PageAnswer<Q>>;
};

const answers: Answers = {
  measure,
  settle: (session, { timeLimitMs }) => settle(session, timeLimitMs),
  pick,
  dismissPicker: session => {
    session.dismissPicker?.();
    return null;
  },
  choosePost,
  view,
  lookAt,
  walkThrough,
  restore,
  limits: session => [...session.putRight, ...limits(readDocument(session))],
  snapshot: session => takeCopy(session) ?? snapshot(),
  copyAhead,
  read,
  rerender: (session, { scope }) => rerender(session, scope),
};

/** The object that the background talks to. */
export interface PageAgent {
  /** Called when a capture begins: restores what an earlier one altered, and watches the page until `restore`. */
  watch(): void;
  /** Answers one question. Throws a plain Error for an unknown name, and what the answer throws. */
  ask(name: string, args: unknown): Promise<unknown>;
}

/** An agent for this document, with nothing chosen. */
export function createAgent(session: PageSession = newSession()): PageAgent {
  const page = new GiveBack(session);
  return {
    watch: () => {
      page.begin();
      session.stillness.begin();
      // Decode pictures while the user still chooses, so that no time is lost later.
      expectArrivals(session);
    },
    async ask(name, args) {
      if (!Object.hasOwn(answers, name)) throw new Error(`no such question: ${name}`);
      const question = name as PageQuestion;
      const answer = answers[question] as (session: PageSession, args: unknown) => unknown;
      return wellFormedValue(await page.answer(question, () => answer(session, args ?? {})));
    },
  };
}

/** Makes the agent available to the background. When injected again, it keeps the first agent and its state. */
export function startAgent(): void {
  const placed = ownOf(agentKey) as PageAgent | undefined;
  const agent = placed ?? createAgent();
  if (placed === undefined) keepOwn(agentKey, agent);
  agent.watch();
}
