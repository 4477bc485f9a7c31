import { sleep } from '../waiting.ts';

/** Limits of inlining: time, number of resources, and characters of one and of all as `data:` addresses. */
const limits = { timeMs: 4_000, count: 400, one: 10_000_000, all: 24_000_000, atOnce: 8, pixels: 40_000_000 };

/** Media types allowed in the copy. None of them can run anything as a picture or font. */
const harmless =
  /^(?:image\/[\w.+-]+|font\/[\w.+-]+|application\/(?:x-)?font[\w.+-]*|application\/vnd\.ms-fontobject)$/;

/** Collects the addresses that a copy needs, gets them without the network, and hands them out. */
export class Resources {
  readonly #wanted = new Map<string, HTMLImageElement | undefined>();
  readonly #found = new Map<string, string>();
  #given = 0;
  #pixels = 0;

  /** Requests an address; a displayed image can stand in for its own file. */
  want(address: string, image?: HTMLImageElement): void {
    if (this.#wanted.size < limits.count || this.#wanted.has(address)) {
      this.#wanted.set(address, this.#wanted.get(address) ?? image);
    }
  }

  /**
   * Gets what the browser still holds: from its cache, else from the pixels on the screen. Nothing goes over the
   * network. A page's service worker would see the request, so with one only pixels are used.
   */
  async gather(): Promise<void> {
    const stop = new AbortController();
    const waiting = Array.from(this.#wanted);
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined && !stop.signal.aborted; next = waiting.shift()) {
        const [address, image] = next;
        const data = (await fromCache(address, stop.signal)) ?? this.#fromScreen(image);
        if (data !== undefined && data.length <= limits.one) this.#found.set(address, data);
      }
    };
    const workers = Promise.all(Array.from({ length: limits.atOnce }, work));
    await Promise.race([workers, sleep(limits.timeMs)]);
    stop.abort();
  }

  /** The resource as a `data:` address; undefined when it was not found or the copy has no room for it. */
  get(address: string): string | undefined {
    const data = this.#found.get(address);
    if (data === undefined || this.#given + data.length > limits.all) return undefined;
    this.#given += data.length;
    return data;
  }

  #fromScreen(image: HTMLImageElement | undefined): string | undefined {
    if (image === undefined || !image.complete || image.naturalWidth === 0) return undefined;
    this.#pixels += image.naturalWidth * image.naturalHeight;
    return this.#pixels > limits.pixels ? undefined : drawn(image, image.naturalWidth, image.naturalHeight);
  }
}

async function fromCache(address: string, signal: AbortSignal): Promise<string | undefined> {
  if (!address.startsWith(`${location.origin}/`) || navigator.serviceWorker?.controller) return undefined;
  try {
    const response = await fetch(address, { cache: 'only-if-cached', mode: 'same-origin', signal });
    if (!response.ok) return undefined;
    return await toDataAddress(await response.blob(), address);
  } catch {
    return undefined;
  }
}

async function toDataAddress(blob: Blob, address: string): Promise<string | undefined> {
  const type = typeOf(blob.type, address);
  if (type === undefined || blob.size > limits.one) return undefined;
  const read = await readAsData(blob);
  return `data:${type};base64,${read.slice(read.indexOf(',') + 1)}`;
}

/** Uses the browser's FileReader: Firefox lets no extension read the bytes of a response fetched as the page. */
function readAsData(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The media type, by the file name where a server sends a font as plain bytes; undefined when it is not allowed. */
function typeOf(sent: string, address: string): string | undefined {
  const type = sent.split(';')[0]?.trim().toLowerCase() ?? '';
  if (harmless.test(type)) return type;
  const ending = /\.(woff2?|ttf|otf)$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : `font/${ending}`;
}

/** What an image or canvas shows, as a PNG `data:` address; undefined when it may not be read or is too large. */
export function drawn(
  source: HTMLImageElement | HTMLCanvasElement,
  width: number,
  height: number,
): string | undefined {
  if (width < 1 || height < 1 || width * height > limits.pixels) return undefined;
  try {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
    const data = canvas.toDataURL('image/png');
    return data.startsWith('data:image/png') ? data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a canvas gives only transparent or only black pixels: a WebGL canvas does so once it is presented, whatever
 * it shows. False for a canvas that cannot be read.
 */
export function isEmptyDrawing(source: HTMLCanvasElement): boolean {
  const { width, height } = source;
  if (width < 1 || height < 1 || width * height > limits.pixels) return false;
  try {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    drawing?.drawImage(source, 0, 0);
    const pixels = drawing?.getImageData(0, 0, width, height).data;
    if (pixels === undefined) return false;
    const words = new Uint32Array(pixels.buffer);
    const first = words[0] ?? 0;
    return (first === 0 || first === 0xff_00_00_00) && words.every(word => word === first);
  } catch {
    return false;
  }
}

/** Whether this is a `data:` address of a picture or font, which may stay. */
export function isHarmlessData(address: string): boolean {
  const type = /^data:([^;,]*)/i.exec(address)?.[1]?.trim().toLowerCase() ?? '';
  return harmless.test(type);
}
