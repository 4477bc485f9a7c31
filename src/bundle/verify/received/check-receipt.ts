import { unzipSync } from 'fflate';
import type { Finding } from '../../../model/finding.ts';
import { type ReceivedEntry, receivedFolder } from '../../../model/received.ts';
import { altered, held, noted } from '../../findings.ts';
import { payloadFolder } from '../../layout.ts';
import type { BundleContents } from '../contents.ts';

/** The verdict that a receipt states first and beside *Result*. */
const words: Readonly<Record<ReceivedEntry['verdict'], string>> = {
  intact: 'Intact',
  altered: 'Altered',
  incomplete: 'Incomplete',
  unreadable: 'Not checked',
};

/** Above any receipt: one with 500 findings has a tenth of this. */
const mostText = 8_000_000; // bytes

/**
 * Whether the receipts beside a received file agree with the record on the check's result and the file's SHA-256. A
 * receipt in another form is a notice: another version or somebody else may have made it.
 */
export async function checkReceipts(
  contents: BundleContents,
  entry: ReceivedEntry,
): Promise<readonly Finding[]> {
  const folder = `${payloadFolder}${receivedFolder(entry.sha256)}`;
  const [text, paper] = [`${folder}receipt.txt`, `${folder}receipt.docx`];
  const found: Finding[] = [];
  if (contents.files.has(text)) found.push(compared(text, entry, await contents.readText(text)));
  if (contents.files.has(paper)) found.push(compared(paper, entry, paperText(await contents.read(paper))));
  return found;
}

function compared(path: string, entry: ReceivedEntry, text: string | undefined): Finding {
  const said = text === undefined ? undefined : statementsIn(text);
  if (said === undefined)
    return noted('received.receipt.not-compared', path, 'This receipt was sealed and could not be compared.');
  const agrees = said.verdicts.every(word => word === words[entry.verdict]) && said.sha256 === entry.sha256;
  return agrees
    ? held('received.receipt.match', path, 'The receipt says what the record says of the file it is for.')
    : altered(
        'received.receipt.mismatch',
        path,
        'The receipt says something else of the file than the record does.',
      );
}

interface Statements {
  readonly verdicts: readonly string[];
  readonly sha256: string;
}

/** Text and Word document differ in line ends and columns, but not in the words and their order. */
function statementsIn(text: string): Statements | undefined {
  const line = text.replace(/\s+/g, ' ');
  const first = /Receipt for a file (?:=+ )?(Intact|Altered|Incomplete|Not checked)\. /i.exec(line)?.[1];
  const result =
    /What the check found (?:-+ )?Result:? (Intact|Altered|Incomplete|Not checked) Checked/i.exec(line)?.[1];
  const digits = /SHA-256 of the file:? ((?:[0-9a-f]+ ?)+)/.exec(line)?.[1]?.replaceAll(' ', '');
  const sha256 = digits?.slice(0, 64);
  if (first === undefined || result === undefined || sha256?.length !== 64) return undefined;
  return { verdicts: [first, result], sha256 };
}

/** The words of a Word document, with a space after each run; undefined when it is not one. */
function paperText(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    const isBody = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) =>
      name === 'word/document.xml' && originalSize <= mostText;
    const body = unzipSync(bytes, { filter: isBody })['word/document.xml'];
    if (body === undefined) return undefined;
    const runs = new TextDecoder().decode(body).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g);
    return [...runs].map(([, run = '']) => run).join(' ');
  } catch {
    return undefined;
  }
}
