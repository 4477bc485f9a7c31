import { attributeOf, nameOf, queryFirst } from '../../../dom/tree.ts';
import { substitutePrefix } from './selectors.ts';

/** How an element is written into the copy. */
export type Fate = 'drop' | 'style' | 'image' | 'canvas' | 'frame' | 'player' | 'void' | 'empty' | 'keep';

const fates: Readonly<Record<string, Fate>> = Object.fromEntries([
  ...words(
    'drop',
    'script noscript template base param source track portal fencedframe bgsound keygen animate set animatemotion animatetransform animatecolor discard handler listener noembed noframes applet',
  ),
  ...words('frame', 'iframe frame object embed'),
  ...words('player', 'video audio'),
  ...words('void', 'area br col hr wbr input'),
  ...words('empty', 'textarea'),
  ['style', 'style'],
  ['img', 'image'],
  ['canvas', 'canvas'],
]);

function words(fate: Fate, names: string): [string, Fate][] {
  return names.split(' ').map(name => [name, fate]);
}

/** Names that make a parser read what follows as plain text, or that may occur only once. */
const renamed: Readonly<Record<string, string>> = {
  ...{ xmp: 'pre', plaintext: 'pre', listing: 'pre', frameset: 'div', html: 'div', head: 'div', body: 'div' },
  image: 'image',
};

/** The `meta` names that a reader may want; the others are for machines, or belong to the session. */
const plainMeta =
  /^(?:viewport|description|author|keywords|generator|application-name|theme-color|color-scheme|(?:og|article|twitter|profile):[\w:.-]+)$/i;

export function fateOf(element: Element): Fate {
  const name = nameOf(element);
  if (name === 'link') return /\bstylesheet\b/i.test(attributeOf(element, 'rel') ?? '') ? 'style' : 'drop';
  if (name === 'meta') return isPlainMeta(element) ? 'void' : 'drop';
  if (name === 'input' && attributeOf(element, 'type')?.toLowerCase() === 'hidden') return 'drop';
  return Object.hasOwn(fates, name) ? (fates[name] ?? 'keep') : 'keep';
}

function isPlainMeta(element: Element): boolean {
  if (attributeOf(element, 'http-equiv') !== undefined) return false;
  return plainMeta.test(attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '');
}

/** The element's name in the copy, before nesting is considered: one that a parser accepts. */
export function copyName(element: Element): string {
  const name = nameOf(element);
  const plain = /^[a-z][a-z0-9._-]*$/.test(name) && !name.startsWith(substitutePrefix) ? name : 'div';
  return Object.hasOwn(renamed, plain) ? (renamed[plain] ?? 'div') : plain;
}

/** Whether the signed-in person may have typed into this element. A box that holds posts does not count. */
export function isEditable(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  if (editable === undefined || editable.toLowerCase() === 'false') return false;
  return (
    !/^(?:html|body|main|article)$/.test(nameOf(element)) &&
    queryFirst(element, 'article, [role="article"]') === undefined
  );
}
