import { browser } from 'wxt/browser';

/** A worker dies after some 30 s without an extension API call; captures may take longer. */
const beatMs = 20_000;

/** Keeps the background awake while `work` runs, and lets it sleep afterwards. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => undefined), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
