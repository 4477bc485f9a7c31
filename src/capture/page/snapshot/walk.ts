import {
  attributeOf,
  firstChildOf,
  isElement,
  lastChildOf,
  nameOf,
  nodeTypeOf,
  previousSiblingOf,
  textContentOf,
} from '../../../platforms/dom.ts';
import { shadowOf } from '../layout.ts';
import { attributesText } from './attributes.ts';
import { addDrawing, addFrame, addPicture, addPlayer } from './boxes.ts';
import { isClosedHost } from './closed-shadow.ts';
import type { Copy } from './copy.ts';
import { copyName, type Fate, fateOf, isEditable } from './elements.ts';
import { attributeText, escapeText } from './escape.ts';
import { addAdoptedSheets, addSheetOf } from './styles.ts';

/** Adds the nodes and everything below them, in order. Iterative: a page may nest as deep as it likes. */
export function addNodes(copy: Copy, nodes: readonly Node[]): void {
  const waiting: (Node | string)[] = Array.from(nodes).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') copy.add(next);
    else if (isElement(next)) addElement(copy, next, waiting);
    else if (nodeTypeOf(next) === 3 || nodeTypeOf(next) === 4) copy.add(escapeText(textContentOf(next)));
  }
}

function addElement(copy: Copy, element: Element, waiting: (Node | string)[]): void {
  const fate = fateOf(element);
  if (fate === 'keep') addKept(copy, element, waiting);
  else if (fate !== 'drop') writers[fate](copy, element);
}

const writers: Readonly<Record<Exclude<Fate, 'keep' | 'drop'>, (copy: Copy, element: Element) => void>> = {
  style: addSheetOf,
  image: addPicture,
  canvas: addDrawing,
  frame: addFrame,
  player: addPlayer,
  void(copy, element) {
    if (nameOf(element) === 'input') noteField(copy, element);
    openTag(copy, element);
  },
  empty(copy, element) {
    copy.tally.add('field');
    openTag(copy, element);
    copy.add(`</${copyName(element)}>`);
  },
};

function addKept(copy: Copy, element: Element, waiting: (Node | string)[]): void {
  const name = copyName(element);
  openTag(copy, element);
  waiting.push(`</${name}>`);
  if (isEditable(element)) {
    copy.tally.add('field');
    return;
  }
  pushChildren(element, waiting);
  const shadow = shadowOf(element);
  if (shadow === null) {
    if (isClosedHost(element)) copy.tally.add('shadow');
  } else {
    copy.add('<template shadowrootmode="open">');
    addAdoptedSheets(copy, shadow);
    waiting.push('</template>');
    pushChildren(shadow, waiting);
  }
  // A parser drops the first line break in these.
  if (/^(?:pre|listing)$/.test(name) && firstChildOf(element) !== null) copy.add('\n');
}

function pushChildren(parent: Node, waiting: (Node | string)[]): void {
  for (let child = lastChildOf(parent); child !== null; child = previousSiblingOf(child)) waiting.push(child);
}

/** Adds the opening tag with its attributes and its inline style. */
export function openTag(copy: Copy, element: Element, name = copyName(element), more = ''): void {
  copy.add(`<${name}${attributesText(copy, element)}${more}`);
  const style = attributeOf(element, 'style');
  if (style !== undefined && style.trim() !== '') {
    const text = copy.styleText(style);
    copy.add(() => attributeText('style', text()));
  }
  copy.add('>');
}

function noteField(copy: Copy, element: Element): void {
  const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text';
  if (!/^(?:button|submit|reset|image)$/.test(type)) copy.tally.add('field');
}
