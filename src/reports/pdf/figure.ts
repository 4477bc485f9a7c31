import type { Content } from 'pdfmake/interfaces.js';
import { type Block, whole } from './block.ts';
import type { Context, PlacedPicture, Surroundings } from './context.ts';
import { attribute, descendants, type Element, isShort, type Node } from './tree.ts';

/** The caption, the picture and the file it is a copy of. The caption stays with the top of the picture. */
export function figure(element: Element, context: Context, around: Surroundings): Block[] {
  const blocks: Block[] = [];
  let caption: Content[] = [];
  const isKept = isShort([...descendants(element.children, 'figcaption')]);
  for (const child of element.children) {
    if (isTag(child, 'figcaption')) {
      caption = context.blocksOf(child.children, context, around).map(whole);
      continue;
    }
    if ((isTag(child, 'img') || isTag(child, 'svg')) && caption.length > 0) {
      const [first, ...others] = context.blocksOf([child], context, around);
      const top = first === undefined ? [] : whole(first);
      const content: Content = { stack: [...caption, top], unbreakable: isKept };
      blocks.push({ content }, ...others);
      caption = [];
      continue;
    }
    blocks.push(...context.blocksOf([child], context, around));
  }
  return [...caption.map(content => ({ content })), ...blocks];
}

/** A picture in its pieces, then its file; only the file when the picture is not drawn here. */
export function pictureBlocks(element: Element, context: Context, around: Surroundings): Block[] {
  const source = attribute(element, 'src') ?? '';
  const placed = context.placed.get(source);
  const facts = context.facts.get(source);
  const where =
    facts === undefined ? [] : [' ', code(facts.file), '. Its SHA-256 is ', code(facts.sha256), '.'];
  if (placed === undefined) {
    return context.blocksOf(
      [aside('This picture is not drawn here. It is in the ZIP', where)],
      context,
      around,
    );
  }
  const cut =
    placed.names.length > 1 ? ` It is cut into ${placed.names.length} parts, from top to bottom.` : '';
  const words = `Drawn above is a smaller JPEG copy, for reading only.${cut} The evidentiary copy is in the ZIP:`;
  return [...slices(placed), ...context.blocksOf([aside(words, where)], context, around)];
}

function slices({ width, names }: PlacedPicture): Block[] {
  return names.map(name => ({ content: { image: name, width, margin: [0, 3, 0, 3] } }));
}

function aside(words: string, children: readonly Node[]): Element {
  return { tag: 'p', attributes: { class: 'aside' }, children: [words, ...children] };
}

function code(text: string): Element {
  return { tag: 'code', attributes: {}, children: [text] };
}

function isTag(node: Node, tag: string): node is Element {
  return typeof node !== 'string' && node.tag === tag;
}
