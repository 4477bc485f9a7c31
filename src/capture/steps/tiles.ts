import { Fault } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import type { Shot } from '../pictures/frame.ts';
import { putBack } from '../put-back.ts';
import { forgetReading, throwIfReadElsewhere } from '../reading.ts';
import { PageMoved } from '../shots/moved.ts';
import { isSeenWhole } from '../shots/seen-whole.ts';
import { grown } from '../walk/growth.ts';
import { checkPainted } from '../walk/painted.ts';
import { walkThroughPage } from '../walk/through.ts';
import { tileOf } from '../walk/tile.ts';
import { Walk } from '../walk/walk.ts';
import { takeBareShot, takeFirstShot } from './first-shot.ts';
import { shootPageByRegion } from './region-shots.ts';
import type { Step } from './step.ts';

/**
 * Takes every shot that the scope needs: first the window, before anything is changed; then, only where that is not
 * enough, the page or post piece by piece. When the page changes meanwhile, it is recorded once more; after a second
 * change what exists is kept and the record says so. Restores the page at the end.
 */
export const tiles: Step = {
  name: 'tiles',
  needs: 'page',
  async run(context) {
    try {
      await takeShots(context);
    } catch (error) {
      if (!(error instanceof PageMoved)) throw error;
      await takeAgain(context, error);
    }
    return undefined;
  },
};

async function takeAgain(context: CaptureContext, moved: PageMoved): Promise<void> {
  const { state } = context;
  // Another address is another page, and the exhibit then shows both, whatever the second attempt brings.
  if (moved.move === 'address') context.check('place', 'failed', moved.message);
  context.note({ kind: 'other', detail: `${moved.message} It was recorded again from the start.` });
  forgetReading(context);
  state.isAgain = true;
  state.tiles = [];
  // The browser's picture of the whole page shows its earlier state.
  state.kept = state.kept.filter(({ artifact }) => artifact.role !== 'screenshot-full-page');
  delete state.view;
  delete state.pictured;
  try {
    await takeShots(context);
  } catch (error) {
    if (!(error instanceof PageMoved)) throw error;
    const check = error.move === 'identity' ? 'identity' : 'place';
    context.check(check, 'failed', `${error.message} It did so again when it was recorded a second time.`);
    if (context.state.kept.length === 0) await takeBareShot(context);
    context.state.moved =
      'Text and copy were not kept: the page changed again and again, and they would be of another state than the pictures.';
  }
}

async function takeShots(context: CaptureContext): Promise<void> {
  const first = await takeFirstShot(context);
  if (first === undefined) {
    // Redrawn, or a page that never answered: nothing to align further shots with.
    if (context.state.measure === undefined) throw new Fault('capture.page.not-answering');
    noteUnchecked(context);
    return;
  }
  if (context.request.scope === 'viewport') await recordViewport(context, first);
  else await takeMore(context, first);
  await throwIfReadElsewhere(context);
  noteIdentity(context);
}

function noteIdentity(context: CaptureContext): void {
  const { state, request } = context;
  if (state.view?.identity === undefined || request.scope === 'page') {
    context.check('identity', 'not-needed', 'No single post was recorded.');
    return;
  }
  const what = request.scope === 'post' ? 'The post' : 'What the page showed';
  context.check(
    'identity',
    'held',
    `${what} was the same before and after every picture, and when its text was read.`,
  );
}

/** A redrawn picture does not come from the browser, so none of its checks were made. */
function noteUnchecked(context: CaptureContext): void {
  context.check(
    'frames',
    'not-made',
    'The picture was drawn again from the page’s code and could not be checked.',
  );
}

async function recordViewport(context: CaptureContext, first: Shot): Promise<void> {
  const { view } = first;
  const { scroll, client, visual } = view.measure;
  const isZoomed = visual.scale !== 1;
  const left = scroll.x + (isZoomed ? visual.x : 0);
  const top = scroll.y + (isZoomed ? visual.y : 0);
  context.state.recordedRange = {
    top,
    bottom: top + (isZoomed ? visual.height : client.height),
    left,
    right: left + (isZoomed ? visual.width : client.width),
  };
  context.check('seams', 'not-needed', 'What the window showed is one picture; nothing was to be joined.');
  context.check('visible', 'not-needed', 'Of a window what lay over the page is recorded as well.');
  context.check('whole', 'not-needed', 'What the window showed was to be recorded, and no more of the page.');
  await checkSingle(context, first);
}

/** Makes the checks of tiles for a single shot that shows everything. */
async function checkSingle(context: CaptureContext, shot: Shot): Promise<void> {
  context.check('still', 'not-needed', 'Nothing was scrolled; nothing could repeat.');
  await checkPainted(context, tileOf(shot, 0));
}

async function takeMore(context: CaptureContext, first: Shot): Promise<void> {
  const { scope } = context.request;
  if (scope === 'post' && isSeenWhole(first.view)) {
    context.state.tiles.push({ ...tileOf(first, 0), raster: undefined });
    context.check('seams', 'not-needed', 'One picture shows all of the post; nothing was to be joined.');
    context.check('visible', 'held', 'Nothing lay over the post, and no part of it was cut off.');
    await checkSingle(context, first);
    return;
  }
  forgetReading(context);
  try {
    await takePieces(context, first);
  } finally {
    await putBack(context);
  }
  if (scope === 'page')
    context.check('visible', 'not-needed', 'Of a whole page what lies over it is recorded as well.');
}

/** How often a page that grows at its end is walked through before it is taken window by window. */
const mostRounds = 8;

async function takePieces(context: CaptureContext, first: Shot): Promise<void> {
  const { scope } = context.request;
  let passed = await walkThroughPage(context);
  let isTouched = passed.changes.length > 0;
  if (scope === 'page' && context.ports.browser.canShootRegion && first.view.scroller === undefined) {
    for (let round = 0; round < mostRounds; round += 1) {
      const end = await shootPageByRegion(context, passed.wholeHeight);
      if (end === 'kept') return;
      if (end === 'differ') break;
      context.note(grown);
      passed = await walkThroughPage(context);
      isTouched ||= passed.changes.length > 0;
    }
  }
  const { at, measure } = first.view;
  const isUntouched = !isTouched && measure.visual.scale === 1;
  const showsCorner = scope === 'page' && isUntouched && at.x === 0 && at.y === 0;
  // The first shot already shows the corner of an untouched page at its top: this saves one shot of the quota.
  await new Walk(context).run(showsCorner ? first : undefined);
}
