import { type Concern, isActive, isStrange } from './concern.ts';
import { type PdfObject, PdfReader } from './pdf-reader.ts';

const notOurs = isStrange(
  'This PDF is not built as Holdfast builds one. It may hold parts that do something when it is opened.',
);

/**
 * Keys and values by which a PDF (ISO 32000-2, 7.11, 12.6 and 12.7) runs, opens or sends something or contains other
 * files, or hides objects from a reader that does not decompress them. The report has none.
 */
const acting = new Set(
  'OpenAction AA JavaScript JS Launch URI URL SubmitForm ResetForm ImportData GoToR GoToE GoTo3DView Thread Movie Sound Rendition RichMedia RichMediaExecute Screen Named Hide SetOCGState Trans XFA AcroForm Widget EmbeddedFile EmbeddedFiles Filespec FileAttachment EF RF UF AF Collection 3D PrinterMark Encrypt ObjStm XRef XRefStm'.split(
    ' ',
  ),
);

/** Layers that may differ between paper and screen (ISO 32000-2, 8.11), and notes laid over a page. */
const layered = new Set('OCProperties OCG OCMD OCGs FreeText Stamp Redact Watermark Popup'.split(' '));

const hidden = isStrange(
  'This PDF has parts that can be shown or hidden, or that lie over the page. One program shows it otherwise than another. Holdfast writes no such PDF.',
);

/**
 * Whether a PDF could act when it is opened. It must have the report's structure, so that no object is hidden from this
 * check: objects in sequence, one list of exactly these objects, nothing after it.
 */
export function examinePdf(bytes: Uint8Array): readonly Concern[] {
  const file = readFile(bytes);
  if (file === undefined) return [notOurs];
  if (file.some(({ names }) => names.some(name => layered.has(name)))) return [hidden];
  if (!file.some(object => object.names.some(name => acting.has(name)) || object.hasOutsideData)) return [];
  return [
    isActive(
      'This PDF can do something when it is opened or clicked: run a program, open an address or another file. Holdfast writes no such PDF. Do not open it.',
    ),
  ];
}

/** The objects and the trailer; undefined when the file has any other structure. */
function readFile(bytes: Uint8Array): readonly PdfObject[] | undefined {
  const reader = new PdfReader(bytes);
  if (!reader.header()) return undefined;
  const objects: PdfObject[] = [];
  const places = new Map<number, number>();
  for (let place = reader.at; ; place = reader.at) {
    const number = reader.objectStart();
    if (number === undefined) break;
    const object = reader.object();
    if (object === undefined || places.has(number)) return undefined;
    places.set(number, place);
    objects.push(object);
  }
  const listAt = reader.at;
  const listed = reader.crossReferences();
  const trailer = listed && reader.trailer(listAt);
  if (listed === undefined || trailer === undefined) return undefined;
  if (listed.size !== places.size) return undefined;
  for (const [number, place] of listed) if (places.get(number) !== place) return undefined;
  return [...objects, trailer];
}
