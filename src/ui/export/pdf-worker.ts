// Before pdfmake: it stands in for Node's Buffer.
import '../../reports/pdf/in-browser/bytes.ts';
import { openLog } from '../../evidence/open-log.ts';
import { faultCodeOf } from '../../model/fault.ts';
import { exhibitsInOrder, type ReportInput } from '../../reports/input.ts';
import type { ReportFonts } from '../../reports/pdf/print.ts';
import { reportPdf } from '../../reports/pdf/report-pdf.tsx';
import type { PdfReply, PdfRequest } from './pdf-protocol.ts';
import { createReportCopies } from './report-copies.ts';

/** The PDF worker of the case page: makes one report after the other, with the pictures from the log. */
const { reader } = openLog({ now: () => new Date() });

addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => void answer(data));

async function answer({ input }: PdfRequest): Promise<void> {
  try {
    const pdf = await reportPdf(input, {
      fonts: await readFonts(),
      pictures: createReportCopies({
        read: picturesOf(input),
        count: exhibitsInOrder(input).length,
      }),
      onProgress: progress => reply({ kind: 'progress', progress }),
    });
    reply({ kind: 'made', pdf }, [pdf.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply({ kind: 'failed', code: faultCodeOf(error), message });
  }
}

/** Reads a picture of an exhibit by its folder and path; undefined when the exhibit has no such file. */
function picturesOf(input: ReportInput): (directory: string, path: string) => Promise<Blob | undefined> {
  const exhibits = new Map(exhibitsInOrder(input).map(exhibit => [exhibit.entry.directory, exhibit]));
  return async (directory, path) => {
    const exhibit = exhibits.get(directory);
    const file = exhibit?.record.artifacts.find(artifact => artifact.path === path);
    if (exhibit === undefined || file === undefined) return undefined;
    const bytes = await reader.openArtifact(exhibit.record.id, file.sha256);
    return new Blob([bytes], { type: file.mediaType });
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

function reply(message: PdfReply, moved: Transferable[] = []): void {
  postMessage(message, { transfer: moved });
}
