import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { CaptureEnd } from '../../../scripts/drive/job.ts';
import { type CaptureRecord, captureRecordSchema } from '../../../src/model/capture.ts';
import { caseRecordSchema } from '../../../src/model/case.ts';
import { readCodes, type Span } from '../oracles/ruler-reader.ts';
import type { CopyDrawn } from './copy.ts';
import type { PageFacts } from './page-facts.ts';
import type { Row, Setting } from './row.ts';

/** What an export holds of one capture, read with nothing of the product but its record's schema. */
export interface Exhibit {
  readonly row: Row;
  readonly setting: Setting;
  readonly end: CaptureEnd;
  readonly record: CaptureRecord;
  /** The exhibit's folder in the unzipped bundle. */
  readonly folder: string;
  readonly text: string;
  /** Address of the site the page was on. */
  readonly origin: string;
  readonly other: string;
  /** The page before and after the capture. */
  readonly before: PageFacts;
  readonly after: PageFacts | undefined;
  /** Device pixels a CSS pixel, as they are in the picture of the scope. */
  readonly scale: number;
  readonly copy: CopyDrawn | undefined;
  /** The picture of the scope, its pieces one below another; undefined when there is none. */
  picture(): PNG | undefined;
  /** What the window showed before anything was changed. */
  viewport(): PNG | undefined;
  /** The codes in the picture of the scope; `turned` for writing from the top. */
  codes(turned?: boolean): readonly Span[];
}

const roles = {
  viewport: 'screenshot-viewport',
  page: 'screenshot-full-page',
  post: 'screenshot-post',
} as const;

type Known = Pick<Exhibit, 'row' | 'setting' | 'end' | 'origin' | 'other' | 'before' | 'after' | 'copy'>;

/** The exhibit in a folder of a bundle. Throws when its record is not what the schema says. */
export function exhibitIn(folder: string, known: Known): Exhibit {
  const record = captureRecordSchema.parse(JSON.parse(readFileSync(join(folder, 'capture.json'), 'utf8')));
  const read = new Map<string, PNG | undefined>();
  const image = (role: string) => {
    if (!read.has(role)) {
      const pieces = record.artifacts
        .filter(each => each.role === role && each.mediaType === 'image/png')
        .map(({ path }) => PNG.sync.read(readFileSync(join(folder, path))));
      read.set(role, oneBelowAnother(pieces));
    }
    return read.get(role);
  };
  const picture = () => image(roles[record.scope]);
  const codes = new Map<boolean, readonly Span[]>();
  return {
    ...known,
    record,
    folder,
    text: textIn(record, folder),
    scale: scaleIn(record, known.setting),
    picture,
    viewport: () => image('screenshot-viewport'),
    codes(turned = false) {
      const shown = picture();
      const found = codes.get(turned) ?? (shown ? readCodes(shown, turned) : []);
      codes.set(turned, found);
      return found;
    },
  };
}

/**
 * Of a zoomed page Firefox names a ratio that is rounded to a sixtieth of a CSS pixel, 1.579 for 1.6, and takes what the
 * window shows at the true one, which what was joined of that has too. Width by width it cannot be told: the picture of
 * the window holds its scroll bars, and the width of the view does not.
 */
function scaleIn({ page, compositions = [] }: CaptureRecord, { name, ratio }: Setting): number {
  if (page === undefined) return 1;
  const isRounded = name === 'firefox' && page.zoom !== 1 && compositions.length > 0;
  return isRounded ? page.zoom * ratio : page.devicePixelRatio;
}

/** A picture that was kept in several pieces, in one; undefined of none. */
function oneBelowAnother(pieces: readonly PNG[]): PNG | undefined {
  const [first] = pieces;
  if (first === undefined || pieces.length === 1) return first;
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0);
  const whole = new PNG({ width: first.width, height });
  let top = 0;
  for (const piece of pieces) {
    PNG.bitblt(piece, whole, 0, 0, piece.width, piece.height, 0, top);
    top += piece.height;
  }
  return whole;
}

function textIn(record: CaptureRecord, folder: string): string {
  const artifact = record.artifacts.find(({ role }) => role === 'post-text');
  return artifact ? readFileSync(join(folder, artifact.path), 'utf8') : '';
}

/** The folders of an unzipped bundle by the exhibits' references. */
export function foldersIn(bundle: string): ReadonlyMap<string, string> {
  const data = join(bundle, 'data');
  const { exhibits } = caseRecordSchema.parse(JSON.parse(readFileSync(join(data, 'case.json'), 'utf8')));
  return new Map(exhibits.map(({ reference, directory }) => [reference, join(data, directory)]));
}
