import type { Content } from 'pdfmake/interfaces.js';

/** One piece of the document from top to bottom. */
export interface Block {
  readonly content: Content;
  /** A heading stays on the sheet of what follows it. */
  readonly isHeading?: boolean;
  /** The beginning of the block, which stays with the heading above it. `content` follows. */
  readonly head?: Content;
  readonly startsSheet?: boolean;
}

/** The contents of the blocks in order, each heading on one sheet with the beginning of what follows it. */
export function joinedBlocks(blocks: readonly Block[]): Content[] {
  const contents: Content[] = [];
  let kept: Block[] = [];
  for (const block of blocks) {
    if (block.startsSheet) {
      contents.push(...together(kept));
      kept = [];
    }
    kept.push(block);
    if (block.isHeading) continue;
    contents.push(...together(kept));
    kept = [];
  }
  return [...contents, ...together(kept)];
}

/** The block by itself, with its head unbroken: a head always fits on one sheet. */
export function whole({ head, content }: Block): Content {
  return head === undefined ? content : { stack: [{ stack: [head], unbreakable: true }, content] };
}

function together(blocks: readonly Block[]): Content[] {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return [];
  const isKept = blocks.length > 1 && last.head !== undefined;
  const kept = isKept ? [...blocks.slice(0, -1).map(block => block.content), last.head ?? []] : [];
  const parts = isKept ? [{ stack: kept, unbreakable: true }, last.content] : blocks.map(whole);
  return first.startsSheet ? [{ stack: [parts[0] ?? []], pageBreak: 'before' }, ...parts.slice(1)] : parts;
}
