import fc from 'fast-check';
import { isThorough } from '../../thorough.ts';

/** A page of numbered rows that a browser is to record, and what happens on it. */
export interface RulerSpec {
  readonly scope: 'page' | 'post';
  /** What scrolls: the window, the body, a pane, or a pane inside a pane. */
  readonly scroller: 'window' | 'body' | 'pane' | 'nested';
  readonly direction: 'ltr' | 'rtl' | 'vertical-rl';
  readonly rows: number;
  /** Whole columns of a ruler wider than the window; 0 where it is as wide as it happens to be. */
  readonly columns: number;
  /** Bars that stay in place: fixed above, below and beside, and a sticky one above the rows. */
  readonly still: readonly ('top' | 'bottom' | 'side' | 'inside')[];
  /** Pictures that are asked for when they come near, with or without room kept for them; or rows that come by scrolling. */
  readonly late: 'none' | 'pictures' | 'pictures-with-room' | 'appended';
  readonly zoom: number;
  /** What changes a while after scrolling began: a row comes in above, other rows take the place of all, a banner moves all. */
  readonly change: 'none' | 'inserted' | 'route' | 'banner';
}

/** Codes of the parts that stay, by their place; the banner's; the first row of another route; the row that comes in. */
export const stillParts = { top: 1, bottom: 2, side: 3, inside: 4 } as const;
export const bannerPart = 5;
const routeFrom = 1_000;
const comesIn = 3_000;
const insertedAt = 3;
/** Rows between two late pictures, and rows that come at once. */
const pictureEvery = 25;
const appendedRows = 30;
/** Width of a ruler with so many whole columns, in CSS pixels. */
const widthOf = (columns: number) => columns * 320 + 20;

/** Any page; what cannot be together is left out. */
export const rulerSpec: fc.Arbitrary<RulerSpec> = fc
  .record({
    scope: fc.constantFrom('page' as const, 'page' as const, 'post' as const),
    scroller: fc.constantFrom(
      'window' as const,
      'window' as const,
      'body' as const,
      'pane' as const,
      'nested' as const,
    ),
    direction: fc.constantFrom('ltr' as const, 'ltr' as const, 'rtl' as const, 'vertical-rl' as const),
    rows: fc.integer(isThorough ? { min: 50, max: 160 } : { min: 30, max: 50 }),
    columns: isThorough ? fc.constantFrom(0, 0, 0, 6, 8) : fc.constantFrom(0, 0, 0, 3),
    still: fc.subarray(['top' as const, 'bottom' as const, 'side' as const, 'inside' as const]),
    late: fc.constantFrom(
      'none' as const,
      'none' as const,
      'pictures' as const,
      'pictures-with-room' as const,
      'appended' as const,
    ),
    zoom: fc.constantFrom(1, 1, 0.8, 1.25, 1.5, 1.75),
    change: fc.constantFrom(
      'none' as const,
      'none' as const,
      'none' as const,
      'inserted' as const,
      'route' as const,
      'banner' as const,
    ),
  })
  .map(possible);

function possible(spec: RulerSpec): RulerSpec {
  const isVertical = spec.direction === 'vertical-rl';
  return {
    ...spec,
    columns: isVertical || spec.scroller === 'nested' ? 0 : spec.columns,
    still: isVertical ? spec.still.filter(place => place === 'top') : spec.still,
    late: spec.late === 'appended' && (spec.change !== 'none' || spec.scope === 'post') ? 'none' : spec.late,
  };
}

/** A state in which the page can be recorded: its rows in order, and after which of them something else stands. */
export interface RulerState {
  readonly rows: readonly number[];
  readonly gaps: readonly number[];
  readonly pictures: readonly number[];
}

/** The states of the page, from the first to the last. A record holds one of them, or says that it holds none. */
export function statesOf({ rows, change, late }: RulerSpec): readonly RulerState[] {
  const from = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);
  const pictured = late.startsWith('pictures');
  const state = (numbers: readonly number[]): RulerState => {
    const after = pictured
      ? numbers.filter(number => number < comesIn && number % pictureEvery === pictureEvery - 1)
      : [];
    return {
      rows: numbers,
      gaps: after,
      pictures: after.map(number => Math.floor((number % routeFrom) / pictureEvery)),
    };
  };
  if (change === 'inserted')
    return [state(from(0, rows)), state(from(0, rows).toSpliced(insertedAt, 0, comesIn))];
  if (change === 'route') return [state(from(0, rows)), state(from(routeFrom, rows))];
  return [state(from(0, late === 'appended' ? rows + 2 * appendedRows : rows))];
}

/** The page itself; `/ruler.js` and `/pic.svg` are the site's. `arm()` starts what changes in mid-capture. */
export function rulerPage(spec: RulerSpec): string {
  const { scope, scroller, direction, columns, still, change } = spec;
  const attributes = direction === 'rtl' ? ' dir="rtl"' : '';
  const bars = still
    .filter(place => place !== 'inside')
    .map(place => `<div class="still ${place}" data-part="${stillParts[place]}">Stays</div>`);
  const inside = still.includes('inside')
    ? `<div class="inside" data-part="${stillParts.inside}">Sticks</div>`
    : '';
  const ruled = `${inside}<div id="m"></div>`;
  const content = scope === 'post' ? `<article class="post" id="post-1">${ruled}</article>` : ruled;
  const boxes = {
    window: ['', ''],
    body: ['', ''],
    pane: ['<div class="pane">', '</div>'],
    nested: ['<div class="outer"><div class="pane">', '</div></div>'],
  };
  const [open, close] = boxes[scroller];
  return `<!doctype html><html lang="en"${attributes}><meta charset="utf-8"><title>Ruler</title><script src="/ruler.js"></script>
<style>${styleOf(spec)}</style>
<body>${bars.join('')}${open}<main>${content}</main>${close}
<script>
const spec = ${JSON.stringify(spec)};
${fill}
fill(0, spec.rows);
${spec.late === 'appended' ? appended : ''}
window.arm = () => { const begin = () => setTimeout(() => { ${changes[change]} }, 300);
  ${change === 'none' ? '' : "document.addEventListener('scroll', begin, { once: true, capture: true })"} };
</script></body></html>`.replace(
    '<main>',
    columns > 0 ? `<main style="width:${widthOf(columns)}px">` : '<main>',
  );
}

function styleOf({ scroller, direction, still, scope }: RulerSpec): string {
  const above = still.includes('top') ? 60 : 0;
  const below = still.includes('bottom') ? 50 : 0;
  const room = `padding-top:${above}px;padding-bottom:${below}px;`;
  const pane = `height:calc(100vh - ${above + below}px);overflow:auto;`;
  const boxes = {
    window: `body{${room}}`,
    body: `html,body{height:100%;overflow:auto;box-sizing:border-box}main{${room}}`,
    pane: `body{${room}}.pane{${pane}}`,
    nested: `body{${room}}.outer{${pane}}.pane{height:150vh;overflow:auto}`,
  };
  return `body{margin:0}${boxes[scroller]}
${direction === 'vertical-rl' ? 'main{writing-mode:vertical-rl}html,.pane,.outer{writing-mode:vertical-rl}' : ''}
.still{position:fixed;background:#246;color:#fff;z-index:2;writing-mode:horizontal-tb}.top{top:0;left:0;right:0;height:60px}.bottom{bottom:0;left:0;right:0;height:50px}
.side{right:0;top:40%;width:120px;height:140px}.inside{position:sticky;top:${scroller === 'window' || scroller === 'body' ? above : 0}px;height:30px;background:#fd8;z-index:1}
.post{${scope === 'post' ? 'margin-block:40px;background:#fff' : ''}}img{display:block}`;
}

/** Rows from `first` on, with a picture after every so many. */
const fill = `const fill = (first, count) => {
  const size = spec.late === 'pictures-with-room' ? ' width="300" height="180"' : '';
  const step = spec.late.startsWith('pictures') ? ${pictureEvery} : count;
  for (let at = 0; at < count; at += step) {
    const some = Math.min(step, count - at);
    ruler(m, some, { from: first + at, columns: at === 0 ? spec.columns : 0 });
    const n = Math.floor(at / step);
    if (spec.late.startsWith('pictures') && some === step) m.insertAdjacentHTML('beforeend',
      '<img loading="lazy" alt=""' + size + ' src="/pic.svg?c=crimson&w=300&h=180&code=picture:' + n + '&ms=700&of=' + first + '">');
  }
};`;

const appended = `let more = 2, next = spec.rows, waiting = false;
const grow = entries => { if (more === 0 || waiting || !entries.some(entry => entry.isIntersecting)) return;
  waiting = true; setTimeout(() => { ruler(m, ${appendedRows}, { from: next }); next += ${appendedRows}; more -= 1; m.append(end); waiting = false; seen.unobserve(end); seen.observe(end); }, 250); };
const end = document.createElement('div'); end.style.blockSize = '1px'; m.append(end);
const seen = new IntersectionObserver(grow); seen.observe(end);`;

const changes: Readonly<Record<RulerSpec['change'], string>> = {
  none: '',
  inserted: `const made = document.createElement('div'); made.style.inlineSize = '100%'; m.append(made); ruler(made, 1, { from: ${comesIn} }); m.children[${insertedAt}].before(made.firstChild); made.remove()`,
  route: `location.hash = '#/other'; m.replaceChildren(); fill(${routeFrom}, spec.rows)`,
  banner: `m.insertAdjacentHTML('beforebegin', '<div style="block-size:130px;background:#9c9" data-part="${bannerPart}">A banner</div>'); bear(document)`,
};
