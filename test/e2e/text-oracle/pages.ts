import { letterFont } from './letter-font.ts';

/** How the words of a part of a page are read from its picture. */
export type Reading = 'rows' | 'rows-from-right' | 'columns';

/** A way to show some words and to hide or move others. */
export interface Way {
  readonly name: string;
  readonly reading: Reading;
  /** The part's HTML; `w` gives the next word. */
  html(w: () => string): string;
}

const way = (name: string, html: Way['html'], reading: Reading = 'rows'): Way => ({ name, html, reading });

const inline = (name: string, style: string) =>
  way(name, w => `<p>${w()} <span style="${style}">${w()} ${w()}</span> ${w()}</p>`);

const block = (name: string, style: string) =>
  way(name, w => `<p>${w()}</p><div style="${style}">${w()} ${w()}</div><p>${w()}</p>`);

const cells = (name: string, style: string, items: readonly string[], reading: Reading = 'rows') =>
  way(
    name,
    w =>
      `<div style="${style}">${items.map(it => `<div class="cell" style="${it}">${w()}</div>`).join('')}</div>`,
    reading,
  );

const cover = 'position:absolute;background:#fff;';

/** Every way there is. */
export const ways: readonly Way[] = [
  way('plain', w => `<p>${w()} <b>${w()}</b>${w()} ${w()}<br>${w()}</p><div>${w()}</div>`),
  way('wrapped', w => `<p style="width:320px">${Array.from({ length: 9 }, w).join(' ')}</p>`),
  inline('display none', 'display:none'),
  inline('visibility hidden', 'visibility:hidden'),
  way(
    'visible in hidden',
    w => `<p style="visibility:hidden">${w()} <span style="visibility:visible">${w()}</span> ${w()}</p>`,
  ),
  inline('opacity 0', 'opacity:0'),
  way(
    'opacity of many',
    w => `<p style="opacity:.2">${w()}<span style="opacity:.1">${w()}</span></p><p>${w()}</p>`,
  ),
  inline('transparent', 'color:transparent'),
  inline('fill transparent', '-webkit-text-fill-color:transparent'),
  inline('like its ground', 'color:#fff'),
  inline('like its own ground', 'color:#eee;background:#eee'),
  inline('tiny', 'font-size:1px'),
  inline('font of nothing', 'font-size:0'),
  block('clipped by height', 'height:0;overflow:hidden'),
  way(
    'clamped by height',
    w =>
      `<div style="width:160px;height:48px;overflow:hidden">${Array.from({ length: 5 }, w).join(' ')}</div>`,
  ),
  way(
    'clipped on the right',
    w => `<div style="width:96px;overflow:clip;white-space:nowrap">${w()} ${w()}</div><p>${w()}</p>`,
  ),
  way(
    'ellipsis',
    w =>
      `<div style="width:160px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${w()} ${w()} ${w()}</div>`,
  ),
  block('clip-path', 'clip-path:inset(50%)'),
  block('clip-path circle', 'clip-path:circle(0)'),
  block('polygon', 'clip-path:polygon(0 0,0 0,0 0)'),
  block(
    'for screen readers',
    'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap',
  ),
  block('indented away', 'text-indent:-9999px;overflow:hidden'),
  block('placed away', 'position:absolute;left:-9999px'),
  block('moved away', 'transform:translateX(-3000px)'),
  block('scaled to nothing', 'transform:scale(0)'),
  block('turned away', 'transform:rotateY(180deg);backface-visibility:hidden'),
  block('content-visibility hidden', 'content-visibility:hidden'),
  block('content-visibility auto', 'content-visibility:auto;contain-intrinsic-size:auto 24px'),
  block('blurred', 'filter:blur(9px)'),
  block('filtered away', 'filter:opacity(0)'),
  way(
    'escapes its clip',
    w =>
      `<div style="height:24px"><div style="height:0;overflow:hidden"><span style="position:absolute">${w()}</span>${w()}</div></div>`,
  ),
  way(
    'covered',
    w => `<p>${w()} ${w()}</p><div style="${cover}left:0;top:0;width:100%;height:24px"></div><p>${w()}</p>`,
  ),
  way('covered for the mouse only', w => `<p>${w()} ${w()}</p><div style="position:absolute;inset:0"></div>`),
  way(
    'covered, not for the mouse',
    w =>
      `<p>${w()}</p><div style="${cover}left:0;top:0;width:100%;height:24px;pointer-events:none"></div><p>${w()}</p>`,
  ),
  way(
    'covered in part',
    w => `<p>${w()} ${w()} ${w()}</p><div style="${cover}left:96px;top:0;width:96px;height:24px"></div>`,
  ),
  way(
    'over its cover',
    w =>
      `<p style="position:relative;z-index:2">${w()}</p><div style="${cover}left:0;top:0;width:100%;height:24px"></div>`,
  ),
  way(
    'cover behind',
    w => `<p>${w()}</p><div style="${cover}left:0;top:0;width:100%;height:24px;z-index:-1"></div>`,
  ),
  way(
    'one over the other',
    w =>
      `<div style="${cover}z-index:2;left:0;top:0;width:100%;height:24px">${w()}</div><div style="${cover}z-index:1;left:0;top:0;width:100%;height:24px">${w()}</div><p>&nbsp;</p>`,
  ),
  way(
    'margin over words',
    w => `<p>${w()}</p><div style="margin-top:-24px;background:#fff;height:24px"></div>`,
  ),
  way(
    'uppercase',
    w =>
      `<p style="text-transform:uppercase">${w()} <i style="text-transform:lowercase">${w().toUpperCase()}</i></p>`,
  ),
  way('capitalize', w => `<p style="text-transform:capitalize">${w()} ${w()}<b>${w()}</b> ${w()}</p>`),
  way(
    'struck through',
    w =>
      `<p>${w()} <del style="text-decoration:none">${w()}</del> <ins style="text-decoration:none">${w()}</ins></p>`,
  ),
  cells('row reversed', 'display:flex;flex-direction:row-reverse', ['', '', '']),
  cells('column reversed', 'display:flex;flex-direction:column-reverse', ['', '', '']),
  cells('order', 'display:flex', ['order:3', 'order:1', 'order:2']),
  cells('wrapped backwards', 'display:flex;flex-wrap:wrap-reverse;width:280px', ['', '', '', '']),
  cells('grid', 'display:grid;grid-template-columns:160px 160px', [
    'grid-area:2/2',
    'grid-area:1/2',
    'grid-area:2/1',
    'grid-area:1/1',
  ]),
  cells('from the right', 'display:flex;direction:rtl', ['', '', ''], 'rows-from-right'),
  way('from the right, one line', w => `<p style="direction:rtl">${w()} <b>${w()}</b> ${w()}</p>`),
  way('forced backwards', w => `<p>${w()} <bdo dir="rtl">${w()} ${w()}</bdo> ${w()}</p>`),
  way(
    'forced, in parts',
    w => `<p style="unicode-bidi:bidi-override;direction:rtl;text-align:left">${w()} <b>${w()}</b></p>`,
  ),
  way(
    'before and after',
    w =>
      `<p class="quoted" data-said="${w()}">${w()}</p><style>.quoted::before{content:attr(data-said) " "}.quoted::after{content:" ${w()}"}</style>`,
  ),
  way(
    'hidden before',
    w =>
      `<p class="unsaid">${w()}</p><style>.unsaid::before{content:"${w()}";display:none}.unsaid::after{content:"${w()}";visibility:hidden}</style>`,
  ),
  way(
    'counter',
    w =>
      `<div style="counter-reset:rows 4"><p class="counted">${w()}</p><p class="counted">${w()}</p></div><style>.counted{counter-increment:rows}.counted::before{content:"#" counter(rows) " "}</style>`,
  ),
  way(
    'list',
    w =>
      `<ol start="8" style="list-style-position:inside"><li>${w()}</li><li>${w()}</li><li value="4">${w()}</li></ol>`,
  ),
  way(
    'closed details',
    w => `<details><summary style="list-style:none">${w()}</summary>${w()}</details><p>${w()}</p>`,
  ),
  way(
    'open shadow',
    w =>
      `<div><template shadowrootmode="open"><p>${w()} <slot name="b"></slot> <slot></slot></p></template>${w()}<b slot="b">${w()}</b><i slot="none">${w()}</i></div>`,
  ),
  way(
    'columns',
    w =>
      `<div style="columns:2;column-gap:40px;width:400px;height:48px;column-fill:auto">${Array.from({ length: 4 }, () => `<div class="cell">${w()}</div>`).join('')}</div>`,
    'columns',
  ),
  way(
    'placed out of order',
    w =>
      `<div style="position:relative;height:72px"><div style="position:absolute;top:48px">${w()}</div><div style="position:absolute;top:0">${w()}</div><div style="position:absolute;top:24px">${w()}</div></div>`,
  ),
  way(
    'shifted out of order',
    w => `<p style="position:relative;top:24px">${w()}</p><p style="position:relative;top:-24px">${w()}</p>`,
  ),
  way(
    'placed from within',
    w =>
      `<div style="position:relative;padding-bottom:24px"><div>${w()} <span style="position:absolute;left:0;top:48px">${w()}</span></div><div>${w()}</div></div>`,
  ),
  way(
    'swapped in a line',
    w =>
      `<p><span style="position:relative;left:112px">${w().slice(0, 4)}</span> <span style="position:relative;left:-80px">${w().slice(0, 4)}</span></p>`,
  ),
  way('floated', w => `<div style="width:400px"><span style="float:right">${w()}</span>${w()}</div>`),
  way(
    'table',
    w =>
      `<table style="border-spacing:16px 0"><tr><td>${w()}</td><td>${w()}</td></tr><tr style="visibility:collapse"><td>${w()}</td><td>${w()}</td></tr><tr><td>${w()}</td><td>${w()}</td></tr></table>`,
  ),
  way(
    'footer first',
    w =>
      `<table style="border-spacing:16px 0"><tfoot><tr><td>${w()}</td></tr></tfoot><tbody><tr><td>${w()}</td></tr></tbody></table>`,
  ),
  way(
    'button',
    w =>
      `<input type="button" value="${w()}" style="font:inherit;border:0;background:none;padding:0"> <button style="font:inherit;border:0;background:none;padding:0">${w()}</button>`,
  ),
  way('preserved', w => `<pre style="font:inherit;margin:0">${w()}\n  ${w()}</pre>`),
  way('security', w => `<p>${w()}</p><p style="-webkit-text-security:disc">${w()}</p>`),
];

/** A page of one part after the other; each part bears its number. The words are told by `seed`. */
export function pageOf(parts: readonly Way[], seed: number): string {
  const w = wordsFrom(seed);
  const sections = parts.map((part, at) => `<section id="part-${at}">${part.html(w)}</section>`);
  const font = Buffer.from(letterFont()).toString('base64');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Words</title><style>
@font-face{font-family:letters;src:url(data:font/ttf;base64,${font})}
*{-webkit-font-smoothing:none}
body{margin:16px;font:16px/24px letters;color:#000;background:#fff;width:700px}
section{display:flow-root;position:relative;z-index:0;margin:0 0 24px}
p,ol{margin:0;padding:0}b,i{font:inherit}td{padding:0}.cell{margin-right:32px;width:96px}
</style><body>${sections.join('\n')}</body></html>`;
}

/** Words of four to six letters, no two alike, in small letters. */
function wordsFrom(seed: number): () => string {
  let number = (seed >>> 0) % 400_000;
  return () => {
    number += 7_919;
    let text = '';
    for (let rest = number; text.length < 4 || rest > 0; rest = Math.floor(rest / 26)) {
      text += String.fromCharCode(97 + (rest % 26));
    }
    return text.slice(0, 6);
  };
}
