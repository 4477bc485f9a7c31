import { attributeOf, nameOf, queryFirst } from '../../../dom/tree.ts';
import { substitutePrefix } from './selectors.ts';

/** What becomes of an element in the copy. */
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

/** Names that would make a parser read what follows as plain text, or that may stand only once. */
const renamed: Readonly<Record<string, string>> = {
  ...{ xmp: 'pre', plaintext: 'pre', listing: 'pre', frameset: 'div', html: 'div', head: 'div', body: 'div' },
  image: 'image',
};

/** Page facts in `meta` that a reader may want; everything else there is for machines, or is the session's. */
const plainMeta =
  /^(?:viewport|description|author|keywords|generator|application-name|theme-color|color-scheme|(?:og|article|twitter|profile):[\w:.-]+)$/i;

/** What becomes of this element. */
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

/** The name that the element gets in the copy, where a parser lets it stand. */
export function copyName(element: Element): string {
  const name = nameOf(element);
  const plain = /^[a-z][a-z0-9._-]*$/.test(name) && !name.startsWith(substitutePrefix) ? name : 'div';
  return Object.hasOwn(renamed, plain) ? (renamed[plain] ?? 'div') : plain;
}

/** Whether the signed-in person may have typed into this element. A box that holds posts is none such. */
export function isEditable(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  if (editable === undefined || editable.toLowerCase() === 'false') return false;
  return (
    !/^(?:html|body|main|article)$/.test(nameOf(element)) &&
    queryFirst(element, 'article, [role="article"]') === undefined
  );
}
