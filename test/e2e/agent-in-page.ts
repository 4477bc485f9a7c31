import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import type { BrowserName } from '../../scripts/drive/driven-browser.ts';
import { findBrowser } from '../../scripts/drive/find-browser.ts';
import { root } from '../../scripts/drive/session.ts';
import type { PageAnswer, PageArguments, PageQuestion } from '../../src/messaging/page-protocol.ts';
import { pageAnswers } from '../../src/messaging/page-protocol.ts';

type Asked<Q extends PageQuestion> = Q extends keyof PageArguments ? [PageArguments[Q]] : [];

/** A page in a real browser with the agent in its own world, so that its answers can be tried without an extension. */
export interface AgentPage {
  readonly page: Page;
  /** Asks the agent, and holds its answer to the protocol's schema as the background does. */
  ask<Q extends PageQuestion>(question: Q, ...args: Asked<Q>): Promise<PageAnswer<Q>>;
  /** Chooses the post that the address names, else the first. */
  choose(): Promise<void>;
  /** Runs an expression in the page. */
  run(expression: string): Promise<unknown>;
}

/** A real browser, a server on loopback for the pages, and the agent's code. */
export interface AgentBrowser {
  /** Loads a page in the one tab that there is; the page before it is gone. */
  open(html: string, fragment?: string): Promise<AgentPage>;
  close(): Promise<void>;
}

/** Extensions may open closed shadow roots; code in the page's own world may not, so that it is given here. */
const opener = `(() => {
  const roots = new WeakMap();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  globalThis.chrome ??= {};
  globalThis.chrome.dom = { openOrClosedShadowRoot: element => roots.get(element) ?? null };
})()`;

/** Starts the browser at this size and ratio of pixels. */
export async function startAgentBrowser(name: BrowserName, ratio = 1): Promise<AgentBrowser> {
  const [code, browser] = await Promise.all([bundledAgent(), startBrowser(name, ratio)]);
  const pages = new Map<string, string>();
  // One tab for all: opening one takes longer than most questions.
  let page: Page | undefined;
  const server = createServer((incoming, reply) => {
    const html = pages.get(incoming.url ?? '');
    reply.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  const port = await listen(server);
  return {
    async open(html, fragment = '') {
      const path = `/${pages.size}`;
      pages.set(
        path,
        `<script>${opener}</script>${html}`.replace(/^(.*?<\/script>)(<!doctype html>)/s, '$2$1'),
      );
      page ??= await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}${path}${fragment}`);
      await page.bringToFront();
      await page.evaluate(`${code};globalThis.agent = HoldfastAgent.createAgent();`);
      return agentPage(page);
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function agentPage(page: Page): AgentPage {
  const ask = async <Q extends PageQuestion>(question: Q, ...args: Asked<Q>): Promise<PageAnswer<Q>> => {
    const wanted = JSON.stringify(args[0] ?? {});
    const answer: unknown = await page.evaluate(`agent.ask(${JSON.stringify(question)}, ${wanted})`);
    return pageAnswers[question].parse(answer ?? null) as PageAnswer<Q>;
  };
  return {
    page,
    ask,
    async choose() {
      const { outcome } = await ask('choosePost');
      if (outcome !== 'chosen') throw new Error('the page has no post');
    },
    run: expression => page.evaluate(expression),
  };
}

async function bundledAgent(): Promise<string> {
  const entry = join(root, 'src/capture/page/agent.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, name: 'HoldfastAgent', formats: ['iife'] } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (bundle === undefined || !('output' in bundle)) throw new Error('the agent was not built');
  return bundle.output[0].code;
}

async function startBrowser(name: BrowserName, ratio: number): Promise<Browser> {
  const common = {
    executablePath: findBrowser(name),
    headless: true,
    defaultViewport: null,
    protocolTimeout: 0,
  };
  if (name === 'firefox') {
    return await puppeteer.launch({
      ...common,
      browser: 'firefox',
      args: ['--width=1280', '--height=900'],
      extraPrefsFirefox: { 'layout.css.devPixelsPerPx': String(ratio) },
    });
  }
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await puppeteer.launch({
    ...common,
    pipe: true,
    args: [
      ...['--window-size=1280,900', '--disable-gpu', `--force-device-scale-factor=${ratio}`],
      ...['--no-first-run', '--disable-background-networking', '--disable-component-update'],
      ...sandbox,
    ],
  });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
