import type { ReceivedBundle } from '../../model/received.ts';
import { paperDocx } from '../document/docx.ts';
import { receiptPaper } from './receipt-paper.ts';
import { receiptText } from './receipt-text.ts';

/** A file of a receipt; `name` is without folders. */
export interface ReceiptFile {
  readonly name: 'receipt.docx' | 'receipt.txt';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The receipt as a Word document and as text. The same bundle gives the same bytes. */
export async function receiptFiles(bundle: ReceivedBundle): Promise<readonly ReceiptFile[]> {
  return [
    { name: 'receipt.docx', bytes: await paperDocx(receiptPaper(bundle)) },
    { name: 'receipt.txt', bytes: new TextEncoder().encode(receiptText(bundle)) },
  ];
}
