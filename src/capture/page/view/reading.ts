import { rootOf } from '../../../dom/tree.ts';
import type { PageArguments, Target, View } from '../../../messaging/page-protocol.ts';
import { arrivals } from '../arrivals.ts';
import { measure } from '../measure.ts';
import { onScreen, showOnScreen } from '../on-screen.ts';
import { restless } from '../restless.ts';
import type { Aim, PageSession } from '../session.ts';
import { aimOf } from './aim.ts';
import { areaOf, type Box, common, rectOf } from './box.ts';
import { coversOf } from './covers.ts';
import { type NamedPost, pageIdentity, postIdentity } from './identity.ts';
import { atOf, placingOf } from './placing.ts';

const mostPending = 50;
const mostRestless = 200;
const mostMarks = 20;

/** Answers `pageAnswers.view`. Without `frames` it reads all in the question's task, with nothing pending. */
export async function view(
  session: PageSession,
  { target, frames }: PageArguments['view'],
): Promise<View | null> {
  if (frames) await showOnScreen(session);
  const pending = frames ? await arrivals(session, 0) : [];
  const aim = aimOf(session, target);
  return aim === undefined ? null : viewOf(session, target, aim, pending);
}

/** The whole view, read in this task. `known` is what was read of the chosen post in it. */
export function viewOf(
  session: PageSession,
  target: Target,
  aim: Aim,
  pending: readonly string[],
  known?: NamedPost,
): View {
  const placing = placingOf(aim);
  const identity = target === 'post' ? postIdentity(session, known) : pageIdentity(placing.port);
  return {
    measure: measure(),
    whole: placing.whole,
    port: rectOf(placing.port),
    at: atOf(placing),
    ...(aim.scroller !== undefined && { scroller: aim.scroller }),
    ...(identity !== undefined && { identity }),
    ...(target === 'page' && { letters: lettersOfPage() }),
    covers: coversOf(aim, placing.port),
    restless: restlessIn(placing.port),
    pending: pending.slice(0, mostPending),
    ...onScreen(session),
    marks: session.marks.slice(0, mostMarks),
  };
}

/** Reads through the prototype, because a page may name elements after properties of its document. */
function lettersOfPage(): number {
  const root = rootOf(document);
  const text: string | null = root === null ? null : Reflect.get(Node.prototype, 'textContent', root);
  return text?.length ?? 0;
}

function restlessIn(port: Box): View['restless'] {
  return restless()
    .map(({ x, y, width, height }) => common({ left: x, top: y, right: x + width, bottom: y + height }, port))
    .filter(box => areaOf(box) > 0)
    .map(rectOf)
    .slice(0, mostRestless);
}
