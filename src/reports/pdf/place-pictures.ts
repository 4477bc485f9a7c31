import type { PlacedPicture } from './context.ts';
import { copyWidth, type PicturePort } from './copies.ts';
import { attribute, descendants, type Node } from './tree.ts';

/** Progress of making the PDF: first the pictures, counted, then the pages, in hundredths. */
export interface PdfProgress {
  readonly phase: 'pictures' | 'pages';
  readonly done: number;
  readonly total: number;
}

interface Request {
  readonly nodes: readonly Node[];
  readonly pictures: PicturePort;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: PdfProgress) => void;
}

/** The pictures by their address in the report, and their bytes by their name in the document. */
export interface PlacedPictures {
  readonly placed: ReadonlyMap<string, PlacedPicture>;
  readonly bytes: Map<string, Uint8Array>;
}

/**
 * Fetches the first picture of every exhibit that the report shows, one after another. Throws the signal's reason when
 * it is aborted.
 */
export async function placePictures({
  nodes,
  pictures,
  signal,
  onProgress,
}: Request): Promise<PlacedPictures> {
  const placed = new Map<string, PlacedPicture>();
  const bytes = new Map<string, Uint8Array>();
  const wanted = firstOfEach([...descendants(nodes, 'img')].map(image => attribute(image, 'src') ?? ''));
  for (const [done, { source, directory, path }] of wanted.entries()) {
    signal?.throwIfAborted();
    onProgress({ phase: 'pictures', done, total: wanted.length });
    const copy = await pictures(directory, path);
    if (copy === undefined || copy.slices.length === 0) continue;
    const names = copy.slices.map(({ jpeg }, slice) => {
      const name = `${source}#${slice + 1}`;
      bytes.set(name, jpeg);
      return name;
    });
    placed.set(source, { width: copyWidth(copy), names });
  }
  signal?.throwIfAborted();
  onProgress({ phase: 'pictures', done: wanted.length, total: wanted.length });
  return { placed, bytes };
}

interface Wanted {
  readonly source: string;
  readonly directory: string;
  readonly path: string;
}

/** The first address in each folder `exhibits/…`, so that an exhibit has one picture. */
function firstOfEach(sources: readonly string[]): readonly Wanted[] {
  const found = new Map<string, Wanted>();
  for (const source of sources) {
    const [, directory, path] = /^(exhibits\/[^/]+)\/(.+)$/.exec(source) ?? [];
    if (directory === undefined || path === undefined || found.has(directory)) continue;
    found.set(directory, { source, directory, path });
  }
  return [...found.values()];
}
