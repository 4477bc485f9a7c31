import { browser } from 'wxt/browser';
import type { CopyDrawing } from '../capture/copy/copies.ts';
import { drawCopy } from '../capture/page/draw-copy.ts';
import type { VisibleParts } from '../messaging/page-protocol.ts';
import type { CopyToDraw, Drawn } from './copy-desk.ts';

/** Draws copies in the background's own document where there is one (Firefox), else in an offscreen page. */
export function createCopyDrawing(): CopyDrawing {
  if (typeof document === 'undefined') return new HiddenPage();
  return { prepare: () => undefined, draw: drawCopy, release: () => undefined };
}

const page = 'copy-desk.html';

/** An offscreen page, open while captures run: a service worker has no document. */
class HiddenPage implements CopyDrawing {
  #users = 0;
  #open: Promise<void> = Promise.resolve();

  prepare(): void {
    this.#users += 1;
    this.#next(openPage);
  }

  async draw(html: string, view: VisibleParts['view']): Promise<VisibleParts> {
    this.#next(openPage);
    await this.#open;
    const desk = await findPage();
    if (desk === undefined) throw new Error('the browser opened no page to draw it in');
    const answer = await asked(desk, { html, view });
    if ('error' in answer) throw new Error(answer.error);
    return answer.shown;
  }

  release(): void {
    this.#users -= 1;
    this.#next(async () => {
      if (this.#users === 0 && (await isOpen())) await browser.offscreen.closeDocument();
    });
  }

  /** Runs one piece of work after another. A failure shows later, when a copy is to be drawn. */
  #next(work: () => Promise<void>): void {
    this.#open = this.#open.then(work).catch(() => undefined);
  }
}

async function openPage(): Promise<void> {
  if (await isOpen()) return;
  await browser.offscreen.createDocument({
    url: page,
    reasons: ['DOM_PARSER'],
    justification: 'Draws the copy of a page once, without programs, to compare it with the page.',
  });
}

async function isOpen(): Promise<boolean> {
  return (await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;
}

/** A document of the extension, as a service worker sees it. */
interface Client {
  readonly url: string;
  postMessage(message: CopyToDraw, transfer: Transferable[]): void;
}

interface WorkerGlobal {
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean; type: 'all' }): Promise<readonly Client[]>;
  };
}

async function findPage(): Promise<Client | undefined> {
  const { clients } = globalThis as unknown as WorkerGlobal;
  const all = await clients.matchAll({ includeUncontrolled: true, type: 'all' });
  return all.find(({ url }) => new URL(url).pathname === `/${page}`);
}

function asked(desk: Client, copy: CopyToDraw): Promise<Drawn> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<Drawn>(resolve => {
    port1.onmessage = ({ data }: MessageEvent<Drawn>) => resolve(data);
    desk.postMessage(copy, [port2]);
  }).finally(() => port1.close());
}
