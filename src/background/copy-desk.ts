import { drawCopy } from '../capture/page/draw-copy.ts';
import type { VisibleParts } from '../messaging/page-protocol.ts';

/** What the background sends to the page that draws copies. It stays within the extension. */
export interface CopyToDraw {
  readonly html: string;
  readonly view: VisibleParts['view'];
}

/** What comes back through the port that was sent along. */
export type Drawn = { readonly shown: VisibleParts } | { readonly error: string };

/** Draws the copies that the background sends to this page, until it is closed. */
export function serveCopies(): void {
  navigator.serviceWorker.addEventListener(
    'message',
    ({ data, ports: [answer] }: MessageEvent<CopyToDraw>) => {
      void drawCopy(data.html, data.view).then(
        shown => answer?.postMessage({ shown } satisfies Drawn),
        (error: unknown) => answer?.postMessage({ error: String(error) } satisfies Drawn),
      );
    },
  );
  navigator.serviceWorker.startMessages();
}
