/** Rows of 20 CSS pixels with a number each, put into `host` by the page itself. */
const rows = `<script>function rows(host, count, name = 'row') {
  for (let index = 0; index < count; index += 1) {
    const row = document.createElement('div');
    row.className = 'row';
    row.style.cssText = 'height:20px;font:12px/20px monospace;white-space:nowrap';
    row.textContent = name + ' ' + index;
    host.append(row);
  }
}</script>`;

function page(style: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>View</title>
<style>body{margin:0;font:16px sans-serif}${style}</style>${rows}<body>${body}</body></html>`;
}

const feed = `<main id="m"></main><script>rows(m, 200)</script>`;
const bar = 'height:80px;background:#246;color:#fff';

/** Pages whose target is scrolled by something else than the window; each holds 200 rows. */
export const panes = {
  body: page('html,body{height:100%;overflow:auto}', feed),
  div: page('html,body{height:100%}#app{height:100vh;overflow-y:auto}', `<div id="app">${feed}</div>`),
  nested: page(
    'html,body{height:100%}#out{height:100vh;overflow:auto}#app{height:calc(100vh - 40px);overflow:auto}',
    `<div id="out"><div id="app">${feed}</div><p style="height:60px">Below</p></div>`,
  ),
  shadow: page(
    'html,body{height:100%}',
    `<app-shell><main id="m"></main></app-shell><script>rows(m, 200);
     document.querySelector('app-shell').attachShadow({ mode: 'open' }).innerHTML =
       '<div style="height:100vh;overflow-y:auto"><slot></slot></div>';</script>`,
  ),
  closed: page(
    'html,body{height:100%}',
    `<app-shell><main id="m"></main></app-shell><script>rows(m, 200);
     document.querySelector('app-shell').attachShadow({ mode: 'closed' }).innerHTML =
       '<div style="height:100vh;overflow-y:auto"><slot></slot></div>';</script>`,
  ),
  backwards: page(
    'html,body{height:100%}#app{height:100vh;overflow-y:auto;display:flex;flex-direction:column-reverse}',
    `<div id="app">${feed}</div>`,
  ),
} as const;

const messages = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<div class="message" data-message-id="m${index}" style="height:120px"><b class="author">Robin Sample</b><p>Message ${index}: words</p></div>`,
  ).join('');

/** A chat whose last message in view lies half under the composer. */
export const chat = page(
  `html,body{height:100%}#app{height:100vh;display:flex;flex-direction:column}#log{flex:1;overflow-y:auto;min-height:0}`,
  `<div id="app"><header style="${bar}">Room</header><div id="log">${messages(40)}</div>
   <footer style="height:140px;flex:none;background:#fc6">Write a message</footer></div>`,
);

/** A post with what may lie over it; `body` comes after the post. */
export const covered = (body: string, style = '') =>
  page(
    `article{margin:10px;padding:16px;width:1100px;height:500px;background:#eef}${style}`,
    `<article class="post" id="post-1"><p>Words that have to be read in full.</p></article>${body}
     <div style="height:2000px">More</div>`,
  );

export const smooth = page(
  '#wrap{position:fixed;inset:0;overflow:hidden}#content{will-change:transform}',
  `<div id="wrap"><div id="content"></div></div><script>rows(content, 200);
   document.body.style.height = content.offsetHeight + 'px';
   let y = 0;
   (function tick() {
     y += (scrollY - y) * 0.12;
     if (Math.abs(scrollY - y) < 0.5) y = scrollY;
     content.style.transform = 'translate3d(0,' + -y + 'px,0)';
     requestAnimationFrame(tick);
   })();</script>`,
);

export const wide = page(
  '#board{width:3000px;height:1800px;position:relative}.post{position:absolute;width:320px;background:#fee}',
  `<div id="board"><article class="post" id="post-1" style="left:60px;top:80px"><p>Left: nothing wrong here.</p></article>
   <article class="post" id="post-3" style="left:2200px;top:900px"><p>Right: words far away.</p></article></div>`,
);

export const small = page(
  'article{margin:20px;padding:20px;width:500px;height:120px;background:#eef}',
  [1, 2, 3].map(n => `<article class="post" id="post-${n}"><p>Post ${n}</p></article>`).join(''),
);

/** Things that stand still, or seem to, while the page moves. */
export const bars = {
  fixed: page(
    '',
    `<header style="position:fixed;top:0;left:0;right:0;${bar}">Bar
    <i style="visibility:visible">always</i></header>${feed}`,
  ),
  sticky: page('', `<header style="position:sticky;top:0;${bar}">Bar</header>${feed}`),
  section: page(
    'h2{position:sticky;top:0;margin:0;height:40px;background:#fd8}',
    `<div id="m"></div>
    <script>for (let n = 0; n < 12; n += 1) { const s = document.createElement('section');
      const h = document.createElement('h2'); h.textContent = 'Part ' + n; s.append(h); m.append(s); rows(s, 20, 'part ' + n); }</script>`,
  ),
  shrinking: page(
    `header{position:sticky;top:0;${bar}}header{height:160px}body.small header{height:60px}`,
    `<header>Bar</header>${feed}<script>addEventListener('scroll', () => document.body.classList.toggle('small', scrollY > 50))</script>`,
  ),
  progress: page(
    `header{position:fixed;top:0;left:0;right:0;${bar}}#p{height:4px;background:#fc0;width:0}`,
    `<header>Bar<div id="p"></div><span id="t">0 %</span></header>${feed}
     <script>addEventListener('scroll', () => { p.style.width = scrollY / 50 + '%'; t.textContent = Math.round(scrollY / 50) + ' %'; })</script>`,
  ),
  scripted: page(
    `body{position:relative}#b{position:absolute;left:0;right:0;top:0;${bar}}`,
    `<div id="b">Bar</div>${feed}<script>addEventListener('scroll', () => { b.style.top = scrollY + 'px'; })</script>`,
  ),
  closed: page(
    '',
    `<site-bar></site-bar>${feed}<script>document.querySelector('site-bar').attachShadow({ mode: 'closed' }).innerHTML =
      '<div style="position:fixed;top:0;left:0;right:0;${bar}">Bar</div>'</script>`,
  ),
  pseudo: page(
    `#b::before{content:"Bar";position:fixed;top:0;left:0;right:0;${bar}}`,
    `<div id="b"></div>${feed}`,
  ),
  inTransform: page(
    `#page{transform:translateZ(0);position:relative;height:3000px}.card{position:fixed;left:100px;width:500px;height:120px;background:#fee}`,
    `<div id="page"><div class="card" style="top:200px">One</div><div class="card" style="top:500px">Two</div>
     <div class="card" style="top:1500px">Three</div><div style="padding-top:900px" id="m"></div></div><script>rows(m, 80)</script>`,
  ),
  ground: page(
    `#g{position:fixed;inset:0;z-index:-1;background:linear-gradient(#fdd,#ddf)}`,
    `<div id="g"></div>${feed}`,
  ),
  /** A list that uses forty rows again and again. */
  recycled: page(
    'html,body{height:100%}#app{height:100vh;overflow-y:auto}#in{position:relative;height:20000px}.r{position:absolute;height:20px}',
    `<div id="app"><div id="in"></div></div><script>
     const list = Array.from({ length: 60 }, () => { const r = document.createElement('div'); r.className = 'r'; document.querySelector('#in').append(r); return r; });
     const pane = document.querySelector('#app');
     const draw = () => { const first = Math.floor(pane.scrollTop / 20); list.forEach((r, n) => { r.style.top = (first + n) * 20 + 'px'; r.textContent = 'row ' + (first + n); }); };
     pane.addEventListener('scroll', draw); draw();</script>`,
  ),
  /** Messages of one person, each with her name and picture at the same place, in rows that are used again. */
  recycledMessages: page(
    'html,body{height:100%}#app{height:100vh;overflow-y:auto}#in{position:relative;height:20000px}.r{position:absolute;height:40px;width:600px}.r b{position:absolute;left:50px}.r img{width:36px;height:36px}',
    `<div id="app"><div id="in"></div></div><script>
     const list = Array.from({ length: 40 }, () => { const r = document.createElement('div'); r.className = 'r';
       r.innerHTML = '<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>"><div><b>Robin Sample</b><div><p></p></div></div>'; document.querySelector('#in').append(r); return r; });
     const pane = document.querySelector('#app');
     const draw = () => { const first = Math.floor(pane.scrollTop / 40); list.forEach((r, n) => { r.style.top = (first + n) * 40 + 'px'; const p = document.createElement('p');
       p.textContent = 'row ' + (first + n); if (n % 2) r.querySelector('p').replaceWith(p); else r.querySelector('p').textContent = p.textContent; }); };
     pane.addEventListener('scroll', draw); draw();</script>`,
  ),
} as const;

const pane = 'html,body{height:100%}#app{height:100vh;overflow-y:auto}';
const comesIn = `m.children[4].insertAdjacentHTML('beforebegin', '<div style="height:130px">Came in</div>');`;
const slides = `for (const each of document.querySelectorAll('#c div')) each.style.left = parseInt(each.style.left) - 400 + 'px';`;
const cards = `<div id="c"><div style="left:0">One</div><div style="left:400px">Two</div><div style="left:800px">Three</div></div>`;
const carousel =
  '#c{width:1200px;height:60px;background:#dfe;overflow:hidden}#c div{position:absolute;width:380px}';

/** Pages on which something moves while they are not scrolled; `change()` is what their program does. */
export const changing = {
  /** A row comes in above, the browser keeps what is in view where it stands, and a bar was freed just before. */
  'a row above': page(
    `${pane}.bar{position:sticky;top:0;${bar}}`,
    `<div id="app"><main id="m"><div class="bar">Sticks</div></main></div>
     <script>rows(m, 200); const change = () => { ${comesIn} }</script>`,
  ),
  'a row of pictures': page(
    `${carousel}#c{position:relative}`,
    `${feed}<script>m.children[190].insertAdjacentHTML('beforebegin', '${cards}');
     const change = () => { ${slides} }</script>`,
  ),
  'a row of pictures and a row above': page(
    `${pane}${carousel}#c{position:relative}`,
    `<div id="app">${feed}</div><script>m.children[190].insertAdjacentHTML('beforebegin', '${cards}');
     const change = () => { ${comesIn} ${slides} }</script>`,
  ),
} as const;

/** A bar that is fixed only where the page is scrolled down, and stands in its own place at its top. */
export const fixedBelow = page(
  `#b{position:absolute;left:0;right:0;top:200px;${bar}}body.down #b{position:fixed;top:0}`,
  `<div id="b">Bar</div>${feed}<script>addEventListener('scroll', () => document.body.classList.toggle('down', scrollY > 200))</script>`,
);

export const stickyByline = page(
  'article{margin:100px 40px;background:#fff}.by{position:sticky;top:0;height:90px;background:#fd8}',
  `<article class="post" id="post-1"><div class="by"><b class="author">Robin Sample</b></div><div id="m"></div></article>
   <div style="height:800px"></div><script>rows(m, 150)</script>`,
);

const behind = `<div>${messages(30)}</div>`;

/** Dialogs over a feed; the last are none. */
export const dialogs = {
  fixed: page(
    '.dlg{position:fixed;inset:20px;background:#fff;border:3px solid #069;overflow:auto;padding:20px}',
    `${behind}<div class="dlg" role="dialog"><article class="post" id="post-9"><p>The post in the dialog.</p></article></div>`,
  ),
  scrolling: page(
    '.shade{position:fixed;inset:0;background:rgba(0,0,0,.5)}.dlg{position:absolute;left:300px;top:100px;width:600px;height:500px;background:#fff;overflow:auto}',
    `${behind}<div class="shade"><div class="dlg"><div id="m"></div></div></div><script>rows(m, 100)</script>`,
  ),
  modal: page(
    'dialog{width:600px;height:300px}',
    `${behind}<dialog><p>Words in the dialog.</p></dialog><script>document.querySelector('dialog').showModal()</script>`,
  ),
  bareShade: page(
    '.shade{position:fixed;inset:0;background:rgba(0,0,0,.2)}',
    `${behind}<div class="shade"></div>`,
  ),
  bottomBar: page(
    `.note{position:fixed;left:0;right:0;bottom:0;${bar}}`,
    `${behind}<div class="note">We use cookies</div>`,
  ),
} as const;

/** Documents that begin at the right. */
export const leftward = {
  rtl: page('', `<div style="width:3000px;height:1500px;background:#def">مرحبا</div>`).replace(
    'lang="en"',
    'lang="ar" dir="rtl"',
  ),
  vertical: page(
    'html{writing-mode:vertical-rl}',
    `<div style="block-size:4000px;background:linear-gradient(90deg,#def,#fed)">縦書きの言葉</div>`,
  ),
} as const;

export const rooms = page('', `<div id="m">${messages(20)}</div>`);
