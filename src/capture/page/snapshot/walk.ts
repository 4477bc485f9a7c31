import {
  attributeOf,
  firstChildOf,
  isElement,
  lastChildOf,
  nameOf,
  nodeTypeOf,
  previousSiblingOf,
  rootOf,
  textContentOf,
} from '../../../dom/tree.ts';
import { attributesText } from './attributes.ts';
import { addDrawing, addFrame, addPicture, addPlayer, roomOf } from './boxes.ts';
import type { Copy } from './copy.ts';
import { referenceOf } from './drawings.ts';
import { copyName, type Fate, fateOf, isEditable } from './elements.ts';
import { attributeText, escapeText } from './escape.ts';
import { scrollAttribute, substitutePrefix } from './selectors.ts';
import { anyShadowOf } from './shadow.ts';
import { addAdoptedSheets, addSheetOf } from './styles.ts';

/** What is still to be written: a node, or text; `leaves` when an element ends with it. */
type Waiting = Node | { readonly text: () => void; readonly leaves: boolean };

/** Adds the nodes and their descendants in order. Iterative, because a page may nest to any depth. */
export function addNodes(copy: Copy, nodes: readonly Node[]): void {
  const waiting: Waiting[] = Array.from(nodes).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('text' in next && typeof next.text === 'function' && 'leaves' in next) {
      next.text();
      if (next.leaves) copy.nesting.leave();
    } else addNode(copy, next as Node, waiting);
  }
}

function addNode(copy: Copy, node: Node, waiting: Waiting[]): void {
  if (isElement(node)) addElement(copy, node, waiting);
  else if (nodeTypeOf(node) === 3 || nodeTypeOf(node) === 4) copy.add(escapeText(textContentOf(node)));
}

function addElement(copy: Copy, element: Element, waiting: Waiting[]): void {
  copy.states.meet(element);
  const fate = fateOf(element);
  if (fate === 'keep') addKept(copy, element, waiting);
  else if (fate === 'drop') addPlaceOf(copy, element);
  else writers[fate](copy, element);
}

/** Leaves an empty element for one that is left out, because style sheets count children. */
function addPlaceOf(copy: Copy, element: Element): void {
  if (copy.keepsPlaces && nameOf(element) !== 'base') copy.add('<template></template>');
}

const writers: Readonly<Record<Exclude<Fate, 'keep' | 'drop'>, (copy: Copy, element: Element) => void>> = {
  style: addSheetOf,
  image: addPicture,
  canvas: addDrawing,
  frame: addFrame,
  player: addPlayer,
  void(copy, element) {
    if (nameOf(element) === 'input') noteField(copy, element);
    const name = nameInCopy(copy, element);
    openTag(copy, element, name);
    if (name.startsWith(substitutePrefix)) copy.add(`</${name}>`);
  },
  empty(copy, element) {
    copy.tally.add('field');
    openTag(copy, element);
    copy.add(`</${copyName(element)}>`);
  },
};

/** The name under which a parser keeps the element in its place. */
function nameInCopy(copy: Copy, element: Element): string {
  const name = copyName(element);
  if (copy.nesting.keeps(element, name)) return name;
  copy.renamed.add(name);
  copy.tally.add('nesting');
  return substitutePrefix + name;
}

function addKept(copy: Copy, element: Element, waiting: Waiting[]): void {
  const name = nameInCopy(copy, element);
  const isTyped = isEditable(element);
  openTag(copy, element, name, isTyped ? `min-${roomOf(element).replace(';height', ';min-height')}` : '');
  copy.nesting.enter(name, element);
  waiting.push({ text: () => copy.add(`</${name}>`), leaves: true });
  if (isTyped) {
    copy.tally.add('field');
    return;
  }
  pushChildren(element, waiting);
  const shadow = anyShadowOf(element);
  if (shadow !== null) {
    copy.enter(shadow);
    copy.add('<template shadowrootmode="open">');
    copy.nesting.enter('template');
    const end = () => {
      addAdoptedSheets(copy, shadow);
      copy.add('</template>');
    };
    waiting.push({ text: end, leaves: true });
    pushChildren(shadow, waiting);
  }
  // A parser drops the first line break in these elements.
  if (/^(?:pre|listing)$/.test(name) && firstChildOf(element) !== null) copy.add('\n');
}

function pushChildren(parent: Node, waiting: Waiting[]): void {
  for (let child = lastChildOf(parent); child !== null; child = previousSiblingOf(child)) waiting.push(child);
}

/** Adds the opening tag with its attributes, its inline style, and the copy's own declarations (`own`). */
export function openTag(copy: Copy, element: Element, name = copyName(element), own = ''): void {
  const reference = referenceOf(copy, element, addNodes);
  if (reference !== undefined) copy.add(reference.before);
  copy.add(`<${name}${attributesText(copy, element)}`);
  copy.add(() => copy.states.attribute(element));
  addScroll(copy, element);
  if (reference !== undefined) copy.add(reference.attribute);
  const style = copy.inlineStyle(element);
  copy.add(() => {
    const text = style(own);
    return `${text === '' ? '' : attributeText('style', text)}>`;
  });
}

/** Stores how far a part was scrolled, for whoever draws the copy; only a script can scroll it. */
function addScroll(copy: Copy, element: Element): void {
  const x = Reflect.get(Element.prototype, 'scrollLeft', element);
  const y = Reflect.get(Element.prototype, 'scrollTop', element);
  if ((x === 0 && y === 0) || element === rootOf(document)) return;
  copy.tally.add('scroll');
  copy.add(attributeText(scrollAttribute, `${Math.round(x)} ${Math.round(y)}`));
}

function noteField(copy: Copy, element: Element): void {
  const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text';
  if (!/^(?:button|submit|reset|image|checkbox|radio|range|color)$/.test(type)) copy.tally.add('field');
}
