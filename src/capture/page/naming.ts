import { attributeOf, nameOf } from '../../dom/tree.ts';
import { lineOf } from '../../platforms/reading/text.ts';
import { boxOf } from './layout.ts';

/** The element for a reader who may inspect the page: `header.site-bar, 1280×64`. At most 120 characters. */
export function describe(element: Element): string {
  const id = word(attributeOf(element, 'id'));
  const style = word(attributeOf(element, 'class'));
  const { width, height } = boxOf(element);
  const name = `${nameOf(element)}${id && `#${id}`}${style && `.${style}`}`.slice(0, 100);
  return `${name}, ${Math.round(width)}×${Math.round(height)}`;
}

function word(text: string | undefined): string {
  return /^[\w-]{1,40}/.exec(lineOf(text) ?? '')?.[0] ?? '';
}
