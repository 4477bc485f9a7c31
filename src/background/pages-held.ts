import { browser } from 'wxt/browser';
import { lifelineName } from '../messaging/lifeline.ts';

/**
 * Holds the ports of the pages that are being recorded: a page that finds its port closed puts itself back. Must be
 * called in the turn in which the background starts. `isRecorded` tells whether a capture is at this tab; a page that
 * no capture is at is let go at once. Answers what lets the pages of a tab go when its capture has ended.
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
