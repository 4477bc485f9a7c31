import { queryAll } from '../../dom/tree.ts';
import type { PageAnswer } from '../../messaging/page-protocol.ts';
import { snapshot } from './snapshot/snapshot.ts';

/** A page with more elements would still be busy with its copy when its picture is there and its text is to be read. */
const mostElements = 2_000;
/** A longer copy costs more to pass on than its drawing costs. */
const longest = 2_000_000;

/** A copy to be drawn early, as `pageAnswers.copyAhead` says. The page is only read. */
export async function copyAhead(): Promise<PageAnswer<'copyAhead'>> {
  if (queryAll(document, '*').length > mostElements) return null;
  const { html, shown } = await snapshot();
  return html.length > longest ? null : { html, view: shown.view };
}
