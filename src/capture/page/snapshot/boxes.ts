import { attributeOf, nameOf } from '../../../platforms/dom.ts';
import { boxOf } from '../layout.ts';
import { attributesText } from './attributes.ts';
import type { Copy } from './copy.ts';
import { attributeText, escapeText } from './escape.ts';
import { drawn, isHarmlessData } from './resources.ts';

/** Adds an image: its file or its pixels inlined, else only its address and the room it took. */
export function addPicture(copy: Copy, element: Element): void {
  copy.add(`<img${attributesText(copy, element)}`);
  const image = element instanceof HTMLImageElement ? element : undefined;
  const shown = image?.currentSrc || attributeOf(element, 'src') || '';
  const style = inlineStyle(copy, element);
  if (isHarmlessData(shown)) {
    copy.add(`${attributeText('src', shown)}`);
    copy.add(() => `${attributeText('style', style())}>`);
    return;
  }
  const address = copy.resolve(shown);
  if (address !== undefined && address !== '' && image !== undefined && isReadable(image, address)) {
    copy.resources.want(address, image);
  }
  const room = roomOf(element);
  copy.add(() => {
    const data = address === undefined ? undefined : copy.resources.get(address);
    if (data !== undefined) return `${attributeText('src', data)}${attributeText('style', style())}>`;
    if (shown !== '') copy.tally.add('picture');
    return `${attributeText('style', `${style()};${room}`)}>`;
  });
}

/** Pixels of another site cannot be read, unless that site allowed it. */
function isReadable(image: HTMLImageElement, address: string): boolean {
  const isOwn = address.startsWith(`${location.origin}/`) || address.startsWith('blob:');
  return isOwn || (image.crossOrigin !== null && /^https?:/.test(address));
}

/** Adds what a canvas shows, as a picture; an empty box when the browser does not let it be read. */
export function addDrawing(copy: Copy, element: Element): void {
  const canvas = element instanceof HTMLCanvasElement ? element : undefined;
  const data = canvas && drawn(canvas, canvas.width, canvas.height);
  if (data === undefined) {
    copy.tally.add('drawing');
    addBox(copy, element, '');
    return;
  }
  const style = inlineStyle(copy, element);
  copy.add(`<img${attributesText(copy, element)}${attributeText('src', data)}`);
  copy.add(() => `${attributeText('style', style())}>`);
}

/** Adds a box with the address of a frame or of embedded content. */
export function addFrame(copy: Copy, element: Element): void {
  copy.tally.add('frame');
  const address = copy.resolve(attributeOf(element, 'src') ?? attributeOf(element, 'data') ?? '');
  const hasAddress = attributeOf(element, 'src') !== undefined || attributeOf(element, 'data') !== undefined;
  addBox(
    copy,
    element,
    hasAddress && address !== undefined && /^https?:/.test(address) ? `Frame: ${address}` : 'Frame',
  );
}

/** Adds a box with the address of a film or a sound. */
export function addPlayer(copy: Copy, element: Element): void {
  copy.tally.add('player');
  const media = element instanceof HTMLMediaElement ? element.currentSrc : '';
  const kind = nameOf(element) === 'audio' ? 'Sound' : 'Film';
  addBox(copy, element, /^https?:/.test(media) ? `${kind}: ${media}` : kind);
}

function addBox(copy: Copy, element: Element, label: string): void {
  const style = inlineStyle(copy, element);
  const look = `${roomOf(element)};display:inline-block;box-sizing:border-box;overflow:hidden;border:1px dashed #808080;font:12px sans-serif`;
  copy.add(`<span${attributesText(copy, element)}`);
  copy.add(
    () => `${attributeText('style', `${style()};${look}`)}>${escapeText(label.slice(0, 2_000))}</span>`,
  );
}

function inlineStyle(copy: Copy, element: Element): () => string {
  return copy.styleText(attributeOf(element, 'style') ?? '');
}

function roomOf(element: Element): string {
  const { width, height } = boxOf(element);
  return `width:${Math.round(width)}px;height:${Math.round(height)}px`;
}
