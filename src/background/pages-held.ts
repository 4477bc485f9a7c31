import { browser } from 'wxt/browser';
import { lifelineName } from '../messaging/lifeline.ts';

/**
 * Holds the ports of the pages that are being recorded: a page whose port closes restores itself. `isRecorded` says
 * whether a capture is at this tab; the ports of other pages are closed at once. Returns a function that closes the
 * ports of a tab. Must be called synchronously while the background starts.
 */
export function holdPages(isRecorded: (tabId: number) => boolean): (tabId: number) => void {
  const held = new Map<Port, number>();
  browser.runtime.onConnect.addListener(port => {
    if (port.name !== lifelineName) return;
    const tabId = port.sender?.tab?.id;
    if (tabId === undefined || !isRecorded(tabId)) {
      port.disconnect();
      return;
    }
    held.set(port, tabId);
    port.onDisconnect.addListener(() => held.delete(port));
  });
  return tabId => {
    for (const [port, heldTab] of held) {
      if (heldTab !== tabId) continue;
      held.delete(port);
      port.disconnect();
    }
  };
}

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];
