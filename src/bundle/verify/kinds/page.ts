import { type Concern, isActive, isStrange } from './concern.ts';
import { type MarkupAttribute, plainText, readMarkup } from './markup.ts';
import { styleReferences } from './style-sheet.ts';
import { Words } from './words.ts';

/** Which page it is; this decides whether its pictures are files of the exhibits or inside the page itself. */
export type PageKind = 'report' | 'copy';

/** What a page shows, as far as it helps to identify the page. */
export interface ShownPage {
  readonly title: string;
  readonly words: Words;
}

/** What is wrong with a page, and what it shows. */
export interface PageExamination {
  readonly concerns: readonly Concern[];
  readonly shown: ShownPage;
}

/**
 * Whether a page could act when it is opened: run a program, load something, navigate or send. `text` is the whole
 * file. The copy and the report contain only what Holdfast writes, so a page written in any other form is a concern
 * too, because browsers may read it differently.
 */
export function examinePage(text: string, kind: PageKind): PageExamination {
  const page = new Page(kind);
  const stopped = readMarkup(text, page);
  if (stopped !== undefined)
    page.concerns.push(
      isActive('This page is not written as Holdfast writes one. What a browser makes of it is not known.'),
    );
  if (!page.saysUtf8 && /\+[A-Za-z0-9/]{2,}-/.test(text) && readsAsUtf7(text))
    page.concerns.push(
      isStrange('Its letters are written in a way (UTF-7) that can hide a program. Do not open it.'),
    );
  return { concerns: page.concerns, shown: { title: plainText(page.title), words: page.words } };
}

/** Elements that run, load, play, send or change the page, none of which Holdfast writes. */
const elements: Readonly<Record<string, string>> = {
  ...named('program', 'script noscript handler listener applet object embed'),
  ...named(
    'elsewhere',
    'iframe frame frameset portal fencedframe link base bgsound source track video audio param',
  ),
  ...named('change', 'animate set animatemotion animatetransform animatecolor discard keygen'),
  ...named('strange', 'xmp plaintext noembed noframes'),
};

function named(what: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map(name => [name, what]));
}

const sentences: Readonly<Record<string, string>> = {
  program: 'This page holds a program. Holdfast writes none. Do not open it in a browser.',
  elsewhere:
    'This page loads something from somewhere else when it is opened. Holdfast writes no such page. Do not open it in a browser.',
  leads:
    'This page has a link that leads out of it or runs a program. Holdfast writes none. Do not click in it.',
  sends: 'This page can send what is typed into it to somebody. Holdfast writes no such page.',
  moves: 'This page sends whoever opens it somewhere else. Do not open it in a browser.',
  change: 'This page changes by itself after it is opened. Holdfast writes no such page.',
  strange: 'This page has a part that browsers read each in their own way. Holdfast writes none.',
  letters: 'This page says that it is not in UTF-8. What a browser shows is then not what is written.',
  unused: 'Part of its style sheet names something elsewhere. The page forbids that it is loaded.',
};

const addresses =
  /^(?:src|href|xlink:href|action|formaction|poster|background|cite|longdesc|data|codebase|classid|profile|usemap|dynsrc|lowsrc|manifest|icon|archive|ping|attributionsrc|itemid|srcset|imagesrcset|srcdoc)$/;
/** Attributes of drawings that may hold an address as a style does. */
const painted = /^(?:fill|stroke|filter|mask|mask-image|clip-path|marker.*|cursor|color-profile|style)$/;
const pictures = /^(?:img|image|feimage|input)$/;
const harmlessData =
  /^data:\s*(?:image\/[\w.+-]+|font\/[\w.+-]+|application\/(?:x-)?font[\w.+-]*|application\/vnd\.ms-fontobject)\s*[;,]/i;
/** What replaces something that could not be fetched. */
const deadData = /^data:,/i;
const exhibitFile = /^exhibits\/[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\.[a-z0-9]{1,5}$/;
/** The policy that Holdfast writes first into every copy: nothing runs and nothing is loaded. */
const ownPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

const longestTitle = 2_000;

class Page {
  readonly concerns: Concern[] = [];
  saysUtf8 = false;
  title = '';
  readonly words = new Words();
  #inTitle = false;
  #titles = 0;
  readonly #kind: PageKind;
  readonly #reported = new Set<string>();
  #hasDrawing = false;
  #opened = 0;
  #isGuarded = false;

  constructor(kind: PageKind) {
    this.#kind = kind;
  }

  open(name: string, attributes: readonly MarkupAttribute[]): void {
    this.#opened += 1;
    if (name === 'svg' || name === 'math') this.#hasDrawing = true;
    if (name === 'title') {
      this.#inTitle = true;
      this.#titles += 1;
    }
    const what = Object.hasOwn(elements, name) ? elements[name] : undefined;
    if (what !== undefined) this.#tell(what);
    if (name === 'meta') this.#meta(attributes);
    for (const attribute of attributes) this.#attribute(name, attribute);
  }

  close(name: string): void {
    if (name === 'title') this.#inTitle = false;
  }

  text(written: string, within: string): void {
    if (within !== 'style') {
      if (this.#inTitle && this.#titles === 1) this.title += written.slice(0, longestTitle);
      else this.words.add(plainText(written));
      return;
    }
    this.#style(written);
    // Inside a drawing, browsers resolve references in a style sheet as in any other text.
    if (this.#hasDrawing && written.includes('&')) this.#style(allReferences(written));
  }

  #attribute(element: string, { name, value }: MarkupAttribute): void {
    if (name.startsWith('on')) this.#tell('program');
    else if (addresses.test(name)) this.#address(element, name, value);
    else if (painted.test(name)) this.#style(value);
  }

  #address(element: string, name: string, value: string): void {
    if (value === '' || value.startsWith('#')) return;
    const isPicture = /^(?:src|href|xlink:href)$/.test(name) && pictures.test(element);
    if (isPicture && (harmlessData.test(value) || (this.#kind === 'report' && exhibitFile.test(value))))
      return;
    if (/^(?:action|formaction)$/.test(name)) this.#tell('sends');
    else if (name === 'srcdoc') this.#tell('program');
    else if (/^(?:a|area)$/.test(element) || /^(?:java|vb)script:/i.test(unspaced(value)))
      this.#tell('leads');
    else this.#tell(/href$/.test(name) && element !== 'use' && !isPicture ? 'leads' : 'elsewhere');
  }

  #meta(attributes: readonly MarkupAttribute[]): void {
    const of = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value;
    const equivalent = of('http-equiv')?.trim().toLowerCase();
    const content = of('content') ?? '';
    const charset =
      of('charset') ?? /charset\s*=\s*["']?\s*([^\s;"']+)/i.exec(equivalent ? content : '')?.[1];
    if (charset !== undefined) {
      if (/^utf-?8$/i.test(charset.trim())) this.saysUtf8 = true;
      else this.#tell('letters');
    }
    if (equivalent === undefined || equivalent === 'content-type') return;
    if (equivalent !== 'content-security-policy') this.#tell(equivalent === 'refresh' ? 'moves' : 'strange');
    // The policy covers everything only when nothing stands before it.
    else if (this.#opened <= 3 && content === ownPolicy) this.#isGuarded = true;
  }

  #style(css: string): void {
    for (const { kind, address, isOdd } of styleReferences(css)) {
      const isHarmless =
        kind === 'address' &&
        (address === '' || address.startsWith('#') || deadData.test(address) || harmlessData.test(address));
      if (isHarmless) continue;
      if (kind === 'program') this.#tell('program');
      else this.#tell(isOdd && this.#isGuarded ? 'unused' : 'elsewhere');
    }
  }

  #tell(what: string): void {
    if (this.#reported.has(what)) return;
    this.#reported.add(what);
    const sentence = sentences[what] ?? '';
    if (what === 'unused') this.concerns.push({ code: 'content.reference.blocked', detail: sentence });
    else this.concerns.push(what === 'letters' ? isStrange(sentence) : isActive(sentence));
  }
}

/** Browsers remove such characters before they parse an address (URL standard, 4.4). */
function unspaced(address: string): string {
  return address.replace(/[\p{Cc} ]/gu, '');
}

/** Resolves every reference that could spell something that loads; letters have only numeric references. */
function allReferences(written: string): string {
  return plainText(
    written
      .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code: string) => character(Number.parseInt(code, 16)))
      .replace(/&#(\d{1,7});?/g, (_, code: string) => character(Number(code)))
      .replace(
        /&(lpar|rpar|colon|sol|commat|apos|bsol|Tab|NewLine|semi|num|period|comma);/g,
        (_, name: string) => {
          return signs[name] ?? '';
        },
      ),
  );
}

const signs: Readonly<Record<string, string>> = {
  ...{ lpar: '(', rpar: ')', colon: ':', sol: '/', commat: '@', apos: "'", bsol: '\\', Tab: '\t' },
  ...{ NewLine: '\n', semi: ';', num: '#', period: '.', comma: ',' },
};

function character(point: number): string {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

/** Whether UTF-7 (RFC 2152) in the text encodes a `<`. */
function readsAsUtf7(text: string): boolean {
  for (const [, run = ''] of text.matchAll(/\+([A-Za-z0-9/+]{2,400})-/g)) {
    const padded = run.slice(0, run.length - (run.length % 4 === 1 ? 1 : 0));
    let decoded: string;
    try {
      decoded = atob(padded);
    } catch {
      continue;
    }
    for (let at = 0; at + 1 < decoded.length; at += 2) if (decoded.slice(at, at + 2) === '\0<') return true;
  }
  return false;
}
