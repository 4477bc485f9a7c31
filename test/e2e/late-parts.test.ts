import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HoldingSite, startHoldingSite } from '../samples/site/holding-site.ts';
import { type AgentBrowser, type AgentPage, startAgentBrowser } from './agent-in-page.ts';

/** One of each kind, and all of it comes before Holdfast is called. */
const whole = `<!doctype html><title>Late parts</title><link rel="stylesheet" href="/now/sheet.css">
  <style>@font-face { font-family: Came; src: url(/now/came.ttf) }
    #after::after { content: url(/now/after.svg) } li { list-style-image: url(/now/list.svg) }</style>
  <body><p style="font-family: Came">Words</p><img src="/now/picture.svg"><img src="/now/lazy.svg" loading="lazy">
  <div style="width: 50px; height: 50px; background: url(/now/background.svg)"></div><p id="after">Words</p>
  <ul><li>A</li></ul><svg width="50" height="50"><image href="/now/drawn.svg" width="50" height="50"/></svg>
  <video poster="/now/poster.svg" width="60" height="40" preload="none"></video>
  <iframe src="/now/frame.html" height="40"></iframe>`;

/** What comes late, how it stands in the page, the file it waits for, and how it is named when it does not come. */
const kinds: readonly { kind: string; file: string; html: string; name: string }[] = [
  {
    kind: 'a picture',
    file: 'a.svg',
    html: '<img id="p" width="60" height="40" src="/held/a.svg">',
    name: 'A picture (img#p',
  },
  {
    kind: 'a lazy picture',
    file: 'b.svg',
    html: '<img id="p" width="60" height="40" loading="lazy" src="/held/b.svg">',
    name: 'A picture (img#p',
  },
  {
    kind: 'a picture chosen among sources',
    file: 'c.svg',
    html: '<picture><source srcset="/held/c.svg"><img id="p" width="60" height="40" alt=""></picture>',
    name: 'A picture (img#p',
  },
  {
    kind: 'a background',
    file: 'd.svg',
    html: '<div id="p" style="width: 60px; height: 40px; background: no-repeat url(/held/d.svg)"></div>',
    name: 'A picture drawn by style (div#p',
  },
  {
    kind: 'a picture before an element',
    file: 'e.svg',
    html: '<style>#p::before { content: url(/held/e.svg) }</style><p id="p">Words</p>',
    name: 'A picture drawn by style (p#p',
  },
  {
    kind: 'a mask',
    file: 'f.svg',
    html: '<div id="p" style="width: 60px; height: 40px; background: red; mask-image: url(/held/f.svg)"></div>',
    name: 'A picture drawn by style (div#p',
  },
  {
    kind: 'the picture of a drawing',
    file: 'g.svg',
    html: '<svg width="60" height="40"><image id="p" href="/held/g.svg" width="60" height="40"/></svg>',
    name: 'A picture (image#p',
  },
  {
    kind: 'a poster',
    file: 'h.svg',
    html: '<video id="p" poster="/held/h.svg" width="60" height="40" preload="none"></video>',
    name: 'The first picture of a film (video#p',
  },
  {
    kind: 'a font',
    file: 'i.ttf',
    html: '<style>@font-face { font-family: Tardy; src: url(/held/i.ttf) }</style><p style="font-family: Tardy">Words</p>',
    name: 'A font (Tardy) had not come',
  },
  {
    kind: 'a frame',
    file: 'j.html',
    html: '<iframe id="p" src="/held/j.html"></iframe>',
    name: 'A frame with another page in it (iframe#p',
  },
  {
    kind: 'a picture in an open shadow root',
    file: 'k.svg',
    html: '<div><template shadowrootmode="open"><img id="p" width="60" height="40" src="/held/k.svg"></template></div>',
    name: 'A picture (img#p',
  },
];

describe.each(['chromium', 'firefox'] as const)('what comes late in %s', name => {
  let browser: AgentBrowser;
  let site: HoldingSite;
  let agent: AgentPage;
  let page: Page;

  beforeAll(async () => {
    site = await startHoldingSite();
    browser = await startAgentBrowser(name);
    agent = await browser.open(
      whole.replaceAll('"/now/', `"${site.address}/now/`).replaceAll('(/now/', `(${site.address}/now/`),
    );
    page = agent.page;
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const settle = (timeLimitMs: number) => agent.ask('settle', { timeLimitMs });

  const put = (html: string) =>
    page.evaluate(
      text => {
        document.head.replaceChildren();
        // Unlike innerHTML this makes shadow roots of templates.
        document.body.setHTMLUnsafe(text);
        scrollTo(0, 0);
      },
      html.replaceAll('/held/', `${site.address}/held/`),
    );
  const frames = (count: number) =>
    page.evaluate(async left => {
      for (; left > 0; left--) await new Promise(resolve => requestAnimationFrame(resolve));
    }, count);

  it('names nothing of a page that had come before', async () => {
    expect(await settle(20_000)).toMatchObject({ pending: [] });
  });

  it.each(kinds)('waits for $kind, and ends when it comes', async ({ html, file }) => {
    await put(html);
    await site.asked(file);
    let isReleased = false;
    const answered = settle(20_000).then(answer => ({ answer, isReleased }));
    await frames(20);
    isReleased = true;
    site.release(file);
    expect(await answered).toMatchObject({ answer: { pending: [] }, isReleased: true });
  });

  it.each(kinds)('names $kind that never comes', async ({ html, file, name: named }) => {
    await put(html.replace(file, `never-${file}`));
    await site.asked(`never-${file}`);
    const { pending } = await settle(1_500);
    expect(pending).toEqual([expect.stringContaining(named)]);
    site.refuse(`never-${file}`);
  });

  it.each(kinds)('waits no longer for $kind that failed', async ({ html, file }) => {
    await put(html.replace(file, `failed-${file}`));
    await site.asked(`failed-${file}`);
    const answered = settle(20_000);
    await frames(20);
    site.refuse(`failed-${file}`);
    expect(await answered).toMatchObject({ pending: [] });
  });

  it('names what lies in view alone', async () => {
    const out = '<img width="60" height="40" src="/held/out.svg">';
    await put(`<div style="width: 99px; height: 99px; overflow: hidden"><div style="height: 200px"></div>${out}</div>
      <p style="visibility: hidden">${out}</p><div style="height: 4000px"></div>${out}`);
    await site.asked('out.svg');
    expect(await settle(20_000)).toMatchObject({ pending: [] });
    site.refuse('out.svg');
  });

  it('waits until what shows itself on being seen is to be seen, and not for what moves for ever', async () => {
    await put(`<style>.card { margin-top: 3000px; opacity: 0; transition: opacity .4s } .card.in { opacity: 1 }
      @keyframes turn { to { rotate: 1turn } } .turns { width: 20px; height: 20px; animation: turn 1s infinite }</style>
      <div class="turns"></div><div class="card">Words</div><div style="height: 2000px"></div>`);
    await page.evaluate(() => {
      const observer = new IntersectionObserver(seen => {
        for (const { isIntersecting, target } of seen) target.classList.toggle('in', isIntersecting);
      });
      observer.observe(document.querySelector('.card') ?? document.body);
    });
    await agent.ask('lookAt', { target: 'page', x: 0, y: 2_800, settleMs: 20_000 });
    const opacity = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.card') ?? document.body).opacity);
    expect(await opacity()).toBe('1');
    await page.evaluate(() => scrollTo(0, 0));
    expect(await settle(20_000)).toMatchObject({ pending: [] });
  });

  it('names a movement that has not ended', async () => {
    await put(
      `<style>@keyframes come { from { opacity: 0 } } #p { animation: come 30s }</style><p id="p">Words</p>`,
    );
    expect(await settle(3_000)).toMatchObject({
      pending: [expect.stringMatching(/^A movement \(p#p.*had not ended\.$/)],
    });
  });
});
