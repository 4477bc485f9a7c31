// Must precede pdfmake: it provides the Buffer of Node.
import '../../reports/pdf/in-browser/bytes.ts';
import { exhibitsInOrder, type ReportInput } from '../../reports/input.ts';
import type { ReportFonts } from '../../reports/pdf/print.ts';
import { reportPdf } from '../../reports/pdf/report-pdf.tsx';
import type { PdfReply, PdfRequest } from './pdf-protocol.ts';
import { createReportCopies } from './report-copies.ts';
import { errorOf, type Failure, failureOf } from './worker-answer.ts';

/**
 * The PDF worker of the case page: makes one report after another. It asks the page for each picture instead of opening
 * the log itself, which would double the log's code in the extension.
 */
let answered: (answer: Exclude<PdfRequest, { kind: 'make' }>) => void = () => {};

addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => {
  if (data.kind === 'make') void make(data.input, data.pictureBytes);
  else answered(data);
});

async function make(input: ReportInput, most: number): Promise<void> {
  try {
    const pdf = await reportPdf(input, {
      fonts: await readFonts(),
      pictures: createReportCopies({ read: picturesOf(input), count: exhibitsInOrder(input).length, most }),
      onProgress: progress => reply({ kind: 'progress', progress }),
    });
    reply({ kind: 'made', pdf }, [pdf.buffer]);
  } catch (error) {
    reply(failureOf(error));
  }
}

/** Returns a reader of an exhibit's pictures by folder and path; it gives undefined when there is no such file. */
function picturesOf(input: ReportInput): (directory: string, path: string) => Promise<Blob | undefined> {
  const exhibits = new Map(exhibitsInOrder(input).map(exhibit => [exhibit.entry.directory, exhibit]));
  return async (directory, path) => {
    const { record, entry } = exhibits.get(directory) ?? {};
    const copy = entry?.workingCopies?.find(each => each.path === path);
    const file = copy ?? record?.artifacts.find(artifact => artifact.path === path);
    if (record === undefined || file === undefined) return undefined;
    const answer = await new Promise<Parameters<typeof answered>[0]>(resolve => {
      answered = resolve;
      reply({ kind: 'wanted', picture: { captureId: record.id, sha256: file.sha256, copyId: copy?.id } });
    });
    if (answer.kind === 'picture') return new Blob([answer.bytes], { type: file.mediaType });
    throw errorOf(answer);
  };
}

async function readFonts(): Promise<ReportFonts> {
  const [regular, bold] = await Promise.all([
    readBytes(new URL('../../../assets/fonts/NotoSans-Regular.ttf', import.meta.url)),
    readBytes(new URL('../../../assets/fonts/NotoSans-Bold.ttf', import.meta.url)),
  ]);
  return { regular, bold };
}

async function readBytes(address: URL): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

function reply(message: PdfReply | Failure, moved: Transferable[] = []): void {
  postMessage(message, { transfer: moved });
}
