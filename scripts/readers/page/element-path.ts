import { attributeOf, nameOf, parentOf } from '../../../src/dom/tree.ts';
import { parentDeep } from '../../../src/dom/shadow.ts';

const mostSteps = 5;

/**
 * A short path to an element, from `top` or the document's root: names with the mark that tells most, such as
 * `article > h3 > a[rel="author"]`. A plain `div` or `span` on the way is left out, and so is what is in the middle of a long path.
 */
export function pathTo(element: Element, top?: Element): string {
  const steps: { readonly step: string; readonly isTold: boolean; readonly isTopOfShadow: boolean }[] = [];
  for (
    let at: Element | undefined = element;
    at !== undefined;
    at = at === top ? undefined : parentDeep(at)
  ) {
    const mark = markOf(at);
    const isTold = at === element || at === top || mark !== '' || !/^(?:div|span)$/.test(nameOf(at));
    const isTopOfShadow = parentOf(at) === null && parentDeep(at) !== undefined;
    steps.unshift({ step: nameOf(at) + mark, isTold, isTopOfShadow });
  }
  const told = steps.flatMap((each, index) => (each.isTold ? [{ ...each, index }] : []));
  const kept = told.filter((_, place) => place === 0 || place > told.length - mostSteps);
  return kept
    .map(({ step, index }, place) => {
      const before = kept[place - 1]?.index;
      if (before === undefined) return step;
      const isCrossed = steps.slice(before + 1, index + 1).some(({ isTopOfShadow }) => isTopOfShadow);
      return `${isCrossed ? ' >>> ' : before === index - 1 ? ' > ' : ' '}${step}`;
    })
    .join('');
}

/** An attribute, an id or a class that a person gave the element; nothing where all of them look made by a machine. */
function markOf(element: Element): string {
  for (const name of namesOf(element)) {
    const value = attributeOf(element, name) ?? '';
    if (/^[\w-]{1,40}$/.test(value) && !/\d{3}/.test(value)) return `[${name}="${value}"]`;
  }
  const id = attributeOf(element, 'id') ?? '';
  if (/^[a-z][\w-]{1,40}$/i.test(id) && !/\d{3}/.test(id)) return `#${id}`;
  const given = (attributeOf(element, 'class') ?? '')
    .split(/\s+/)
    .find(each => /^[a-z]{3,}[a-z_-]*$/i.test(each));
  return given === undefined ? '' : `.${given}`;
}

function namesOf(element: Element): readonly string[] {
  const all: string[] = Element.prototype.getAttributeNames.call(element);
  const telling = ['data-testid', 'itemprop', 'rel', 'role', 'name'];
  return [...telling.filter(name => all.includes(name)), ...all.filter(name => /^data-[a-z-]+$/.test(name))];
}
