import { attributeOf, matches, nameOf } from '../../../dom/tree.ts';
import type { Copy } from './copy.ts';
import { attributeText } from './escape.ts';
import { isHarmlessData } from './resources.ts';
import { substitutePrefix } from './selectors.ts';

/** Attributes whose value is an address to load, follow or send to. */
const addresses =
  /^(?:src|href|xlink:href|action|formaction|poster|background|cite|longdesc|data|codebase|classid|profile|usemap|dynsrc|lowsrc|manifest|icon|archive|ping|attributionsrc|itemid)$/;

/** Attributes that run, load, send or restrict something, or that belong to the session. */
const dropped =
  /^(?:on.*|srcset|imagesrcset|sizes|imagesizes|srcdoc|ping|nonce|integrity|crossorigin|referrerpolicy|http-equiv|autofocus|autoplay|loading|decoding|fetchpriority|contenteditable|checked|selected|method|enctype|formmethod|formenctype|formtarget|target|download|is|sandbox|allow|csp|shadowroot.*|attributename|begin|end|popovertarget.*|command.*|xmlns.*|xml:base|as|blocking|style)$/;

/** SVG attributes that take an address as a style does. */
const painted = /^(?:fill|stroke|filter|mask|clip-path|marker.*|cursor|color-profile)$/;

const secret = /csrf|xsrf|token|nonce|session|auth(?!or)|secret|passw|credential|signature|api-?key/;
const longestData = 200;
const plainName = /^[a-z_][\w:.-]*$/i;

/** An element's attributes as text, without anything that runs, loads or belongs to the signed-in person's session. */
export function attributesText(copy: Copy, element: Element): string {
  const parts: string[] = [];
  const list = Reflect.get(Element.prototype, 'attributes', element);
  for (let at = 0; at < list.length; at += 1) {
    const attribute = list[at];
    if (attribute !== undefined) parts.push(attributeOfCopy(copy, element, attribute));
  }
  return parts.join('') + chosenText(element);
}

/** What is ticked or selected, because style sheets show and hide content by it. */
function chosenText(element: Element): string {
  const name = nameOf(element);
  if (name === 'option') return isOn(element, HTMLOptionElement.prototype, 'selected') ? ' selected=""' : '';
  if (name !== 'input' || !/^(?:checkbox|radio)$/i.test(attributeOf(element, 'type') ?? '')) return '';
  return isOn(element, HTMLInputElement.prototype, 'checked') ? ' checked=""' : '';
}

function isOn(element: Element, prototype: object, property: string): boolean {
  try {
    return Reflect.get(prototype, property, element) === true;
  } catch {
    return false; // the element has this name but is not HTML
  }
}

function attributeOfCopy(copy: Copy, element: Element, { name: written, value }: Attr): string {
  const name = written.toLowerCase();
  if (!plainName.test(name) || dropped.test(name) || secret.test(name)) return '';
  if (name === 'placeholder' && !matches(element, ':placeholder-shown')) return '';
  if (name.startsWith(`data-${substitutePrefix}`)) return '';
  if (name.startsWith('data-')) return isPlainData(name, value) ? attributeText(written, value) : '';
  if (name === 'value' && !keepsValue(element)) return '';
  if (addresses.test(name)) return addressText(copy, element, name, value);
  if (painted.test(name)) return paintText(copy, written, value);
  return attributeText(written, name === 'id' ? copy.idPrefix + value : value);
}

function isPlainData(name: string, value: string): boolean {
  if (name.startsWith('data-original-')) return false;
  return value.length <= longestData && !/^\s*[[{]/.test(value);
}

/** The paint of a drawing: a colour, or a reference within the same document, in any notation. */
function paintText(copy: Copy, written: string, value: string): string {
  const [, address = '', rest = ''] = /^\s*url\(\s*["']?([^"')]*)["']?\s*\)(.*)$/is.exec(value) ?? [];
  const own = address === '' ? undefined : copy.ownFragment(address.trim());
  if (own !== undefined && isLocalPaint(rest)) {
    return attributeText(written, `url(#${copy.idPrefix}${own})${rest}`);
  }
  if (isLocalPaint(value)) return attributeText(written, value);
  copy.tally.add('paint');
  return '';
}

/** Whether the value loads nothing: a colour, or a reference within the document. */
function isLocalPaint(value: string): boolean {
  return !value.includes('\\') && !/(?:url|src|image-set)\s*\(\s*["']?\s*[^#"'\s]/i.test(value);
}

/** Whether the value is part of the page: labels, and numbers of lists and gauges, not what was typed or chosen. */
function keepsValue(element: Element): boolean {
  const name = nameOf(element);
  if (name !== 'input') return /^(?:button|li|progress|meter)$/.test(name);
  const type = Element.prototype.getAttribute.call(element, 'type')?.toLowerCase() ?? '';
  return /^(?:button|submit|reset)$/.test(type);
}

function addressText(copy: Copy, element: Element, name: string, value: string): string {
  const isLink = /^(?:a|area)$/.test(nameOf(element)) && /href$/.test(name);
  const own = isLink ? undefined : copy.ownFragment(value);
  if (own !== undefined) return attributeText(name, `#${copy.idPrefix}${own}`);
  if (value.startsWith('#')) return attributeText(name, value);
  // A link keeps the look that depends on an address, but leads nowhere.
  const look = isLink ? attributeText('href', '#') : '';
  const isPicture = /^(?:image|feimage)$/.test(nameOf(element)) && isHarmlessData(value);
  if (isPicture) return attributeText(name, value);
  const full = copy.resolve(value);
  if (full === undefined || !/^(?:https?|mailto|tel|ftp):/.test(full)) return look;
  return look + attributeText(`data-original-${name.replace(':', '-')}`, full.slice(0, 4_000));
}
