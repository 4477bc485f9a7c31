import { coveringNoteDocx, ownDataLetterDocx, requestDocx } from './documents.ts';
import { itemsCsv, itemsJson } from './items-table.ts';
import { type PreservationInput, type PreservationRequest, preservationRequests } from './requests.ts';

/** A document other than the exhibits. `path` is plain ASCII and relative to the folder of all documents. */
export interface PreservationFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A bundle is limited to 1,000 files and must have room for the exhibits. Only a case over very many websites comes
 * near this; further drafts can be made from the case page.
 */
const mostRequests = 40;

/** Every draft, under `preservation/<platform>/`. When there are too many, those with the most items. */
export async function preservationFiles(input: PreservationInput): Promise<readonly PreservationFile[]> {
  const requests = preservationRequests(input);
  const chosen = requests.toSorted((a, b) => b.items.length - a.items.length).slice(0, mostRequests);
  const files: PreservationFile[] = [];
  for (const request of requests.filter(each => chosen.includes(each)))
    files.push(...(await filesOf(request)));
  const leftOut = requests.filter(request => !chosen.includes(request));
  if (leftOut.length === 0) return files;
  return [...files, { path: 'preservation/not-drafted.txt', bytes: textBytes(leftOutText(leftOut)) }];
}

/** The folder of one request, relative to `data/`, and the name of its recipient. */
export interface RequestFolder {
  readonly path: string;
  readonly recipient: string;
}

/** The folders that {@link preservationFiles} would fill. Makes nothing. */
export function requestFolders(input: PreservationInput): readonly RequestFolder[] {
  return preservationRequests(input)
    .toSorted((a, b) => b.items.length - a.items.length)
    .slice(0, mostRequests)
    .map(({ recipient }) => ({ path: `preservation/${recipient.key}/`, recipient: recipient.name }));
}

async function filesOf(request: PreservationRequest): Promise<readonly PreservationFile[]> {
  const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({
    path: `preservation/${request.recipient.key}/${name}`,
    bytes,
  });
  const files = [
    file('request.docx', await requestDocx(request)),
    file('items.csv', textBytes(itemsCsv(request))),
    file('items.json', textBytes(itemsJson(request))),
  ];
  if (request.reporter.capacity === 'officer') return files;
  return [
    ...files,
    file('covering-note.docx', await coveringNoteDocx(request)),
    file('own-data.docx', await ownDataLetterDocx(request)),
  ];
}

function leftOutText(requests: readonly PreservationRequest[]): string {
  const lines = requests.map(({ recipient, items }) => `${recipient.key}: ${items.length} exhibits`);
  return `Too many websites for one bundle. No draft stands here for:\n\n${lines.join('\n')}\n`;
}

function textBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
