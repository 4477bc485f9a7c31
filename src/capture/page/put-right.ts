import { attributeOf } from '../../dom/tree.ts';
import type { PageChange } from '../../model/capture.ts';
import { everyElement } from './layout.ts';
import { forgetMarks, type Inscription, inscriptionIn, isMark, knownMarks, markIn } from './mark.ts';
import { showAgain } from './restore.ts';
import type { PageSession } from './session.ts';
import { isSeen, restoreStyle, savedBefore } from './style.ts';

const shown: PageChange = {
  kind: 'restored',
  detail:
    'Before this recording the page was put right: what an earlier, interrupted recording had hidden or moved was put back.',
};
const cleared: PageChange = {
  kind: 'restored',
  detail:
    'Before this recording the page was put right: the frame with which a post is chosen was still there, and was taken away.',
};

/**
 * Restores what an earlier capture had left altered, by this agent or one that is gone, and keeps the notes for the
 * record. Does not scroll, because the user may have read on since. Never rejects.
 */
export async function putRight(session: PageSession): Promise<void> {
  session.putRight.length = 0;
  session.dismissPicker?.();
  session.untold.length = 0;
  session.scrolledFrom = undefined;
  session.panes.clear();
  if (showAgain(session).count > 0) session.putRight.push(shown);
  const marked = [...everyMarked(), ...everyAnimation()];
  if (marked.length === 0) return;
  const known = await knownMarks([...new Set(marked.map(({ mark }) => mark))]);
  const kinds = marked.filter(({ mark }) => known.has(mark)).map(({ erase }) => erase());
  forgetMarks([...known]);
  for (const change of [shown, cleared]) if (kinds.includes(change)) note(session, change);
}

function note({ putRight: said }: PageSession, change: PageChange): void {
  if (!said.includes(change)) said.push(change);
}

interface Marked {
  readonly mark: string;
  /** Restores it; returns the note for the record. */
  readonly erase: () => PageChange | undefined;
}

function* everyMarked(): Generator<Marked> {
  for (const element of everyElement()) {
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) continue;
    const mark = markIn(attributeOf(element, 'style') ?? '');
    if (mark !== undefined) yield { mark, erase: () => erase(element, mark) };
  }
}

/** The marked animations, which hide what only styles draw. */
function everyAnimation(): readonly Marked[] {
  const all: readonly Animation[] = Document.prototype.getAnimations?.call(document) ?? [];
  return all
    .filter(({ id }) => isMark(id))
    .map(animation => ({
      mark: animation.id,
      erase: () => {
        animation.cancel();
        return shown;
      },
    }));
}

function erase(element: HTMLElement | SVGElement, mark: string): PageChange | undefined {
  const prototype = element instanceof HTMLElement ? HTMLElement.prototype : SVGElement.prototype;
  const style: CSSStyleDeclaration = Reflect.get(prototype, 'style', element);
  const value = style.getPropertyValue(mark);
  const inscription: Inscription | undefined = inscriptionIn(value);
  if (inscription === undefined) return undefined;
  if ('own' in inscription) {
    Element.prototype.remove.call(element);
    return cleared;
  }
  const { attribute, wanted } = inscription;
  restoreStyle(element, savedBefore(attribute, wanted, { [mark]: value }));
  return isSeen(wanted) ? shown : undefined;
}
