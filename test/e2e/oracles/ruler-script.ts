import { cellWidth, codeColours, codeKinds, codeWidth } from './ruler-code.ts';

/** How far one code of a row is from the next, in CSS pixels; the code of a column stands in between. */
export const period = 320;
/** Where the code of a column begins within its period. */
export const columnAt = 256;
/** Where the words of a row begin. */
const wordsAt = 100;

/** How many whole columns a ruler of this width (CSS pixels) has. */
export function columnsOf(width: number): number {
  return Math.max(0, Math.floor((width - columnAt - codeWidth) / period) + 1);
}

/**
 * What a page's programs draw codes with:
 * `code(kind, number, vertical)` is a CSS image; `ruler(host, rows, { from, h, style, columns, text })` appends numbered
 * rows to an element, in the direction in which it is written; every element with `data-part` or `data-picture`
 * bears its code at its start, also when it comes later and in open shadow roots that are given to `bear(root)`.
 */
export const rulerScript = `(() => {
const colours = ${codeColours.toString()};
const kinds = ${JSON.stringify(codeKinds)};
window.code = (kind, number, vertical) => {
  const cells = colours(kinds.indexOf(kind), number);
  const stops = cells.map((colour, at) => colour + ' ' + at * ${cellWidth} + 'px ' + (at + 1) * ${cellWidth} + 'px');
  return 'linear-gradient(to ' + (vertical ? 'bottom' : 'right') + ', ' + stops.join(', ') + ', transparent ${codeWidth}px)';
};
const directionOf = host => {
  const style = getComputedStyle(host);
  return style.writingMode.startsWith('vertical') ? 'vertical' : style.direction;
};
const place = (direction, at, length) => direction === 'vertical'
  ? ' 0 ' + at + 'px / 100% ' + length + 'px '
  : ' ' + (direction === 'rtl' ? 'right ' : 'left ') + at + 'px top 0 / ' + length + 'px 100% ';
window.ruler = (host, rows, { from = 0, h = 20, style = '', columns = 0, text = n => 'row ' + n + ' the brown fox' } = {}) => {
  const direction = directionOf(host);
  const down = direction === 'vertical';
  const start = direction === 'rtl' ? ${period - columnAt - codeWidth} : ${columnAt};
  if (columns > 0) host.style.background = Array.from({ length: columns }, (_, n) =>
    code('column', n, down) + place(direction, start + ${period} * n, ${codeWidth}) + 'no-repeat').join(', ');
  const template = document.createElement('template');
  template.innerHTML = Array.from({ length: rows }, (_, at) => {
    const n = from + at;
    const background = code('row', n, down) + place(direction, 0, ${period}) + (down ? 'repeat-y' : 'repeat-x');
    return '<div class="rl" style="block-size:' + h + 'px;font:12px/' + h + 'px monospace;white-space:nowrap;overflow:hidden;padding-inline-start:${wordsAt}px;box-sizing:border-box;background:' + background + ';' + style + '">' + text(n) + '</div>';
  }).join('');
  host.append(template.content);
};
window.bear = root => {
  for (const kind of ['part', 'picture']) for (const element of root.querySelectorAll('[data-' + kind + ']:not([data-borne])')) {
    element.dataset.borne = '';
    const sign = document.createElement('i');
    sign.style.cssText = 'display:inline-block;vertical-align:top;flex:none;width:${codeWidth}px;height:20px;background:' + code(kind, Number(element.dataset[kind]), false);
    element.prepend(sign);
  }
};
document.addEventListener('DOMContentLoaded', () => bear(document));
for (let n = 1; n <= 9; n++) document.documentElement.style.setProperty('--part-' + n, code('part', n, false));
})();`;
