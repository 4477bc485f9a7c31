import { Fault } from '../../model/fault.ts';
import type { CaptureContext } from '../context.ts';
import { putBack } from '../put-back.ts';
import { forgetReading, startReading } from '../reading.ts';
import { type FirstShot, takeFirstShot } from './first-shot.ts';
import { shootPageByRegion, shootPostByRegion } from './region-shots.ts';
import { scrollPage, scrollPost } from './scroll-shots.ts';
import type { Step } from './step.ts';

/**
 * Takes every shot that the scope needs: first what the window shows, before anything is changed; then, only
 * where that is not enough, the page from top to bottom or the whole post. Puts the page back at the end.
 */
export const tiles: Step = {
  name: 'tiles',
  needs: 'page',
  async run(context) {
    await takeShots(context);
    void startReading(context);
    return undefined;
  },
};

async function takeShots(context: CaptureContext): Promise<void> {
  const first = await takeFirstShot(context);
  if (first === undefined) {
    // Redrawn, or a page that never answered: there is nothing to measure further shots by.
    if (context.state.measure === undefined) throw new Fault('capture.page.not-answering');
    return;
  }
  if (context.request.scope === 'viewport') recordViewport(context, first);
  else await takeMore(context, first);
}

function recordViewport({ state }: CaptureContext, { shot }: FirstShot): void {
  const { scroll, client } = shot.measure;
  state.recordedRange = {
    top: scroll.y,
    bottom: scroll.y + client.height,
    left: scroll.x,
    right: scroll.x + client.width,
  };
}

async function takeMore(context: CaptureContext, first: FirstShot): Promise<void> {
  const byRegion = context.ports.browser.canShootRegion;
  const { scope } = context.request;
  if (scope === 'post' && first.post === null) throw new Fault('capture.post.not-found');
  if (scope === 'post' && first.post?.visibleWhole === true) {
    context.state.shots.push({ ...first.shot, post: first.post.rect });
    return;
  }
  forgetReading(context);
  try {
    if (scope === 'page') await (byRegion ? shootPageByRegion(context, first) : scrollPage(context, first));
    else await (byRegion ? shootPostByRegion(context) : scrollPost(context));
  } finally {
    await putBack(context);
  }
}
