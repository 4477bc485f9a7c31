import { attributeOf, closestOf } from '../tree.ts';

/** The text as `text-transform` and `-webkit-text-security` draw it. `before` is the text before it. */
export function drawnLetters(
  text: string,
  parent: Element,
  style: CSSStyleDeclaration,
  before: string,
): string {
  const security = style.getPropertyValue('-webkit-text-security');
  if (security !== '' && security !== 'none') return text.replace(/\S/gu, '•');
  const transform = style.textTransform;
  if (transform === undefined || transform === '' || transform === 'none') return text;
  if (/uppercase/.test(transform)) return inLanguage(text, parent, 'toLocaleUpperCase');
  if (/lowercase/.test(transform)) return inLanguage(text, parent, 'toLocaleLowerCase');
  if (/capitalize/.test(transform)) return capitalised(text, parent, before);
  return text;
}

function inLanguage(text: string, parent: Element, way: 'toLocaleUpperCase' | 'toLocaleLowerCase'): string {
  const tagged = closestOf(parent, '[lang]');
  const language = (tagged && attributeOf(tagged, 'lang')) || 'en';
  try {
    return text[way](language);
  } catch {
    return text[way]();
  }
}

function capitalised(text: string, parent: Element, before: string): string {
  const isInWord = /[\p{L}\p{N}\p{M}'’]$/u.test(before);
  return text.replace(/[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’]*/gu, (word, at: number) => {
    if (at === 0 && isInWord) return word;
    const [first = '', ...rest] = Array.from(word);
    return inLanguage(first, parent, 'toLocaleUpperCase') + rest.join('');
  });
}
