import type { CanvasElement, Content } from 'pdfmake/interfaces.js';
import type { Context } from './context.ts';
import { contentWidth } from './copies.ts';
import { colours, inlinesOf } from './inline.ts';
import { attribute, type Element, type Node, textOf } from './tree.ts';

/**
 * A drawing of rectangles, lines, circles and words, at most as wide as the sheet. Other shapes are left out; the
 * report draws none.
 */
export function chart(element: Element, context: Context): Content {
  const [, , boxWidth, boxHeight] = (attribute(element, 'viewBox') ?? '').split(/[\s,]+/).map(Number);
  const width = boxWidth ?? number(element, 'width', contentWidth);
  const height = boxHeight ?? number(element, 'height', 100);
  const scale = Math.min(1, contentWidth / width);
  const shapes: CanvasElement[] = [
    { type: 'rect', x: 0, y: 0, w: width * scale, h: height * scale, color: '#ffffff' },
  ];
  const labels: Content[] = [];
  for (const shape of shapesOf(element.children)) {
    const drawn = canvasOf(shape, scale);
    if (drawn !== undefined) shapes.push(drawn);
    if (shape.tag === 'text') labels.push(label(shape, scale, context));
  }
  // The labels are positioned relative to the end of the canvas, so that they lie over its shapes.
  const canvas: Content = { canvas: shapes };
  return {
    stack: [canvas, { stack: labels, relativePosition: { x: 0, y: -height * scale } }],
    margin: [0, 4, 0, 8],
  };
}

function* shapesOf(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.tag === 'g') yield* shapesOf(node.children);
    else yield node;
  }
}

function canvasOf(shape: Element, scale: number): CanvasElement | undefined {
  const at = (name: string) => number(shape, name, 0) * scale;
  const color = colour(shape, 'fill', colours.text);
  const line = colour(shape, 'stroke', undefined);
  const look = {
    ...(color !== undefined && { color }),
    ...(line !== undefined && { lineColor: line, lineWidth: number(shape, 'stroke-width', 1) * scale }),
  };
  if (shape.tag === 'rect')
    return { type: 'rect', x: at('x'), y: at('y'), w: at('width'), h: at('height'), ...look };
  if (shape.tag === 'circle') return { type: 'ellipse', x: at('cx'), y: at('cy'), r1: at('r'), ...look };
  if (shape.tag !== 'line') return undefined;
  const ends = { x1: at('x1'), y1: at('y1'), x2: at('x2'), y2: at('y2') };
  return {
    type: 'line',
    ...ends,
    lineColor: line ?? colours.line,
    lineWidth: number(shape, 'stroke-width', 1) * scale,
  };
}

/** The words of a drawing, set on their baseline at the point that `text-anchor` names. */
function label(shape: Element, scale: number, context: Context): Content {
  const fontSize = number(shape, 'font-size', 10) * scale;
  const anchor = attribute(shape, 'text-anchor');
  const room = 400;
  const back = anchor === 'end' ? room : anchor === 'middle' ? room / 2 : 0;
  const alignment = anchor === 'end' ? 'right' : anchor === 'middle' ? 'center' : 'left';
  const text = inlinesOf(shape.children, {
    characters: context.characters,
    isNarrow: true,
    bold: attribute(shape, 'font-weight') === 'bold',
  });
  if (textOf(shape.children) === '') return [];
  const x = number(shape, 'x', 0) * scale - back;
  const y = number(shape, 'y', 0) * scale - fontSize * 1.07;
  return { columns: [{ text, fontSize, alignment, width: room }], relativePosition: { x, y } };
}

function colour(shape: Element, name: string, otherwise: string | undefined): string | undefined {
  const value = attribute(shape, name);
  if (value === 'none') return undefined;
  return value !== undefined && /^(#[0-9a-f]{3,6}|[a-z]+)$/i.test(value) && value !== 'currentColor'
    ? value
    : otherwise;
}

function number(shape: Element, name: string, otherwise: number): number {
  const value = Number.parseFloat(attribute(shape, name) ?? '');
  return Number.isFinite(value) ? value : otherwise;
}
