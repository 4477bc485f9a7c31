import type { Area } from '../../../model/working-copy.ts';

/** Width and height of a picture in its own pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Names an area: a covered one by its index, or the part that is kept. */
export type Which = number | 'crop';

/** What is to be covered and cut off, while a person works on it. */
export interface CopyDraft {
  readonly covered: readonly Area[];
  readonly crop: Area | undefined;
}

/** The draft now, and as it was before each step. */
export interface Drafting {
  readonly size: PictureSize;
  readonly now: CopyDraft;
  readonly past: readonly CopyDraft[];
}

/**
 * One step of a person. `isContinued` means that a movement goes on, so that undo takes back all of it. Without an
 * area, `add` puts a new one in the middle.
 */
export type DraftStep =
  | { readonly kind: 'add'; readonly area?: Area | undefined }
  | {
      readonly kind: 'change';
      readonly which: Which;
      readonly area: Area;
      readonly isContinued?: boolean | undefined;
    }
  | { readonly kind: 'remove'; readonly which: Which }
  | { readonly kind: 'cut' }
  | { readonly kind: 'undo' };

/** A draft with nothing covered and nothing cut off. */
export function newDrafting(size: PictureSize): Drafting {
  return { size, now: { covered: [], crop: undefined }, past: [] };
}

/** The draft after a step. Areas stay within the picture and are at least one pixel wide and high. */
export function drafted(drafting: Drafting, step: DraftStep): Drafting {
  if (step.kind === 'undo') {
    const last = drafting.past.at(-1);
    return last === undefined ? drafting : { ...drafting, now: last, past: drafting.past.slice(0, -1) };
  }
  const now = changed(drafting, step);
  const isContinued = step.kind === 'change' && step.isContinued === true;
  return { ...drafting, now, past: isContinued ? drafting.past : [...drafting.past, drafting.now] };
}

/** Whether a copy of this draft would differ from the picture. */
export function changesSomething({ now, size }: Drafting): boolean {
  const { crop, covered } = now;
  return covered.length > 0 || (crop !== undefined && (crop.width < size.width || crop.height < size.height));
}

/** The area of this name; undefined when there is none. */
export function areaOf({ covered, crop }: CopyDraft, which: Which): Area | undefined {
  return which === 'crop' ? crop : covered[which];
}

/** The area after an arrow key: moved, or with Shift resized. Undefined for any other key. */
export function byKey(
  area: Area,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): Area | undefined {
  const step = keySteps[key];
  if (step === undefined) return undefined;
  const [right, down] = step;
  return shiftKey
    ? { ...area, width: area.width + right, height: area.height + down }
    : { ...area, x: area.x + right, y: area.y + down };
}

/** The distance of one arrow key press, in pixels of the picture. The number fields use steps of one. */
const keySteps: Readonly<Record<string, readonly [right: number, down: number] | undefined>> = {
  ArrowLeft: [-10, 0],
  ArrowRight: [10, 0],
  ArrowUp: [0, -10],
  ArrowDown: [0, 10],
};

function changed({ size, now }: Drafting, step: Exclude<DraftStep, { kind: 'undo' }>): CopyDraft {
  switch (step.kind) {
    case 'add':
      return { ...now, covered: [...now.covered, inside(step.area ?? middleOf(size), size)] };
    case 'cut':
      return { ...now, crop: { x: 0, y: 0, ...size } };
    case 'remove':
      return step.which === 'crop'
        ? { ...now, crop: undefined }
        : { ...now, covered: now.covered.filter((_, index) => index !== step.which) };
    case 'change': {
      const area = inside(step.area, size);
      return step.which === 'crop'
        ? { ...now, crop: area }
        : { ...now, covered: now.covered.map((each, index) => (index === step.which ? area : each)) };
    }
  }
}

function middleOf({ width, height }: PictureSize): Area {
  return { x: width * 0.375, y: height * 0.375, width: width * 0.25, height: height * 0.25 };
}

/** The area in whole pixels within the picture, cut at its edges. */
function inside(area: Area, size: PictureSize): Area {
  const x = limited(area.x, 0, size.width - 1);
  const y = limited(area.y, 0, size.height - 1);
  return {
    x,
    y,
    width: limited(area.width, 1, size.width - x),
    height: limited(area.height, 1, size.height - y),
  };
}

function limited(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(Number.isFinite(value) ? value : least)));
}
