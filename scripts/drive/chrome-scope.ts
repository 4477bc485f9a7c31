import type { Browser, Connection } from 'puppeteer-core';
import { hangMs } from './driven-browser.ts';

interface ContextTree {
  readonly contexts: readonly { readonly context: string }[];
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly type: string; readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

type Send = (method: string, parameters: unknown) => Promise<{ readonly result: unknown }>;

/** Firefox's own window, in which the toolbar and the popup's panel live; JavaScript there runs as the browser. */
export interface ChromeScope {
  /** Runs the body of an async function in the browser's window; answers what it returns, as JSON can hold it. */
  run(body: string): Promise<unknown>;
  /** Runs the body of a function inside the document at an address that starts with `prefix`; `content` is its window. */
  runInDocument(prefix: string, body: string, limitMs?: number): Promise<unknown>;
  /** The same inside the document of the `browser` element that `find`, statements run in the window, declares. */
  runInBrowser(find: string, body: string): Promise<unknown>;
}

/** Needs a Firefox started with `--remote-allow-system-access`. */
export async function openChromeScope(browser: Browser): Promise<ChromeScope> {
  const { connection } = browser as Browser & { readonly connection: Pick<Connection, 'send'> };
  const send = connection.send.bind(connection) as unknown as Send;
  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as ContextTree;
  const context = tree.contexts[0]?.context;
  if (!context) throw new Error('Firefox shows no window');
  const run = async (body: string): Promise<unknown> => {
    const expression = `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`;
    const reply = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    const evaluated = reply.result as Evaluated;
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text ?? 'exception');
    return JSON.parse(String(evaluated.result?.value));
  };
  return {
    run,
    runInDocument: (prefix, body, limitMs = hangMs) =>
      runInBrowser(run, { find: documentAt(prefix), body, limitMs }),
    runInBrowser: (find, body) => runInBrowser(run, { find, body, limitMs: hangMs }),
  };
}

/**
 * Statements that find the `browser` element of the document at an address, and return when there is none. It is
 * the last one that is shown: a panel on its way out still has its document, which never answers.
 */
export function documentAt(prefix: string): string {
  return `
    const isShown = candidate => ['open', 'showing', undefined].includes(candidate.closest('panel')?.state);
    const browser = [...document.querySelectorAll('browser')]
      .findLast(candidate => candidate.currentURI?.spec.startsWith(${JSON.stringify(prefix)}) && isShown(candidate));
    if (!browser) return { error: 'no document is open at ' + ${JSON.stringify(prefix)} };`;
}

async function runInBrowser(
  run: (body: string) => Promise<unknown>,
  { find, body, limitMs }: { readonly find: string; readonly body: string; readonly limitMs: number },
): Promise<unknown> {
  const answer = (await run(`
    ${find}
    const name = 'holdfast:' + crypto.randomUUID();
    const script = '(async () => { let answer;' +
      'try { answer = { value: await (async () => {' + ${JSON.stringify(body)} + '})() } }' +
      'catch (error) { answer = { error: String(error) } }' +
      'sendAsyncMessage(' + JSON.stringify(name) + ', answer) })()';
    return await new Promise(resolve => {
      const { messageManager } = browser;
      const end = answer => {
        clearInterval(watch);
        clearTimeout(limit);
        messageManager.removeMessageListener(name, heard);
        resolve(answer);
      };
      const heard = message => end(message.data);
      // A panel that closes takes its document with it.
      const isGone = () => !browser.isConnected || browser.closest('panel')?.state === 'closed';
      const watch = setInterval(() => isGone() && end({ error: 'the document is gone' }), 50);
      const limit = setTimeout(() => end({ error: 'the document did not answer' }), ${limitMs});
      messageManager.addMessageListener(name, heard);
      messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
    });`)) as { readonly value?: unknown; readonly error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value;
}
