import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import printer from 'pdfmake/js/Printer.js';

const Printer = 'default' in printer ? printer.default : printer;

/** The bytes of two TrueType files. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** What a document is printed from. Pictures are JPEG files, by their name in the document. */
export interface PrintRequest {
  readonly definition: TDocumentDefinitions;
  readonly fonts: ReportFonts;
  readonly pictures: Map<string, Uint8Array>;
  /** Called with the share that is done, from 0 to 1. */
  readonly onProgress: (fraction: number) => void;
}

/** The font family for a definition. */
export const fontFamily = 'Noto Sans';

/**
 * Lays out the document and returns its bytes. Each picture is removed from the map when it is placed, so that it is
 * held only once. Nothing is fetched and no file is read: only the given names resolve.
 */
export async function print({
  definition,
  fonts,
  pictures,
  onProgress,
}: PrintRequest): Promise<Uint8Array<ArrayBuffer>> {
  const faces: Readonly<Record<string, Uint8Array>> = { regular: fonts.regular, bold: fonts.bold };
  const files = {
    existsSync: (name: unknown) => typeof name === 'string' && (name in faces || pictures.has(name)),
    readFileSync: (name: string) => {
      const bytes = faces[name] ?? pictures.get(name);
      if (bytes === undefined) throw new Error(`no file ${name}`);
      if (!pictures.delete(name)) return bytes;
      // pdfkit accepts bytes of the browser only as a whole buffer.
      return bytes.buffer.byteLength === bytes.length ? (bytes.buffer as ArrayBuffer) : bytes.slice().buffer;
    },
  };
  const noAddresses = { resolve: () => {}, resolved: async () => {} };
  const family = { [fontFamily]: { normal: 'regular', bold: 'bold' } };
  const names = Object.fromEntries([...pictures.keys()].map(name => [name, name]));
  const document = await new Printer(family, files, noAddresses, () => false).createPdfKitDocument(
    { ...definition, images: names },
    { progressCallback: onProgress },
  );
  return collected(document);
}

function collected(document: Awaited<ReturnType<InstanceType<typeof Printer>['createPdfKitDocument']>>) {
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', chunk => chunks.push(chunk));
    document.on('end', () => resolve(concatenated(chunks)));
    document.on('error', reject);
    document.end();
  });
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
