import type {
  Answered,
  CaptureBrowser,
  CaptureClock,
  CaptureTab,
  Question,
} from '../../src/capture/browser.ts';
import type { CopyDrawing } from '../../src/capture/copy/copies.ts';
import type { CaptureDraft, CaptureLog } from '../../src/capture/log.ts';
import type { Box, Raster } from '../../src/capture/look/raster.ts';
import type { Composed, ComposeRequest, Pixels } from '../../src/capture/pictures/pixels.ts';
import type { CapturePorts, CaptureRequest } from '../../src/capture/ports.ts';
import type {
  PageAnswer,
  PageMeasure,
  PageQuestion,
  Target,
  View,
  VisibleParts,
} from '../../src/messaging/page-protocol.ts';
import type { Artifact, CaptureRecord, CaptureScope, PageChange, Rect } from '../../src/model/capture.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import type { FaultCode } from '../../src/model/fault.ts';
import { captureIdSchema, caseIdSchema, sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import type { CaptureProgress } from '../../src/model/journal.ts';

export const captureId = captureIdSchema.parse('6f1c2f0e-4b1a-4c57-9c1d-2f3a4b5c6d7e');
export const caseId = caseIdSchema.parse('0d9f8e7c-6b5a-4c3d-8e1f-0a1b2c3d4e5f');
export const startedAt = toInstant(Date.UTC(2026, 0, 2, 3, 4, 5));

export function requestOf(scope: CaptureScope): CaptureRequest {
  return { captureId, caseId, tabId: 7, scope, startedAt };
}

export function measureOf(changes: Partial<PageMeasure> = {}): PageMeasure {
  return {
    address: 'https://forum.example/thread/1',
    title: 'A thread',
    inner: { width: 800, height: 600 },
    client: { width: 800, height: 600 },
    document: { width: 800, height: 2_000 },
    scroll: { x: 0, y: 0 },
    devicePixelRatio: 1,
    zone: 'Europe/London',
    offsetMinutes: 0,
    visual: { x: 0, y: 0, width: 800, height: 600, scale: 1 },
    userAgent: 'test',
    ...changes,
  };
}

/** One word, as a page and its copy show it. */
export const helloParts: VisibleParts = {
  ...{ kinds: 'w', words: ['Hello'], boxes: [8, 16, 40, 18], isCut: false },
  view: { width: 800, height: 600, x: 0, y: 0, devicePixelRatio: 1 },
};

/** Draws every copy as the page was. */
export class FakeCopies implements CopyDrawing {
  readonly drawn: string[] = [];
  /** Called before a copy is drawn; may throw, or answer what the copy shows. */
  before: () => VisibleParts = () => helloParts;

  /** How many expect a copy soon. */
  users = 0;

  prepare(): void {
    this.users += 1;
  }
  async draw(html: string): Promise<VisibleParts> {
    this.drawn.push(html);
    return this.before();
  }
  release(): void {
    this.users -= 1;
  }
}

/** A PNG header with nothing behind it but a number, so that no two are alike. */
export function fakePng(width: number, height: number, nonce: number): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(24, nonce);
  return bytes;
}

/** What a fake picture shows: for each pixel a number of 32 bits. */
export type Paint = (column: number, row: number) => number;

/** The colour of a place of a fake page: every row has its own two, so that each can be told from the others. */
export function colourAt(column: number, row: number): number {
  return (0xff000000 | (Math.imul(row * 2 + (column & 1) + 1, 0x9e3779b1) >>> 8)) >>> 0;
}

/** A raster of this size, painted. */
export function painted(width: number, height: number, paint: Paint): Raster {
  const pixels = new Uint32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) pixels[row * width + column] = paint(column, row);
  }
  return { width, height, data: new Uint8ClampedArray(pixels.buffer) };
}

/** The same of what lies at `x`, `y` of a page that looks as it does by default: most pictures are that, and most time is theirs. */
function paintedUsual(width: number, height: number, x: number, y: number): Raster {
  const pixels = new Uint32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const colours = [colourAt(x, y + row), colourAt(x + 1, y + row)] as const;
    const line = pixels.subarray(row * width, (row + 1) * width).fill(colours[0]);
    for (let column = 1; column < width; column += 2) line[column] = colours[1];
  }
  return { width, height, data: new Uint8ClampedArray(pixels.buffer) };
}

const windowSize = { width: 800, height: 600 };
/** Where nothing lies over the page. */
const nothingOver = () => undefined;

/** A page in a tab, simulated; tests change it while a capture runs. */
export class FakePage implements CaptureBrowser {
  canShootRegion = false;
  tabNow: CaptureTab | undefined = {
    id: 7,
    windowId: 3,
    active: true,
    discarded: false,
    incognito: false,
    url: 'https://forum.example/thread/1',
    title: 'A thread',
  };
  width = windowSize.width;
  height = 2_000;
  x = 0;
  y = 0;
  address = 'https://forum.example/thread/1';
  words = 'Hello';
  /** The text in the box of the post, where it is other than its words. */
  box: string | undefined;
  isLayoutKnown = true;
  /** The copy that the page gives while its picture is taken. */
  early: PageAnswer<'copyAhead'> = { html: '<!doctype html><p>Hello', view: helloParts.view };
  post: Rect | null = { x: 50, y: 100, width: 600, height: 200 };
  covers: View['covers'] = [];
  /** The posts in view, by which a page is known where none of them is chosen. */
  posts: readonly string[] | undefined;
  /** What the page looks like at a place of the document; by default every row is its own. */
  looks: Paint = colourAt;
  /** What lies over the window, by its own places; undefined where the page is seen. */
  over: (column: number, row: number) => number | undefined = nothingOver;
  /** What walking through it finds to stay in place. */
  still: readonly PageChange[] = [{ kind: 'hidden', detail: 'A bar fixed to the top was hidden.' }];
  agentAlive = false;
  shots = 0;
  readonly asked: string[] = [];
  /** What each picture shows, by its number. */
  readonly shown = new Map<number, Raster>();
  /** Called before each question and each shot (as `shot:1`, `shot:2` …); may throw or change the page. */
  before: (event: string) => void | Promise<void> = () => undefined;

  async tab(): Promise<CaptureTab | undefined> {
    return this.tabNow;
  }
  async shotTurn(): Promise<void> {}
  async shootVisible(): Promise<Uint8Array> {
    this.shots += 1;
    await this.before(`shot:${this.shots}`);
    const { x, y } = this;
    const { width, height } = windowSize;
    const paint: Paint = (column, row) => this.over(column, row) ?? this.looks(column + x, row + y);
    const isUsual = this.looks === colourAt && this.over === nothingOver;
    this.shown.set(this.shots, isUsual ? paintedUsual(width, height, x, y) : painted(width, height, paint));
    return fakePng(width, height, this.shots);
  }
  async shootRegion(_windowId: number, rect: Rect, scale: number): Promise<Uint8Array> {
    this.shots += 1;
    await this.before(`shot:${this.shots}`);
    const [width, height] = [Math.round(rect.width * scale), Math.round(rect.height * scale)];
    this.shown.set(
      this.shots,
      painted(width, height, (column, row) => this.looks(column + rect.x, row + rect.y)),
    );
    return fakePng(width, height, this.shots);
  }
  async injectAgent(): Promise<void> {
    await this.before('inject');
    this.agentAlive = true;
  }
  async injectRerender(): Promise<void> {}
  async zoom(): Promise<number> {
    return 1;
  }
  async sidePanelOpen(): Promise<boolean> {
    return false;
  }
  async software() {
    return {
      name: 'Holdfast' as const,
      version: '0.1.0',
      buildDigest: sha256Schema.parse('0'.repeat(64)),
      browser: 'Chromium 156',
      os: 'linux x86-64',
    };
  }

  async ask(_tabId: number, question: PageQuestion, args: unknown): Promise<unknown> {
    this.asked.push(question);
    await this.before(question);
    return this.#answer(question, args as Asked);
  }

  async askInOrder(tabId: number, questions: readonly Question[]): Promise<readonly Answered[]> {
    const answered: Answered[] = [];
    for (const { question, args } of questions) {
      answered.push(
        await this.ask(tabId, question, args).then(
          answer => ({ answer }),
          (error: unknown) => ({ error }),
        ),
      );
    }
    return answered;
  }

  #answer(question: PageQuestion, args: Asked): unknown {
    switch (question) {
      case 'measure':
        return this.#measure();
      case 'settle':
        return { quiet: true, waitedMs: 5, pending: [] };
      case 'view':
        return this.#view(args.target);
      case 'lookAt':
        return this.#lookAt(args);
      case 'walkThrough': {
        this.y = Math.max(0, this.height - windowSize.height);
        return {
          reached: this.height,
          wholeHeight: this.height,
          isEnd: true,
          changes: this.still,
          still: [],
        };
      }
      case 'restore':
        this.x = 0;
        this.y = 0;
        return { changes: [{ kind: 'restored', detail: 'Everything was put back.' }], differs: [] };
      case 'limits':
        return [];
      case 'snapshot':
        return {
          ...{ html: '<!doctype html><p>Hello', notes: [], address: this.tabNow?.url ?? '' },
          ...{ words: 'digest', shown: helloParts, unread: [] },
        };
      case 'copyAhead':
        return this.early;
      case 'read': {
        const text = { text: this.words, unseen: 0, doubtful: 0, notes: [] };
        const shown = this.post ? (this.box ?? this.words) : null;
        return {
          view: this.#view(args.target),
          post: this.#post(),
          text,
          shown,
          isLayoutKnown: this.isLayoutKnown,
        };
      }
      case 'rerender':
        return { png: btoa(String.fromCharCode(...fakePng(800, 600, 999))), width: 800, height: 600 };
      default:
        return null;
    }
  }

  #post(): unknown {
    return this.post && { platform: 'web', kind: 'post', account: {}, text: this.words };
  }

  #lookAt({ target, x = 0, y = 0 }: Asked): View | null {
    const corner = target === 'post' ? this.post : { x: 0, y: 0 };
    if (corner === null) return null;
    const clamp = (value: number, most: number) => Math.round(Math.max(0, Math.min(value, most)));
    this.x = clamp(corner.x + x, this.width - windowSize.width);
    this.y = clamp(corner.y + y, this.height - windowSize.height);
    return this.#view(target);
  }

  #view(target: Asked['target']): View | null {
    const box = target === 'post' ? this.post : { x: 0, y: 0, width: this.width, height: this.height };
    if (box === null) return null;
    const left = Math.max(0, box.x - this.x);
    const top = Math.max(0, box.y - this.y);
    const right = Math.min(windowSize.width, box.x + box.width - this.x);
    const bottom = Math.min(windowSize.height, box.y + box.height - this.y);
    return {
      measure: this.#measure(),
      whole: { width: box.width, height: box.height },
      ...(target === 'page' && { letters: this.words.length }),
      port: { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) },
      at: { x: left + this.x - box.x, y: top + this.y - box.y },
      ...(target === 'post' && { identity: { key: 'p1', words: this.words, author: 'robin' } }),
      ...(target === 'page' &&
        this.posts && { identity: { words: `${this.posts}`, posts: [...this.posts] } }),
      covers: this.covers,
      restless: [],
      pending: [],
      presented: true,
      isChanging: false,
      marks: [],
    };
  }

  #measure(): PageMeasure {
    return measureOf({
      address: this.address,
      scroll: { x: this.x, y: this.y },
      document: { width: this.width, height: this.height },
    });
  }
}

interface Asked {
  readonly target?: Target;
  readonly x?: number;
  readonly y?: number;
}

/** Keeps what it is given, in memory. */
export class FakeLog implements CaptureLog {
  readonly progress: CaptureProgress[] = [];
  readonly staged = new Map<string, Artifact>();
  draft: CaptureDraft = {};
  record: CaptureRecord | undefined;
  thumbnail: Uint8Array | undefined;
  abandoned: FaultCode | undefined;
  /** What the journal held last when the commit came. */
  committedAfter: CaptureProgress | undefined;
  /** Called before an artifact is staged or the capture committed (`commit`); may throw. */
  before: (event: string) => void = () => undefined;

  async begin(progress: CaptureProgress): Promise<void> {
    this.progress.push(progress);
  }
  async ensureCase() {
    return caseId;
  }
  async update(progress: CaptureProgress): Promise<void> {
    this.progress.push(progress);
  }
  async keepDraft(_captureId: string, draft: CaptureDraft): Promise<void> {
    this.draft = draft;
  }
  async stage(_captureId: string, artifact: Artifact): Promise<void> {
    this.before(artifact.path);
    this.staged.set(artifact.path, artifact);
  }
  async commitCapture(request: Parameters<CaptureLog['commitCapture']>[0]) {
    this.before('commit');
    const reference = exhibitReference('EX', 1);
    this.record = request.build(reference).record;
    this.thumbnail = request.thumbnail;
    this.committedAfter = this.progress.at(-1);
    return { reference };
  }
  async abandon(_captureId: string, fault: FaultCode): Promise<void> {
    this.abandoned = fault;
  }
}

/** Draws nothing but gives images of the right size, and remembers what was asked. */
export class FakePixels implements Pixels {
  readonly composed: ComposeRequest[] = [];
  before: () => void = () => undefined;
  readonly #page: FakePage;

  constructor(page: FakePage) {
    this.#page = page;
  }

  async compose(request: ComposeRequest): Promise<Composed> {
    this.before();
    for (const part of request.parts) request.tile(part.path);
    this.composed.push(request);
    const png = fakePng(request.width, request.height, 10_000 + this.composed.length);
    return request.thumbnailSide === undefined ? { png } : { png, thumbnail: this.thumbnail() };
  }
  async read(png: Uint8Array, within?: Box): Promise<Raster> {
    const raster = this.#page.shown.get(new DataView(png.buffer).getUint32(24));
    if (raster === undefined) throw new Error('no such picture');
    return within === undefined ? raster : only(raster, within);
  }
  async thumbnail(): Promise<Uint8Array> {
    return Uint8Array.of(0xff, 0xd8);
  }
}

/** The picture's pixels inside the box; 0 elsewhere. */
function only({ width, height, data }: Raster, box: Box): Raster {
  const [pixels, inside] = [new Uint32Array(data.buffer), new Uint32Array(width * height)];
  const within = (place: number, most: number) => Math.ceil(Math.min(Math.max(place, 0), most));
  const [left, right] = [within(box.x, width), within(box.x + box.width, width)];
  const [top, bottom] = [within(box.y, height), within(box.y + box.height, height)];
  for (let row = top; row < bottom; row += 1) {
    const line = row * width;
    inside.set(pixels.subarray(line + left, line + Math.max(left, right)), line + left);
  }
  return { width, height, data: new Uint8ClampedArray(inside.buffer) };
}

/** Short waits pass at once; a limit of seconds takes some milliseconds, so that a mute page is noticed. */
export const fakeClock: CaptureClock = {
  now: () => Date.UTC(2026, 0, 2, 3, 4, 6),
  zone: () => 'Europe/London',
  offsetMinutes: () => 0,
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds < 1_000 ? 0 : 60)),
};

export interface Fakes extends CapturePorts {
  readonly browser: FakePage;
  readonly log: FakeLog;
  readonly pixels: FakePixels;
  readonly copies: FakeCopies;
}

export function createFakes(): Fakes {
  const browser = new FakePage();
  return {
    browser,
    log: new FakeLog(),
    pixels: new FakePixels(browser),
    copies: new FakeCopies(),
    clock: fakeClock,
    derivePostedAt: () => undefined,
  };
}
