type Pack = (overrides: readonly { readonly path: string; readonly data: string }[]) => Promise<Uint8Array>;

/** 1980-01-01 00:00, the earliest moment that a ZIP can hold (APPNOTE.TXT 4.4.6): time, then date. */
const zipEpoch = [0, 0, 0x21, 0] as const;

const coreProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Holdfast</dc:creator></cp:coreProperties>`;

/**
 * Packs a document without the moment of packing, which docx writes into the properties and into every header of the
 * ZIP. The letter bears its own date, and the same letter must be the same file.
 */
export async function withFixedDates(pack: Pack): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await pack([{ path: 'docProps/core.xml', data: coreProperties }]));
  const view = new DataView(bytes.buffer);
  // APPNOTE.TXT 4.3.16: without a comment the end record is the last 22 bytes; 10 entries, 16 directory.
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('no end of the ZIP directory');
  let entry = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    // 4.3.12 central header: 12 date and time, 28 lengths of name, extra field and comment, 42 local header.
    bytes.set(zipEpoch, entry + 12);
    // 4.3.7 local header: 10 date and time.
    bytes.set(zipEpoch, view.getUint32(entry + 42, true) + 10);
    const lengths = [28, 30, 32].map(offset => view.getUint16(entry + offset, true));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return bytes;
}
