import type { BundleDocument } from '../../bundle/bundle-input.ts';
import { textBytes } from '../../bundle/layout.ts';
import type { ExportChoice } from '../../model/export-choice.ts';
import { type ReceivedBundle, receivedFolder } from '../../model/received.ts';
import { policeFiles, policePapers } from '../../reports/police/files.ts';
import type { PoliceExtra } from '../../reports/police/police-case.ts';
import { preservationFiles, type RequestFolder, requestFolders } from '../../reports/preservation/files.ts';
import { receiptText } from '../../reports/receipt/receipt-text.ts';
import { recipientRules } from '../../reports/recipients.ts';
import { reportHtml } from '../../reports/report-html.tsx';
import { visibleText } from '../../words/visible-text.ts';
import type { Paper } from '../engine.ts';
import { givenPictures } from '../gather/given-pictures.ts';
import { type Prepared, reportInputOf } from './prepare.ts';
import { printPath, screenPath } from './report-paths.ts';

/**
 * The documents of an export except the two reports: papers for the police, requests to platforms, and the contact
 * sheet if it was chosen. Those that the person left out are not made.
 */
export async function documentsOf(prepared: Prepared): Promise<readonly BundleDocument[]> {
  const input = reportInputOf(prepared, wholePlan(prepared), 1);
  const made = [...(await policeFiles(input, extraOf(prepared))), ...(await requestsOf(prepared))];
  return made.filter(({ path }) => !isLeftOut(path, prepared.choice));
}

/** Whether the report for printing is part of this export. */
export function wantsPrint({ choice }: Prepared): boolean {
  return !isLeftOut(printPath, choice);
}

/** Every document that could be in this export, with its purpose. Makes nothing. */
export function papersOf(prepared: Prepared): readonly Paper[] {
  return [
    { path: screenPath, title: 'Report to read on a screen', purpose: 'The whole case, with pictures.' },
    {
      path: printPath,
      title: 'Report to print',
      purpose: 'The same with page numbers, and smaller copies of the pictures.',
    },
    ...policePapers(reportInputOf(prepared, wholePlan(prepared), 1), extraOf(prepared)),
    ...requestFoldersOf(prepared).map(requestPaper),
    ...prepared.received.map(({ bundle }) => receivedPaper(bundle)),
  ];
}

/** One document as it would be now. Throws when the export would hold none at that path, and for {@link printPath}. */
export async function previewOf(prepared: Prepared, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const everything = { ...prepared, choice: { ...prepared.choice, documentsLeftOut: [] } };
  if (path === screenPath) {
    const documents = papersOf(prepared).map(paper => paper.path);
    return textBytes(reportHtml(reportInputOf(prepared, wholePlan(prepared), 1, documents)));
  }
  const received = prepared.received.find(({ bundle }) => path.startsWith(receivedFolder(bundle.sha256)));
  if (received !== undefined) return new TextEncoder().encode(receiptText(received.bundle));
  const made = (await documentsOf(everything)).find(document => document.path === path);
  if (made === undefined) throw new Error(`no document ${path}`);
  return made.bytes;
}

/** What the police papers may say of the person apart from the case: nothing unless it was chosen. */
function extraOf({ choice, confidential }: Prepared): PoliceExtra {
  return choice.contactSheet && confidential !== undefined ? { confidential } : {};
}

/** A plan of one volume that holds everything, for documents about the whole case. */
function wholePlan({ gathering }: Prepared) {
  return [gathering.exhibits];
}

async function requestsOf(prepared: Prepared): Promise<readonly BundleDocument[]> {
  return recipientRules[prepared.choice.recipient].requests ? preservationFiles(requestInput(prepared)) : [];
}

function requestFoldersOf(prepared: Prepared): readonly RequestFolder[] {
  return recipientRules[prepared.choice.recipient].requests ? requestFolders(requestInput(prepared)) : [];
}

/** Only files that are given are named in the records. */
function requestInput({ gathering, choice, reporter, exportedAt }: Prepared) {
  const exhibits = gathering.exhibits.map(exhibit => {
    const { heldBack } = givenPictures(exhibit, choice);
    const artifacts = exhibit.record.artifacts.filter(({ path }) => !heldBack.includes(path));
    return { ...exhibit, record: { ...exhibit.record, artifacts } };
  });
  return { case: gathering.caseFile, exhibits, reporter, madeAt: exportedAt };
}

function requestPaper({ path, recipient }: RequestFolder): Paper {
  return {
    path,
    title: `Request to ${recipient}`,
    purpose: 'Asks them to keep their data: a letter for the police to send, and the list of posts.',
    shown: `${path}request.docx`,
  };
}

function receivedPaper({ name, sha256 }: ReceivedBundle): Paper {
  return {
    path: receivedFolder(sha256),
    title: `Received file ${visibleText(name)}`,
    purpose: 'The file as it was received, unchanged, and the receipt for it.',
    shown: `${receivedFolder(sha256)}receipt.txt`,
  };
}

/** Whether a document, or the folder that it is in, is left out. */
function isLeftOut(path: string, { documentsLeftOut }: ExportChoice): boolean {
  return documentsLeftOut.some(each => each === path || (each.endsWith('/') && path.startsWith(each)));
}
