/** The side of one square in CSS pixels. It stays whole at a zoom of 150 % and at every pixel ratio of the tests. */
export const cell = 40;

/** Rows and columns of squares; wider than any window of the tests, what does not fit is clipped. */
const rows = 75;
const columns = 48;

export const pixelVariants = [
  'plain',
  'sticky',
  'fixed',
  'late',
  'scroller',
  'rtl',
  'post',
  'tall-post',
] as const;
export type PixelVariant = (typeof pixelVariants)[number];

export type Colour = readonly [red: number, green: number, blue: number];

/** The height of the pixel pages in CSS pixels. */
export const pageHeight = rows * cell;

const header: Colour = [9, 90, 190];
const headerHeight = 2 * cell;

/** Pictures that load late and only when they come near: top left corner and size, all in CSS pixels. */
const pictures = [12, 33, 58].map((row, index) => ({
  x: 5 * cell,
  y: row * cell,
  width: 5 * cell,
  height: 4 * cell,
  colour: [200 + index, 20, 120] as Colour,
}));

const scroller = { x: 4 * cell, y: 4 * cell, width: 10 * cell, height: 8 * cell };

/** The posts on the post pages, in document coordinates. */
export const posts = {
  post: { x: 6 * cell, y: 10 * cell, width: 12 * cell, height: 7 * cell },
  'tall-post': { x: 3 * cell, y: 6 * cell, width: 14 * cell, height: 50 * cell },
} as const;

/** The colour of one square; no two squares of a page share one. */
export function squareColour(row: number, column: number): Colour {
  return [row * 3, column * 5, (row * 7 + column * 11) % 256];
}

function innerColour(row: number, column: number): Colour {
  return [255 - row * 3, 255 - column * 5, 77];
}

/**
 * What an image must hold at a point of the document, the page being scrolled to the top; lengths in CSS pixels.
 * What is fixed to the window belongs to no place of the document: it is hidden, and the record says so.
 */
export function expectedColour(variant: PixelVariant, x: number, y: number, pageWidth: number): Colour {
  if (variant === 'sticky' && y < headerHeight) return header;
  if (variant === 'late') {
    const picture = pictures.find(box => isInside(box, x, y));
    if (picture) return picture.colour;
  }
  if (variant === 'scroller' && isInside(scroller, x, y)) {
    return innerColour(Math.floor((y - scroller.y) / cell), Math.floor((x - scroller.x) / cell));
  }
  if (variant === 'post' || variant === 'tall-post') {
    const post = posts[variant];
    if (isInside(post, x, y)) {
      return innerColour(Math.floor((y - post.y) / cell), Math.floor((x - post.x) / cell));
    }
  }
  const across = variant === 'rtl' ? pageWidth - x - 1e-6 : x;
  return squareColour(Math.floor(y / cell), Math.floor(across / cell));
}

function isInside(
  box: { x: number; y: number; width: number; height: number },
  x: number,
  y: number,
): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

/** A page of squares of known colours, so that every pixel's colour follows from its place. */
export function pixelPage(variant: PixelVariant): string {
  const direction = variant === 'rtl' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${variant === 'rtl' ? 'ar' : 'en'}" dir="${direction}">
<meta charset="utf-8"><title>Pixels ${variant}</title>
<style>
  html { scrollbar-width: none; background: #fff }
  body { margin: 0; position: relative; height: ${pageHeight}px; overflow-x: clip }
  .row { display: flex; height: ${cell}px; overflow: hidden }
  .row > i { flex: none; width: ${cell}px; height: ${cell}px; overflow: hidden; font: 9px/10px sans-serif }
  .over { position: absolute; overflow: hidden }
  .bar { left: 0; right: 0; top: 0; height: ${headerHeight}px; background: ${css(header)}; z-index: 2 }
  .sticky { position: sticky; margin-bottom: -${headerHeight}px }
  .fixed { position: fixed }
  .scroller { overflow: auto; scrollbar-width: none }
</style>
${extras(variant).before}
<main>${grid(rows, columns, squareColour, variant === 'rtl' ? 'كلمات الصفحة' : '')}</main>
${extras(variant).after}
</html>`;
}

function extras(variant: PixelVariant): { readonly before: string; readonly after: string } {
  if (variant === 'sticky' || variant === 'fixed') {
    return { before: `<header class="bar ${variant}"></header>`, after: '' };
  }
  if (variant === 'late') return { before: '', after: pictures.map(lateImage).join('') };
  if (variant === 'scroller') {
    return {
      before: '',
      after: `<div class="over scroller" style="${place(scroller)}">${grid(40, 10, innerColour)}</div>`,
    };
  }
  if (variant === 'post' || variant === 'tall-post') {
    const post = posts[variant];
    const squares = grid(post.height / cell, post.width / cell, innerColour, 'Words of the post');
    return { before: '', after: `<article class="over" style="${place(post)}">${squares}</article>` };
  }
  return { before: '', after: '' };
}

function lateImage(box: (typeof pictures)[number], index: number): string {
  const address = `/late/${box.colour.join('-')}.svg?n=${index}`;
  return `<img class="over" loading="lazy" alt="" src="${address}" style="${place(box)}">`;
}

function place(box: { x: number; y: number; width: number; height: number }): string {
  return `left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`;
}

/** Squares in rows. The first of each row holds the words, laid out but without colour of their own. */
function grid(
  height: number,
  width: number,
  colour: (row: number, column: number) => Colour,
  words = '',
): string {
  const square = (row: number, column: number) => {
    const own = css(colour(row, column));
    return column === 0 && words !== ''
      ? `<i style="background:${own};color:transparent">${words}</i>`
      : `<i style="background:${own}"></i>`;
  };
  const line = (row: number) => Array.from({ length: width }, (_, column) => square(row, column)).join('');
  return Array.from({ length: height }, (_, row) => `<div class="row">${line(row)}</div>`).join('');
}

function css([red, green, blue]: Colour): string {
  return `rgb(${red},${green},${blue})`;
}

/** A solid picture, as the late images are. */
export function solidPicture(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="160" viewBox="0 0 200 160"><rect width="200" height="160" fill="rgb(${colour})"/></svg>`;
}

/** A page of text, this many CSS pixels from top to bottom, 200 to a paragraph. */
export function tallPage(height: number): string {
  const paragraphs = Array.from(
    { length: Math.ceil(height / 200) },
    (_, index) => `<p>Entry ${index + 1}. ${'An invented line of a long synthetic page. '.repeat(6)}</p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tall</title>
<style>body { margin: 0; height: ${height}px; overflow-x: hidden; font: 16px sans-serif }
p { box-sizing: border-box; height: 200px; margin: 0; padding: 16px; border-bottom: 1px solid #999 }</style>
${paragraphs.join('')}</html>`;
}

/** A page that adds a screenful whenever its end comes into view, and never stops. */
export function growingPage(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Growing</title>
<style>body { margin: 0; font: 16px sans-serif } p { height: 300px; margin: 0; border-bottom: 1px solid #999 }</style>
<main></main><div id="end">…</div>
<script>
  let count = 0;
  const more = () => { for (let i = 0; i < 3; i++) { const p = document.createElement('p'); p.textContent = 'Entry ' + ++count; document.querySelector('main').append(p); } };
  more();
  new IntersectionObserver(() => more()).observe(document.querySelector('#end'));
  addEventListener('scroll', () => { if (scrollY + innerHeight > document.body.scrollHeight - 200) more(); });
</script></html>`;
}
