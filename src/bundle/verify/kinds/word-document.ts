import { unzipSync } from 'fflate';
import { type Concern, isActive, isStrange } from './concern.ts';
import { type MarkupAttribute, readMarkup } from './markup.ts';

/** Far above any document: number of parts, and bytes of all parts unpacked, absolute and for each byte of the file. */
const limits = { parts: 60, bytes: 1_000_000, times: 100 } as const;

/** The parts of Holdfast's documents, which contain only text and its formatting. */
const partName =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:core|app|custom)\.xml|word\/(?:document|styles|settings|fontTable|numbering|footnotes|endnotes|comments|header\d{1,3}|footer\d{1,3})\.xml|word\/theme\/theme1\.xml|word\/_rels\/(?:document|styles|settings|fontTable|numbering|footnotes|endnotes|comments|header\d{1,3}|footer\d{1,3})\.xml\.rels)$/;

const notOurs = isStrange('This is not a Word document as Holdfast makes one. Do not open it.');
const active = isActive(
  'This Word document can do something when it is opened: run a program, or load something from elsewhere. Holdfast writes no such document. Do not open it.',
);

const double = isStrange(
  'This Word document holds text that is hidden or marked as changed: one program shows it, another does not. Holdfast writes none. Do not go by it.',
);

/**
 * Whether a Word document (ECMA-376) could act when it is opened: macros, embedded objects, a template or another part
 * from elsewhere, fields that run or load. It is read as a ZIP, within bounds.
 */
export function examineWordDocument(bytes: Uint8Array): readonly Concern[] {
  const parts = unpacked(bytes);
  if (parts === undefined) return [notOurs];
  const unknown = [...parts.keys()].filter(name => !partName.test(name));
  if (unknown.length > 0) return [isTelling(unknown) ? active : notOurs];
  if (!parts.has('[Content_Types].xml') || !parts.has('word/document.xml')) return [notOurs];
  for (const [name, content] of parts) {
    const text = textOf(content);
    if (text === undefined) return [notOurs];
    const part = new Part(name);
    const stopped = readMarkup(text, part);
    if (part.isActive) return [active];
    if (part.isDouble) return [double];
    if (stopped !== undefined) return [notOurs];
  }
  return [];
}

/** Names that show by themselves what the part does. */
function isTelling(names: readonly string[]): boolean {
  return names.some(name =>
    /vba|macro|embeddings?\/|activex|\.bin$|customui|attachedtoolbars|afchunk/i.test(name),
  );
}

/** The parts by name; undefined when it is not a ZIP of such parts, repeats one, or unpacks to too many bytes. */
function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  const names = new Set<string>();
  let total = 0;
  const within = (name: string, size: number): boolean => {
    total += size;
    const isFit =
      !names.has(name) && names.size < limits.parts && total <= limits.bytes + limits.times * bytes.length;
    names.add(name);
    return isFit;
  };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return undefined;
  let isRefused = false;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!within(name, originalSize)) isRefused = true;
        // Unknown parts need not be unpacked.
        return !isRefused && partName.test(name);
      },
    });
    if (isRefused) return undefined;
    return new Map([...names].map(name => [name, files[name] ?? new Uint8Array()]));
  } catch {
    return undefined;
  }
}

function textOf(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** Elements that hold, load or run something, by local name. */
const actingElements =
  /^(?:altchunk|object|oleobject|control|subdoc|attachedtemplate|hyperlink|mailmerge|datasource|query|movie|src|linkedtofile|externaldata|externalbook|imagedata|blip|contentpart|fldsimple|webpublishobjects|script|documentprotection)$/;

/** Elements that readers may show differently: hidden text, tracked changes, alternatives. */
const doubleElements =
  /^(?:vanish|webhidden|specvanish|ins|del|movefrom|moveto|cellins|celldel|alternatecontent|rprchange|pprchange)$/;

const fieldText = /^(?:del)?instrtext$/;
const harmlessFields = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\s*$/;

/** The permitted relationships of a part: other parts of the same document. */
const relatedParts =
  /\/(?:officeDocument|core-properties|extended-properties|custom-properties|styles|numbering|footnotes|endnotes|settings|header|footer|theme|fontTable|comments)$/;

class Part {
  isActive = false;
  isDouble = false;
  readonly #isList: boolean;
  #isInField = false;

  constructor(name: string) {
    this.#isList = name.endsWith('.rels');
  }

  open(name: string, attributes: readonly MarkupAttribute[]): void {
    const local = name.replace(/^.*:/, '');
    // A field's text is one run; one that is split over several could be anything.
    if (actingElements.test(local) || this.#isInField) this.isActive = true;
    if (doubleElements.test(local)) this.isDouble = true;
    if (fieldText.test(local)) this.#isInField = true;
    if (local === 'relationship') this.#relationship(attributes);
    for (const { name: own, value } of attributes) {
      if (own === 'contenttype' && /macro|vba|oleobject|activex|template|msword/i.test(value))
        this.isActive = true;
      if (!this.#isList && /(?:^|:)(?:link|href)$/.test(own) && value !== '') this.isActive = true;
    }
  }

  close(): void {
    this.#isInField = false;
  }

  text(written: string): void {
    if (this.#isInField && !harmlessFields.test(written)) this.isActive = true;
  }

  #relationship(attributes: readonly MarkupAttribute[]): void {
    const of = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value;
    const mode = of('targetmode');
    const isWithin = mode === undefined || mode === 'Internal';
    const isPart = /^\/?[A-Za-z0-9]+(?:\/[A-Za-z0-9]+)*\.xml$/.test(of('target') ?? '');
    if (!isWithin || !isPart || !relatedParts.test(of('type') ?? '')) this.isActive = true;
  }
}
