import { clobberDocument, formFields, overrideEverything } from './hostile-overrides.ts';
import {
  canary,
  escaped,
  type HostilePage,
  hostilePage,
  post,
  postColours,
  postWords,
  quoted,
  threePosts,
} from './hostile-parts.ts';

/** Text that would be a program, the end of an element, or the end of a comment, if anything read it as markup. */
export const markupText = `</title></style></script></textarea><script>${canary};alert(1)</script><img src=x onerror="${canary};alert(2)">]]>--><!--<svg onload=alert(3)>\${alert(4)}{{alert(5)}}&lt;b&gt;`;

/** Controls of direction, emoji, a NUL, lone surrogates, line separators, tags and joiners. */
export const controlText =
  'start \u202Edesrever\u202C \u2066isolated\u2069 \u{1F469}\u200D\u{1F692} \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} nul[\0] high[\uD83D] low[\uDE00] esc[\u001B] bom[\uFEFF] line[\u2028] end';

/** 100 kB of words with a mark at the end. */
export const longText = `${'Words without end. '.repeat(5_400)}THE LAST WORD`;

const active = `
<img src="x" onerror="${canary}"><svg width="10" height="10" onload="${canary}"><script>${canary}</script><a href="javascript:${canary}"><text y="9">x</text></a>
<animate attributeName="href" to="javascript:alert(6)"/><style><img src=x onerror="${canary}"></style></svg>
<a href="javascript:${canary}">javascript</a><form action="javascript:alert(7)"><button formaction="javascript:alert(8)">go</button></form>
<iframe srcdoc="&lt;script&gt;${canary}&lt;/script&gt;" width="200" height="60"></iframe><object data="/frame" width="80" height="60"></object><embed src="/frame" width="80" height="60">
<details open ontoggle="${canary}"><summary>more</summary></details><input autofocus onfocus="${canary}"><video onerror="${canary}" src="/none.webm" width="80" height="60"></video>
<noscript><p title="</noscript><img src=x onerror=${canary}>"></noscript><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${canary}&gt;"></table></mtext></math>
<template><img src=x onerror="alert(11)"></template><p style="background:url('http://hostile.test/canary?from=style')">background</p>
<xmp><script>alert(12)</script></xmp><marquee onstart="${canary}">m</marquee><div contenteditable="true">typed</div><textarea></textarea></textarea>`;

const makeActive = `
document.title = ${quoted(markupText)};
for (const place of document.querySelectorAll('article .post-body')) place.textContent = ${quoted(markupText)};
document.querySelector('article').prepend(document.createComment(${quoted(markupText)}));
document.querySelector('textarea').textContent = ${quoted(markupText)};
for (const name of ['plaintext', 'xmp', 'noembed', 'noframes', 'title', 'style', 'x-y.z']) {
  const odd = document.createElement(name);
  odd.setAttribute('data-own', ${quoted(markupText)});
  odd.textContent = ${quoted(markupText)};
  document.body.append(odd);
}
const sheet = document.createElement('style');
sheet.setAttribute('data-own', '');
sheet.textContent = 'article::after { content: "</style><script>alert(13)<\\\\/script>"; background: url("http://hostile.test/canary?from=sheet") }';
document.head.append(sheet);
`;

const setTexts = (text: string) => `
document.title = ${quoted(text)};
for (const place of document.querySelectorAll('article .post-body, article .author')) place.textContent = ${quoted(text)};
`;

const colours = `<div style="display:flex">${[
  'oklch(70% 0.2 150)',
  'oklab(60% 0.1 -0.1)',
  'color(display-p3 0.9 0.2 0.3)',
  'color-mix(in oklch, red, blue)',
  'light-dark(#123456, white)',
]
  .map(colour => `<i style="display:block;width:100px;height:80px;background:${colour}"></i>`)
  .join('')}</div>
<open-part><template shadowrootmode="open"><style>p { color: oklch(40% 0.2 20) }</style><p>Words in an open part.</p></template></open-part>
<closed-part><template shadowrootmode="closed"><p>Words in a closed part.</p></template></closed-part>
<iframe src="/frame" width="300" height="80"></iframe><iframe src="http://elsewhere.hostile.test/frame" width="300" height="80"></iframe>
<canvas id="drawn" width="100" height="60"></canvas><canvas id="tainted" width="100" height="60"></canvas>
<video width="200" height="100" controls></video>${post(0)}`;

const draw = `
const paint = document.querySelector('#drawn').getContext('2d');
paint.fillStyle = 'oklch(60% 0.2 30)';
paint.fillRect(0, 0, 100, 60);
const foreign = new Image();
foreign.src = 'http://elsewhere.hostile.test/picture.svg';
foreign.decode().then(() => document.querySelector('#tainted').getContext('2d').drawImage(foreign, 0, 0));
`;

const forge = `
hostile.tried = [];
const tried = (what, ended) => { hostile.tried.push(what + ': ' + ended); };
hostile.attack = async origin => {
  const id = new URL(origin).host;
  const message = { id: 1, type: 'exhibit:erase', data: { captureId: '00000000-0000-4000-8000-000000000000', reason: 'x' }, timestamp: 1 };
  for (const name of ['chrome', 'browser']) {
    const send = globalThis[name]?.runtime?.sendMessage;
    if (!send) tried(name + '.runtime', 'absent');
    else await Promise.resolve(send(id, message)).then(() => tried(name, 'answered'), () => tried(name, 'refused'));
  }
  for (const path of ['manifest.json', 'popup.html', 'page-agent.js', 'icon/16.png', 'background.js', 'verify.html', 'case.html'])
    await fetch(origin + '/' + path).then(() => tried(path, 'answered'), () => tried(path, 'refused'));
  for (const name of ['img', 'script', 'link']) {
    const element = document.createElement(name);
    element.setAttribute('data-own', '');
    if (name === 'link') { element.rel = 'stylesheet'; element.href = origin + '/assets/popup.css'; }
    else element.src = origin + (name === 'img' ? '/icon/16.png' : '/page-agent.js');
    const ended = new Promise(resolve => { element.onload = () => resolve('answered'); element.onerror = () => resolve('refused'); });
    document.head.append(element);
    tried(name, await ended);
  }
  window.postMessage({ type: 'capture:start', scope: 'page', agent: 'holdfast' }, '*');
  for (const name of ['capture:start', 'holdfast', 'pick', 'message']) document.dispatchEvent(new CustomEvent(name, { detail: message }));
  for (const name of ['__holdfastPage', '__holdfastRerender', 'holdfast']) if (name in window) tried(name, 'seen');
  return hostile.tried;
};
hostile.onPicker = host => {
  const box = document.querySelector('article').getBoundingClientRect();
  const at = { bubbles: true, cancelable: true, composed: true, clientX: box.left + 20, clientY: box.top + 20, button: 0 };
  for (const target of [host, document.body, document, window]) {
    for (const key of ['Enter', 'Escape', 'ArrowDown']) for (const type of ['keydown', 'keyup'])
      target.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true, composed: true }));
    for (const type of ['pointermove', 'pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, at));
    for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, at));
    for (const y of [innerHeight - 40, innerHeight - 60]) target.dispatchEvent(new MouseEvent('click', { ...at, clientX: innerWidth / 2 + 200, clientY: y }));
  }
  host.click();
  tried('shadowRoot', String(host.shadowRoot));
  try { host.attachShadow({ mode: 'open' }); tried('attachShadow', 'done'); } catch { tried('attachShadow', 'refused'); }
  tried('words', host.textContent + host.innerText + host.innerHTML);
  tried('names', String(host.id) + String(host.className) + String(host.title) + (host.ariaLabel ?? ''));
  const keys = []; for (const key in host) if (Object.hasOwn(host, key)) keys.push(key);
  tried('own', keys.join());
  tried('inside', String(document.elementsFromPoint(innerWidth / 2, innerHeight - 40).filter(it => it.getRootNode() !== document).length));
};
`;

const strictest = {
  'content-security-policy':
    "default-src 'none'; script-src 'nonce-page'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'permissions-policy': 'fullscreen=(), display-capture=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

const dots = `<div style="line-height:4px;font-size:0">${'<i class="d"></i>'.repeat(100_000)}</div>`;

/** Every hostile page by its path. */
export const hostilePages = {
  markup: hostilePage({ title: markupText, body: threePosts + active, script: makeActive }),
  controls: hostilePage({ script: setTexts(controlText) }),
  long: hostilePage({ script: setTexts(longText), style: '.post-body { overflow-wrap: anywhere }' }),
  tall: hostilePage({
    style: 'body { display: flow-root; height: 60000px; background: linear-gradient(#fff, #36c) }',
    body: `${post(0)}<i style="position:absolute;top:59900px;width:100px;height:100px;background:rgb(${postColours[2]})"></i>`,
  }),
  nodes: hostilePage({
    style: '.d { display:inline-block;width:4px;height:4px;background:#888 }',
    body: post(0) + dots,
  }),
  growing: hostilePage({
    style: 'p { height: 900px; margin: 0; border-bottom: 1px solid #999 }',
    body: `${post(0)}<main></main>`,
    script: `let count = 0;
const more = () => { for (let i = 0; i < 4; i++) { const p = document.createElement('p'); p.setAttribute('data-own', ''); p.textContent = 'Entry ' + ++count; document.querySelector('main').append(p); } };
more(); addEventListener('scroll', more); setInterval(() => { if (count < 2000) more(); }, 500);`,
  }),
  colours: hostilePage({ body: colours, script: draw }),
  fullscreen: hostilePage({
    style: '#stage { background: oklch(80% 0.1 200) } #stage article { margin: 40px }',
    body: `<div id="stage"><button id="enter" style="width:200px;height:60px">fill the screen</button>${threePosts}</div>`,
    script:
      "document.querySelector('#enter').onclick = () => document.querySelector('#stage').requestFullscreen();",
  }),
  overrides: hostilePage({ arm: overrideEverything }),
  clobbered: hostilePage({
    body: `${threePosts}<form class="post" data-post-id="77" style="position:relative;width:600px;padding:20px;background:rgb(${postColours[2]})">${formFields}<p>${postWords[2]}</p></form>
<form id="bar" style="position:fixed;bottom:0;left:0;width:100%;height:40px;background:#333;color:#fff">${formFields}A bar</form><p style="height:1500px">long</p>`,
    arm: clobberDocument,
  }),
  flood: hostilePage({
    body: `${threePosts}<div data-own id="flood" style="height:200px;overflow:hidden"></div>`,
    arm: `const place = document.querySelector('#flood'); let turn = 0;
const pour = () => { for (let i = 0; i < 400; i++) { place.setAttribute('title', String(++turn)); if (turn % 40 === 0) { const b = document.createElement('b'); b.setAttribute('data-own', ''); place.replaceChildren(String(turn), b); } } setTimeout(pour, 4); };
pour(); new MutationObserver(() => {}).observe(place, { subtree: true, childList: true, attributes: true });`,
  }),
  leaving: hostilePage({
    arm: "for (const type of ['beforeunload', 'pagehide', 'unload', 'visibilitychange', 'blur']) addEventListener(type, event => { event.preventDefault(); event.returnValue = 'stay'; throw new Error('no leaving'); });",
  }),
  alerts: hostilePage({
    arm: "hostile.loop = true; const again = () => { alert('Give up'); if (hostile.loop) setTimeout(again, 0); }; setTimeout(again, 0);",
  }),
  forging: hostilePage({ script: forge }),
  hides: hostilePage({
    arm: "hostile.onGone = () => { for (const post of document.querySelectorAll('article')) post.style.display = 'none'; };",
  }),
  moves: hostilePage({
    arm: "hostile.onPicker = () => { const [first, second] = document.querySelectorAll('article'); document.body.append(first); second.style.marginTop = '90px'; };",
  }),
  replaces: hostilePage({
    arm: "hostile.onGone = () => { for (const post of document.querySelectorAll('article')) { const copy = post.cloneNode(true); copy.setAttribute('data-own', ''); post.replaceWith(copy); } };",
  }),
  removes: hostilePage({ arm: 'hostile.onPicker = host => host.remove();' }),
  smothers: hostilePage({
    arm: "hostile.onPicker = host => { host.hidePopover?.(); host.style.setProperty('display', 'none', 'important'); host.setAttribute('hidden', ''); host.inert = true; };",
  }),
  strict: hostilePage({
    headers: strictest,
    // The policy takes the posts' style attributes away; a program may still write them.
    script:
      "for (const post of document.querySelectorAll('article')) post.style.cssText = post.getAttribute('style');",
  }),
  sandboxed: hostilePage({
    headers: { 'content-security-policy': "sandbox; default-src 'none'; require-trusted-types-for 'script'" },
  }),
} satisfies Record<string, HostilePage>;

/** Words that the pages hold nowhere but in text, to be looked for in what is kept of them. */
export const shownMarkup = escaped(markupText);
