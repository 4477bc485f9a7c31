import { attributeOf, nameOf, parentNodeOf, queryAll, queryFirst } from '../../../dom/tree.ts';
import { Copy } from './copy.ts';
import { attributeText } from './escape.ts';
import { isHarmlessData } from './resources.ts';

/** Writes nodes into a copy; passed in, so that this file need not import the walk. */
export type Write = (copy: Copy, nodes: readonly Node[]) => void;

/** Where an element takes a picture, or a part of another drawing, from. */
interface Reference {
  readonly full: string;
  readonly fragment: string | undefined;
}

/**
 * What an `image` or `use` of a drawing, or a picture button, shows from another file: text to put before the element,
 * and its attribute. Both are known once the resources are gathered. Undefined when it shows nothing from another file.
 */
export function referenceOf(
  copy: Copy,
  element: Element,
  write: Write,
): { readonly before: () => string; readonly attribute: () => string } | undefined {
  const name = nameOf(element);
  if (!/^(?:image|feimage|use|input)$/.test(name)) return undefined;
  const reference = addressOf(copy, element);
  if (reference === undefined) return undefined;
  copy.resources.want(reference.full);
  if (name === 'use') return usedPart(copy, element, reference, write);
  const attribute = () => {
    const data = copy.resources.get(reference.full);
    if (data === undefined) copy.tally.add('picture');
    return data === undefined ? '' : attributeText(name === 'input' ? 'src' : 'href', data);
  };
  return { before: () => '', attribute };
}

function addressOf(copy: Copy, element: Element): Reference | undefined {
  const isButton = nameOf(element) === 'input';
  if (isButton && attributeOf(element, 'type')?.toLowerCase() !== 'image') return undefined;
  const written = isButton
    ? attributeOf(element, 'src')
    : (attributeOf(element, 'href') ?? attributeOf(element, 'xlink:href'));
  if (written === undefined || written === '' || isHarmlessData(written)) return undefined;
  if (copy.ownFragment(written) !== undefined) return undefined;
  const [full = '', fragment] = copy.resolve(written)?.split('#') ?? [];
  return full === '' ? undefined : { full, fragment };
}

/** A part of another file, put before the first element of the tree that uses it. */
function usedPart(copy: Copy, element: Element, { full, fragment = '' }: Reference, write: Write) {
  let root: Node = element;
  for (let up: Node | null = element; up !== null; up = parentNodeOf(up)) root = up;
  const known = copy.usedParts(root);
  const address = `${full}#${fragment}`;
  const given = known.get(address);
  const prefix = given ?? `holdfast-part-${copy.nextPart()}-`;
  if (given === undefined) known.set(address, prefix);
  const before = () => {
    if (given !== undefined) return '';
    const text = partText(copy.resources.get(full), fragment, prefix, write);
    if (text !== undefined) copy.partsThere.add(prefix);
    return text ?? '';
  };
  const attribute = () => {
    if (copy.partsThere.has(prefix)) return attributeText('href', `#${prefix}${fragment}`);
    copy.tally.add('paint');
    return '';
  };
  return { before, attribute };
}

/** The part of a drawing with this id and all that it refers to, as definitions; undefined when it is missing. */
function partText(
  data: string | undefined,
  fragment: string,
  prefix: string,
  write: Write,
): string | undefined {
  const text = data === undefined ? undefined : textOfData(data);
  if (text === undefined) return undefined;
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
  const wanted = partsFrom(drawing, fragment);
  if (wanted.length === 0) return undefined;
  const piece = new Copy(false, prefix);
  piece.nesting.enter('svg:svg');
  write(piece, wanted);
  piece.states.read();
  return `<defs>${piece.write()}</defs>`;
}

function partsFrom(drawing: Document, fragment: string): Element[] {
  const found = new Map<string, Element>();
  const waiting = [fragment];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || found.size > 200) continue;
    const element = queryFirst(drawing, `[id="${CSS.escape(id)}"]`);
    if (element === undefined) continue;
    found.set(id, element);
    for (const each of [element, ...queryAll(element, '*')]) {
      for (const { value } of Array.from(each.attributes)) {
        for (const [, own] of value.matchAll(/(?:^|url\(\s*["']?)#([^"')\s]+)/g)) if (own) waiting.push(own);
      }
    }
  }
  const all = [...found.values()];
  return all.filter(each => !all.some(other => other !== each && other.contains(each)));
}

function textOfData(data: string): string | undefined {
  const encoded = /^data:image\/svg\+xml;base64,(.*)$/s.exec(data)?.[1];
  if (encoded === undefined) return undefined;
  const bytes = Uint8Array.from(atob(encoded), character => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
