import type { TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { Area } from '../../../model/working-copy.ts';
import { areaOf, byKey, type Drafting, type DraftStep, type Which } from './copy-draft.ts';

interface CopyStageProps {
  readonly url: string;
  readonly drafting: Drafting;
  readonly onStep: (step: DraftStep) => void;
}

/** The picture with its covered areas. They are drawn, moved and resized with a pointer or with the keys. */
export function CopyStage({ url, drafting, onStep }: CopyStageProps) {
  const { covered, crop } = drafting.now;
  const pointer = usePointer(drafting, onStep);
  const box = (which: Which, area: Area) => (
    <button
      key={which}
      type="button"
      class={which === 'crop' ? 'copy-kept' : 'copy-cover'}
      data-area={which}
      style={placeOf(area, drafting)}
      onKeyDown={event => pressed(event, which)}
    >
      <span aria-hidden="true">{which === 'crop' ? '' : which + 1}</span>
      <span class="visually-hidden">
        {nameOf(which)}. Arrow keys move it, with Shift they change its size.
      </span>
    </button>
  );
  function pressed(event: KeyboardEvent, which: Which): void {
    const area = areaOf(drafting.now, which);
    const moved = area && byKey(area, event);
    if (moved !== undefined) onStep({ kind: 'change', which, area: moved });
    else if (event.key === 'Delete' || event.key === 'Backspace') onStep({ kind: 'remove', which });
    else return;
    event.preventDefault();
  }
  return (
    <div class="copy-stage" {...pointer}>
      <img
        class="copy-image"
        src={url}
        alt="What the copy is made of, with covered areas in black"
        draggable={false}
      />
      {crop !== undefined && box('crop', crop)}
      {covered.map((area, index) => box(index, area))}
    </div>
  );
}

/** The name of an area on the screen. */
export function nameOf(which: Which): string {
  return which === 'crop' ? 'Part to keep' : `Covered area ${which + 1}`;
}

/** The copy as it will be, from the same picture and areas. */
export function CopyPreview({ url, drafting }: Omit<CopyStageProps, 'onStep'>) {
  const { size, now } = drafting;
  const cut = now.crop ?? { x: 0, y: 0, ...size };
  return (
    <div
      class="copy-preview"
      style={{ aspectRatio: `${cut.width} / ${cut.height}`, maxWidth: `${cut.width}px` }}
    >
      <div
        class="copy-whole"
        style={{
          width: percent(size.width, cut.width),
          height: percent(size.height, cut.height),
          left: percent(-cut.x, cut.width),
          top: percent(-cut.y, cut.height),
        }}
      >
        <img class="copy-image" src={url} alt="The copy as it will be" />
        {now.covered.map((area, index) => (
          <span key={index} class="copy-black" style={placeOf(area, drafting)} />
        ))}
      </div>
    </div>
  );
}

function placeOf({ x, y, width, height }: Area, { size }: Drafting) {
  return {
    left: percent(x, size.width),
    top: percent(y, size.height),
    width: percent(width, size.width),
    height: percent(height, size.height),
  };
}

function percent(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A pointer movement since its start: it draws a new area, moves one, or pulls its lower right corner. */
interface Drag {
  readonly start: Point;
  readonly which: number;
  readonly origin: Area | undefined;
  readonly isPulled: boolean;
  hasMoved: boolean;
}

/** Within this distance of the lower right corner, in screen pixels, a pointer pulls the corner. */
const cornerSide = 18;

function usePointer(drafting: Drafting, onStep: (step: DraftStep) => void) {
  const drag = useRef<Drag | undefined>(undefined);
  type Event = TargetedPointerEvent<HTMLDivElement>;
  return {
    onPointerDown(event: Event) {
      if (event.button !== 0) return;
      const box = event.target instanceof Element ? event.target.closest<HTMLElement>('.copy-cover') : null;
      const which = box === null ? drafting.now.covered.length : Number(box.dataset['area']);
      const origin = box === null ? undefined : drafting.now.covered[which];
      const corner = box?.getBoundingClientRect();
      const isPulled =
        corner !== undefined &&
        corner.right - event.clientX < cornerSide &&
        corner.bottom - event.clientY < cornerSide;
      drag.current = { start: pointOf(event, drafting), which, origin, isPulled, hasMoved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: Event) {
      const moving = drag.current;
      if (moving === undefined) return;
      const area = areaAfter(moving, pointOf(event, drafting));
      if (!moving.hasMoved && isStill(moving, area)) return;
      if (moving.origin === undefined && !moving.hasMoved) onStep({ kind: 'add', area });
      else onStep({ kind: 'change', which: moving.which, area, isContinued: moving.hasMoved });
      moving.hasMoved = true;
    },
    onPointerUp() {
      drag.current = undefined;
    },
    onPointerCancel() {
      drag.current = undefined;
    },
  };
}

/** Ignores a press that moves only slightly. */
function isStill({ origin }: Drag, area: Area): boolean {
  if (origin === undefined) return area.width < 5 || area.height < 5;
  return Math.abs(area.x - origin.x) + Math.abs(area.y - origin.y) < 3 && area.width === origin.width;
}

function areaAfter({ start, origin, isPulled }: Drag, { x, y }: Point): Area {
  const [right, down] = [x - start.x, y - start.y];
  if (origin === undefined)
    return {
      x: Math.min(x, start.x),
      y: Math.min(y, start.y),
      width: Math.abs(right),
      height: Math.abs(down),
    };
  if (isPulled) return { ...origin, width: origin.width + right, height: origin.height + down };
  return { ...origin, x: origin.x + right, y: origin.y + down };
}

function pointOf(
  { currentTarget, clientX, clientY }: TargetedPointerEvent<HTMLDivElement>,
  { size }: Drafting,
): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const within = (at: number) => Math.min(1, Math.max(0, at));
  return {
    x: Math.round(within((clientX - left) / (width || 1)) * size.width),
    y: Math.round(within((clientY - top) / (height || 1)) * size.height),
  };
}
