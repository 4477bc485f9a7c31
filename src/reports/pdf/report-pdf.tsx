import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { exhibitsInOrder, type ReportInput } from '../input.ts';
import { Report } from '../report/report.tsx';
import { joinedBlocks } from './block.ts';
import { blocksOf } from './blocks.ts';
import { characterMap } from './character-map.ts';
import { type Context, type PictureFacts, Places } from './context.ts';
import type { PicturePort } from './copies.ts';
import { sheetFooter, sheetHeader, sheetMargins } from './frame.ts';
import { indexPages } from './index-pages.ts';
import { colours } from './inline.ts';
import { type PdfProgress, placePictures } from './place-pictures.ts';
import { fontFamily, print, type ReportFonts } from './print.ts';
import { elementsOf, type Node, without } from './tree.ts';

/** Sources of the pictures and fonts, and how to stop and watch the work. */
export interface PdfPorts {
  readonly pictures: PicturePort;
  readonly fonts: ReportFonts;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PdfProgress) => void;
}

/**
 * `data/report.pdf`, made from the elements of the HTML report: the cover, an index with page numbers, then every
 * section without the details of each recording. Only the first picture of an exhibit is drawn, as a smaller copy. The
 * same input, pictures and fonts give the same bytes. Rejects with the signal's reason when it is aborted between two
 * pictures.
 */
export async function reportPdf(
  input: ReportInput,
  { pictures, fonts, signal, onProgress = () => {} }: PdfPorts,
): Promise<Uint8Array<ArrayBuffer>> {
  const nodes = without(elementsOf(<Report input={input} />), forScreens);
  const { placed, bytes } = await placePictures({ nodes, pictures, signal, onProgress });
  const context: Context = {
    characters: { regular: characterMap(fonts.regular), bold: characterMap(fonts.bold) },
    placed,
    facts: pictureFacts(input),
    places: new Places(),
    index: [],
    blocksOf,
  };
  const definition = definitionOf(input, nodes, context);
  let reported = -1;
  return await print({
    definition,
    fonts,
    pictures: bytes,
    onProgress: fraction => {
      const done = Math.floor(fraction * 100);
      if (done !== reported) onProgress({ phase: 'pages', done, total: 100 });
      reported = done;
    },
  });
}

function definitionOf(input: ReportInput, nodes: readonly Node[], context: Context): TDocumentDefinitions {
  const { caseRecord } = input;
  const parts = nodes.flatMap(node =>
    typeof node !== 'string' && node.tag === 'main' ? node.children : [node],
  );
  const isCover = (node: Node) => typeof node !== 'string' && node.tag === 'header';
  const around = { isInSheet: false, isTight: false, isNarrow: false };
  const cover = joinedBlocks(blocksOf(parts.filter(isCover), context, around));
  const others = joinedBlocks(
    blocksOf(
      parts.filter(node => !isCover(node)),
      context,
      around,
    ),
  );
  context.places.settle();
  const made = new Date(caseRecord.exportedAt);
  return {
    content: [...cover, ...indexPages(context), ...others],
    header: sheetHeader(input, context.characters),
    footer: sheetFooter(),
    pageSize: 'A4',
    pageMargins: sheetMargins,
    defaultStyle: { font: fontFamily, fontSize: 8.5, color: colours.text, lineHeight: 1.05 },
    version: '1.7',
    language: 'en-GB',
    displayTitle: true,
    info: {
      title: 'Report of recorded web pages',
      creator: `${caseRecord.software.name} ${caseRecord.software.version}`,
      creationDate: made,
      modDate: made,
    },
  };
}

/**
 * Classes that are not printed: the list of links, which the index replaces, the line that a browser repeats, and the
 * details of each recording, which `report.html` and `capture.json` hold in full.
 */
const forScreens = ['contents', 'running', 'detail'];

function pictureFacts(input: ReportInput): ReadonlyMap<string, PictureFacts> {
  return new Map(
    exhibitsInOrder(input).flatMap(({ entry, record }) =>
      [...record.artifacts, ...(entry.workingCopies ?? [])].map(({ path, sha256 }) => {
        const file = `${entry.directory}/${path}`;
        return [file, { file: `data/${file}`, sha256 }] as const;
      }),
    ),
  );
}
