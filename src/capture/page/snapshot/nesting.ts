import {
  attributeOf,
  childrenOf,
  firstChildOf,
  nameOf,
  nextSiblingOf,
  nodeTypeOf,
  textContentOf,
} from '../../../dom/tree.ts';

const htmlSpace = 'http://www.w3.org/1999/xhtml';

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/** Start tags that close an open paragraph (HTML standard, 13.2.6.4.7). */
const endsParagraph = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary table ul xmp',
);
const headings = set('h1 h2 h3 h4 h5 h6');
/** Where a search for an open element ends ("scope"). */
const scopeEnds = set(
  'html table caption td th template object marquee applet svg:foreignobject svg:desc svg:title math:mi math:mo math:mn math:ms math:mtext math:annotation-xml',
);
/** Elements that hide open formatting elements ("marker"). */
const markers = set('td th caption template object marquee applet');
/** Where a search for an open list item ends: at special elements. */
const itemSearchEnds = set(
  'html body table caption td th template object marquee applet article aside blockquote button center details dialog dir dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol pre section select summary tbody tfoot thead tr ul xmp listing search dd dt li svg:foreignobject svg:desc svg:title',
);
/** Parts of a table, each with the parents under which a parser keeps it. */
const tableParts: Readonly<Record<string, ReadonlySet<string>>> = {
  ...{
    caption: set('table'),
    colgroup: set('table'),
    thead: set('table'),
    tbody: set('table'),
    tfoot: set('table'),
  },
  ...{ col: set('colgroup'), tr: set('thead tbody tfoot'), td: set('tr'), th: set('tr') },
};
/** HTML start tags that close the drawing they are in (13.2.6.5). */
const endsDrawing = set(
  'b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
const integrationPoints = set('svg:foreignobject svg:desc svg:title math:annotation-xml');

/**
 * The open elements of the copy as an HTML parser will have them. Scripts build what no parser would, such as a `div`
 * in a `p` or a link in a link, which would come apart when parsed.
 */
export class Nesting {
  readonly #open: string[] = [];
  readonly #isQuirky: boolean;

  constructor(isQuirky: boolean) {
    this.#isQuirky = isQuirky;
  }

  enter(name: string, element?: Element): void {
    const space = element === undefined ? '' : spaceOf(element);
    this.#open.push(space === '' ? name : `${space}:${name.toLowerCase()}`);
  }

  leave(): void {
    this.#open.pop();
  }

  /** Whether a parser would keep this element in its place under the name it has in the copy. */
  keeps(element: Element, name: string): boolean {
    const parent = this.#open.at(-1) ?? 'html';
    const isForeign = /^(?:svg|math):/.test(parent) && !integrationPoints.has(parent);
    const space = spaceOf(element);
    if (space === '') return !isForeign && this.#keepsHtml(element, name, parent);
    if (/^(?:svg|math)$/.test(name)) return true;
    if (!isForeign || endsDrawing.has(name)) return false;
    return true;
  }

  #keepsHtml(element: Element, name: string, parent: string): boolean {
    const parents = tableParts[name];
    if (parents !== undefined) return parents.has(parent);
    if (name === 'table' && !isOrderly(element)) return false;
    if (endsParagraph.has(name) && !(name === 'table' && this.#isQuirky) && this.#inScope('p', 'button'))
      return false;
    if (headings.has(name)) return !headings.has(parent);
    switch (name) {
      case 'a':
        return !this.#isOpenSinceMarker('a');
      case 'nobr':
      case 'button':
        return !this.#inScope(name);
      case 'form':
        return !this.#open.includes('form') || this.#open.includes('template');
      case 'li':
        return !this.#hasOpenItem(set('li'));
      case 'dd':
      case 'dt':
        return !this.#hasOpenItem(set('dd dt'));
      case 'option':
      case 'optgroup':
        return parent !== 'option' && !(name === 'optgroup' && parent === 'optgroup');
      case 'select':
        return !this.#inScope('select');
      case 'image':
        return false;
      default:
        return true;
    }
  }

  #inScope(name: string, more = ''): boolean {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const open = this.#open[at] ?? '';
      if (open === name) return true;
      if (scopeEnds.has(open) || open === more) return false;
    }
    return false;
  }

  #isOpenSinceMarker(name: string): boolean {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const open = this.#open[at] ?? '';
      if (open === name) return true;
      if (markers.has(open)) return false;
    }
    return false;
  }

  #hasOpenItem(items: ReadonlySet<string>): boolean {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const open = this.#open[at] ?? '';
      if (items.has(open)) return true;
      if (itemSearchEnds.has(open)) return false;
    }
    return false;
  }
}

function spaceOf(element: Element): 'svg' | 'math' | '' {
  const space: string | null = Reflect.get(Element.prototype, 'namespaceURI', element);
  if (space === null || space === htmlSpace) return '';
  return /mathml/i.test(space) ? 'math' : 'svg';
}

const sections = set('thead tbody tfoot');
const tableChildren = set('caption colgroup thead tbody tfoot style script template');
const silentChildren = set('style script template');

/** Whether a table holds only rows and cells, in an order that a parser keeps. */
function isOrderly(table: Element): boolean {
  return (
    !holdsWords(table) &&
    childrenOf(table).every(child => {
      const name = nameOf(child);
      if (!tableChildren.has(name) && !isHiddenField(child)) return false;
      return !sections.has(name) || isOrderlySection(child);
    })
  );
}

function isOrderlySection(section: Element): boolean {
  const isRow = (row: Element) =>
    nameOf(row) === 'tr' &&
    !holdsWords(row) &&
    childrenOf(row).every(cell => /^(?:td|th)$/.test(nameOf(cell)) || isSilent(cell));
  return !holdsWords(section) && childrenOf(section).every(row => isRow(row) || isSilent(row));
}

function isSilent(element: Element): boolean {
  return silentChildren.has(nameOf(element)) || isHiddenField(element);
}

function isHiddenField(element: Element): boolean {
  return nameOf(element) === 'input' && attributeOf(element, 'type')?.toLowerCase() === 'hidden';
}

function holdsWords(element: Element): boolean {
  for (let child = firstChildOf(element); child !== null; child = nextSiblingOf(child)) {
    if (/^[34]$/.test(String(nodeTypeOf(child))) && /\S/.test(textContentOf(child))) return true;
  }
  return false;
}
