import { attributeOf, nameOf } from '../../../dom/tree.ts';
import { boxOf } from '../layout.ts';
import { attributesText } from './attributes.ts';
import type { Copy } from './copy.ts';
import { attributeText, escapeText } from './escape.ts';
import { drawn, isEmptyDrawing, isHarmlessData } from './resources.ts';
import { substitutePrefix } from './selectors.ts';

/** Adds an image with its file or pixels inlined, else with its address and size only. */
export function addPicture(copy: Copy, element: Element): void {
  copy.add(`<img${attributesText(copy, element)}`);
  copy.add(() => copy.states.attribute(element));
  const image = element instanceof HTMLImageElement ? element : undefined;
  const shown = image?.currentSrc || attributeOf(element, 'src') || '';
  const style = copy.inlineStyle(element);
  if (isHarmlessData(shown)) {
    copy.add(() => `${attributeText('src', shown)}${attributeText('style', style(densityRoom(element)))}>`);
    return;
  }
  const address = copy.resolve(shown);
  if (address !== undefined && address !== '' && image !== undefined && isReadable(image, address)) {
    copy.resources.want(address, image);
  }
  const [room, density, empty] = [roomOf(element), densityRoom(element), emptyPicture(image)];
  copy.add(() => {
    const data = address === undefined ? undefined : copy.resources.get(address);
    if (data !== undefined) return `${attributeText('src', data)}${attributeText('style', style(density))}>`;
    if (shown !== '') copy.tally.add('picture');
    if (empty === undefined) return `${attributeText('style', style(room))}>`;
    return `${attributeText('src', empty)}${attributeText('style', style(density))}>`;
  });
}

/** An empty picture of the same size, so that sheets lay it out like the original. */
function emptyPicture(image: HTMLImageElement | undefined): string | undefined {
  if (image === undefined || image.naturalWidth === 0) return undefined;
  const { naturalWidth: width, naturalHeight: height } = image;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="none" stroke="gray" stroke-dasharray="4"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The size of a picture chosen from several for different screens: its own size may not be the one shown. */
function densityRoom(element: Element): string {
  const isOneOfSeveral =
    attributeOf(element, 'srcset') !== undefined || nameOf(element.parentElement ?? element) === 'picture';
  return isOneOfSeveral ? roomOf(element) : '';
}

/** Whether the pixels may be read: not those of another site, unless that site allows it. */
function isReadable(image: HTMLImageElement, address: string): boolean {
  const isOwn = address.startsWith(`${location.origin}/`) || address.startsWith('blob:');
  return isOwn || (image.crossOrigin !== null && /^https?:/.test(address));
}

/** Adds a canvas as a box with its pixels, where readable, because browsers draw no canvas without scripts. */
export function addDrawing(copy: Copy, element: Element): void {
  const canvas = element instanceof HTMLCanvasElement ? element : undefined;
  const data = canvas && drawn(canvas, canvas.width, canvas.height);
  if (canvas === undefined || data === undefined) copy.tally.add('drawing');
  else if (isEmptyDrawing(canvas)) copy.tally.add('emptyDrawing');
  const look =
    data === undefined
      ? dashed
      : `background:url("${data}") content-box 0 0/100% 100% no-repeat;print-color-adjust:exact`;
  addBox(copy, element, { label: '', look });
}

/** Adds a box with the address of a frame or of embedded content. */
export function addFrame(copy: Copy, element: Element): void {
  copy.tally.add('frame');
  const address = copy.resolve(attributeOf(element, 'src') ?? attributeOf(element, 'data') ?? '');
  const hasAddress = attributeOf(element, 'src') !== undefined || attributeOf(element, 'data') !== undefined;
  const isPlain = hasAddress && address !== undefined && /^https?:/.test(address);
  addBox(copy, element, { label: isPlain ? `Frame: ${address}` : 'Frame', look: dashed });
}

/** Adds a box with the address of a video or audio, on the video's poster where it can be read. */
export function addPlayer(copy: Copy, element: Element): void {
  copy.tally.add('player');
  const media = element instanceof HTMLMediaElement ? element.currentSrc : '';
  const kind = nameOf(element) === 'audio' ? 'Sound' : 'Film';
  const poster = copy.resolve(attributeOf(element, 'poster') ?? '');
  const hasPoster = attributeOf(element, 'poster') !== undefined && poster !== undefined;
  if (hasPoster) copy.resources.want(poster);
  addBox(copy, element, {
    label: /^https?:/.test(media) ? `${kind}: ${media}` : kind,
    look: dashed,
    more() {
      const data = hasPoster ? copy.resources.get(poster) : undefined;
      return data === undefined ? '' : `;background:url("${data}") center/contain no-repeat`;
    },
  });
}

const dashed = 'border:1px dashed #808080;font:12px sans-serif';

/** The label of a box, its look, and what of the look is known only once the resources are gathered. */
interface BoxContent {
  readonly label: string;
  readonly look: string;
  readonly more?: () => string;
}

/** Adds a box under the element's own name with a prefix; its sheets are rewritten to match. */
function addBox(copy: Copy, element: Element, { label, look, more = () => '' }: BoxContent): void {
  const name = nameOf(element);
  const boxName = `${substitutePrefix}${name}`;
  copy.renamed.add(name);
  const style = copy.inlineStyle(element);
  const shown = getComputedStyle(element).display;
  const display = shown === 'inline' || shown === '' ? 'inline-block' : shown;
  const box = `${roomOf(element)};display:${display};overflow:hidden;${look}`;
  copy.add(`<${boxName}${attributesText(copy, element)}`);
  copy.add(() => copy.states.attribute(element));
  copy.add(() => `${attributeText('style', style(`${box}${more()}`))}>`);
  copy.add(`${escapeText(label.slice(0, 2_000))}</${boxName}>`);
}

/** The size of the element, as declarations. */
export function roomOf(element: Element): string {
  const { width, height } = sizeOf(element);
  return `width:${width}px;height:${height}px;box-sizing:border-box`;
}

/** The size before transforms, which the copy's sheets apply as well. */
function sizeOf(element: Element): { width: number; height: number } {
  const { width, height } = boxOf(element);
  const laidOut = (side: 'offsetWidth' | 'offsetHeight') =>
    element instanceof HTMLElement ? Number(Reflect.get(HTMLElement.prototype, side, element)) : 0;
  return { width: nearest(width, laidOut('offsetWidth')), height: nearest(height, laidOut('offsetHeight')) };
}

/** Layout gives whole pixels; where no transform applies, the fraction of the visible box is used. */
function nearest(seen: number, laidOut: number): number {
  return laidOut === 0 || Math.abs(seen - laidOut) < 1 ? Math.round(seen * 100) / 100 : laidOut;
}
