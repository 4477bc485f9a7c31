import type { Content } from 'pdfmake/interfaces.js';
import type { Block } from './block.ts';
import { chart } from './chart.ts';
import { type Context, contentOf, type Surroundings } from './context.ts';
import { figure, pictureBlocks } from './figure.ts';
import { colours, type InlineStyle, inlinesOf } from './inline.ts';
import { fields, framed, table } from './tables.ts';
import { attribute, type Element, hasClass, isShort, type Node, textOf } from './tree.ts';

const inlineTags = new Set(
  'a abbr b bdi bdo br cite code dfn em i kbd mark q s small span strong sub sup time u var'.split(' '),
);

const notice = { line: colours.mark, fill: '#fff6e5' } as const;

const headings: Readonly<Record<string, { readonly fontSize: number; readonly above: number }>> = {
  h1: { fontSize: 20, above: 0 },
  h2: { fontSize: 14, above: 4 },
  h3: { fontSize: 11, above: 7 },
  h4: { fontSize: 9.5, above: 6 },
};

/** The nodes as blocks, one below the other. Anything between two blocks becomes a paragraph. */
export function blocksOf(nodes: readonly Node[], context: Context, around: Surroundings): Block[] {
  const blocks: Block[] = [];
  let line: Node[] = [];
  const endLine = () => {
    if (textOf(line) !== '') blocks.push(paragraph(line, context, around));
    line = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || inlineTags.has(node.tag)) {
      line.push(node);
      continue;
    }
    endLine();
    context.places.announce(attribute(node, 'id'));
    blocks.push(...elementBlocks(node, context, around));
  }
  endLine();
  return blocks;
}

function elementBlocks(element: Element, context: Context, around: Surroundings): Block[] {
  const { tag, children } = element;
  const heading = headings[tag];
  if (heading !== undefined) return [headingBlock(element, heading, context, around)];
  switch (tag) {
    case 'p':
      return [classedParagraph(element, context, around)];
    case 'ul':
    case 'ol':
      return [list(element, context, around)];
    case 'dl':
      return [fields(element, context, around)];
    case 'table':
      return [table(element, context, around)];
    case 'blockquote':
      return [quote(element, context, around)];
    case 'figure':
      return figure(element, context, around);
    case 'img':
      return pictureBlocks(element, context, around);
    case 'svg':
      return [{ content: chart(element, context) }];
    case 'section':
      return section(element, context, around);
    case 'hr':
    case 'style':
    case 'script':
    case 'template':
      return [];
    default:
      return blocksOf(children, context, around);
  }
}

function section(element: Element, context: Context, around: Surroundings): Block[] {
  if (hasClass(element, 'notice')) {
    const content = contentOf(element.children, context, around);
    return [{ content: framed(content, notice) }];
  }
  if (!hasClass(element, 'sheet')) return blocksOf(element.children, context, around);
  const inSheet = { ...around, isInSheet: true };
  // A part is a short section, so it continues on the sheet of the one before it.
  if (hasClass(element, 'part')) return blocksOf(element.children, context, inSheet);
  const [first, ...others] = blocksOf(element.children, context, inSheet);
  return first === undefined ? [] : [{ ...first, startsSheet: true }, ...others];
}

function headingBlock(
  element: Element,
  { fontSize, above }: { readonly fontSize: number; readonly above: number },
  context: Context,
  around: Surroundings,
): Block {
  const words = textOf(element.children);
  const isIndexed = element.tag === 'h2' && around.isInSheet;
  if (isIndexed) context.places.announce(`index-${context.index.length + 1}`);
  const inlines = inlinesOf(element.children, { ...styleOf(context, around), bold: true });
  context.places.keepLinks(inlines);
  const id = context.places.take();
  if (isIndexed && id !== undefined) context.index.push({ text: words, id });
  const content: Content = {
    text: inlines,
    fontSize,
    margin: [0, above, 0, 4],
    ...(id !== undefined && { id }),
    ...(isIndexed && { outline: true, outlineText: words }),
  };
  return { content, isHeading: true };
}

function classedParagraph(element: Element, context: Context, around: Surroundings): Block {
  const isQuiet = hasClass(element, 'aside') || hasClass(element, 'kind');
  const block = paragraph(element.children, context, isQuiet ? { ...around, color: colours.quiet } : around);
  if (!hasClass(element, 'notice')) return block;
  if (block.head === undefined) return { content: framed(block.content, notice) };
  return { head: framed(block.head, notice), content: [] };
}

/** Unless it is long, a paragraph is kept whole with the heading above it. */
function paragraph(nodes: readonly Node[], context: Context, around: Surroundings): Block {
  const inlines = inlinesOf(nodes, styleOf(context, around));
  context.places.keepLinks(inlines);
  const id = context.places.take();
  const content: Content = {
    text: inlines,
    margin: around.isTight ? [0, 0, 0, 1] : [0, 2, 0, 4],
    ...(id !== undefined && { id }),
  };
  return isShort(nodes) && !around.isTight ? { content: [], head: content } : { content };
}

function list(element: Element, context: Context, around: Surroundings): Block {
  const items = element.children.filter(node => typeof node !== 'string');
  const contents = items.map((item): Content => {
    context.places.announce(attribute(item, 'id'));
    const content = contentOf(item.children, context, { ...around, isTight: true });
    return { stack: [content], margin: [0, 1, 0, 1], unbreakable: isShort(item.children) };
  });
  const margin: [number, number, number, number] = [0, 2, 0, 4];
  const look = hasClass(element, 'files') ? { type: 'none' as const } : {};
  const content: Content =
    element.tag === 'ol' ? { ol: contents, margin } : { ul: contents, margin, ...look };
  // A short list is kept whole with the heading above it.
  const isKept = contents.length < 8 && isShort(element.children) && !around.isTight;
  return isKept ? { head: content, content: [] } : { content };
}

function quote(element: Element, context: Context, around: Surroundings): Block {
  const inlines = inlinesOf(element.children, { ...styleOf(context, around), keepsLines: true });
  context.places.keepLinks(inlines);
  const id = context.places.take();
  const text: Content = { text: inlines, preserveLeadingSpaces: true, ...(id !== undefined && { id }) };
  const content = framed(text, { bar: colours.line, fill: '#f4f4f4' });
  return isShort(element.children) ? { head: content, content: [] } : { content };
}

function styleOf(context: Context, around: Surroundings): InlineStyle {
  return {
    characters: context.characters,
    isNarrow: around.isNarrow,
    ...(around.color !== undefined && { color: around.color }),
    ...(around.bold !== undefined && { bold: around.bold }),
  };
}
