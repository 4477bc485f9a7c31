// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureRecord } from '../../src/model/capture.ts';
import { type ExportChoice, wholeCase } from '../../src/model/export-choice.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { type WorkingCopy, workingCopyIdSchema } from '../../src/model/working-copy.ts';
import { CopiesPart } from '../../src/ui/case/copies/copies-part.tsx';
import { PictureChoicePart } from '../../src/ui/export/picture-choice.tsx';
import { draw, fill, press, settled, submit } from './draw.tsx';
import { captureId, fakePorts, fakeSend } from './fake-ports.ts';
import { recordOf } from './records.ts';

const digest = sha256Schema.parse('b'.repeat(64));
const record: CaptureRecord = {
  ...recordOf(1, { handle: 'someone' }),
  artifacts: [
    { role: 'screenshot-post', path: 'screenshot-post.png', mediaType: 'image/png', size: 3, sha256: digest },
  ],
};
const copy: WorkingCopy = {
  id: workingCopyIdSchema.parse('7c0c7a52-7a3e-4f61-9a39-2f5f2d0f7a71'),
  captureId: captureId(1),
  of: { path: 'screenshot-post.png', sha256: digest },
  crop: { x: 0, y: 0, width: 300, height: 200 },
  covered: [{ x: 0, y: 0, width: 1, height: 1 }],
  width: 300,
  height: 200,
  mediaType: 'image/png',
  size: 1,
  sha256: digest,
  madeAt: toInstant(0),
  purpose: 'For the school',
};

beforeEach(() => {
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
});

async function desk(copies: readonly WorkingCopy[] = []) {
  const readArtifact = vi.fn(async () => new Uint8Array([1, 2, 3]));
  const { sent, send } = fakeSend();
  const ports = fakePorts({ log: { listWorkingCopies: async () => copies, readArtifact }, send });
  const place = await draw(<CopiesPart record={record} />, ports);
  return { place, sent, readArtifact };
}

/** The desk with the picture shown, 400 by 200 pixels. */
async function opened() {
  const found = await desk();
  await press(found.place, 'copy-make');
  expect(found.readArtifact).not.toHaveBeenCalled();
  await press(found.place, 'copy-show');
  const measured = found.place.querySelector<HTMLImageElement>('.copy-measured')!;
  Object.defineProperties(measured, { naturalWidth: { value: 400 }, naturalHeight: { value: 200 } });
  await act(() => void measured.dispatchEvent(new Event('load')));
  await settled();
  return found;
}

async function key(place: HTMLElement, area: string, name: string, shiftKey = false): Promise<void> {
  const box = place.querySelector(`[data-area="${area}"]`)!;
  await act(
    () => void box.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true })),
  );
}

const plan = { captureId: captureId(1), path: 'screenshot-post.png', purpose: '' };
const numbers = (place: HTMLElement) =>
  [...place.querySelectorAll<HTMLInputElement>('.copy-fields input')].map(({ value }) => Number(value));

describe('the desk for copies', () => {
  it('says that the original stays, a cover cannot be taken off, and why there is no blur', async () => {
    const { place } = await desk();
    for (const words of [
      'The original stays as it is',
      'cannot be taken off again',
      'Blurring is not offered',
    ])
      expect(place.textContent).toContain(words);
  });

  it('sends rectangles alone, made by the keys', async () => {
    const { place, sent } = await opened();
    await press(place, 'copy-add');
    expect(numbers(place)).toEqual([150, 75, 100, 50]);
    await key(place, '0', 'ArrowLeft');
    await key(place, '0', 'ArrowDown');
    await key(place, '0', 'ArrowRight', true);
    await submit(place, '#copy-save');
    expect(sent).toEqual([['copy:make', { ...plan, covered: [{ x: 140, y: 85, width: 110, height: 50 }] }]]);
    expect(place.querySelector('#copy-maker')).toBeNull();
  });

  it('takes numbers, keeps areas within the picture, and cuts', async () => {
    const { place, sent } = await opened();
    await press(place, 'copy-add');
    await fill(place, '#copy-0-x', '390');
    await fill(place, '#copy-0-width', '50');
    await press(place, 'copy-cut');
    await fill(place, '#copy-crop-height', '120');
    await submit(place, '#copy-save');
    expect(sent[0]?.[1]).toEqual({
      ...plan,
      covered: [{ x: 390, y: 75, width: 10, height: 50 }],
      crop: { x: 0, y: 0, width: 400, height: 120 },
    });
  });

  it('takes steps back, and an area away', async () => {
    const { place } = await opened();
    await press(place, 'copy-add');
    await key(place, '0', 'ArrowLeft');
    await press(place, 'copy-undo');
    expect(numbers(place)).toEqual([150, 75, 100, 50]);
    await key(place, '0', 'Delete');
    expect(numbers(place)).toEqual([]);
    await press(place, 'copy-undo');
    expect(numbers(place)).toHaveLength(4);
  });

  it('saves no copy that changes nothing', async () => {
    const { place, sent } = await opened();
    await submit(place, '#copy-save');
    await press(place, 'copy-cut');
    await submit(place, '#copy-save');
    expect(sent).toEqual([]);
    expect(place.querySelector('[role="status"]')?.textContent).toContain('Cover an area');
  });

  it('draws with a pointer, as one step', async () => {
    const { place } = await opened();
    const stage = place.querySelector<HTMLElement>('.copy-stage')!;
    stage.getBoundingClientRect = () => ({ left: 0, top: 0, width: 200, height: 100 }) as DOMRect;
    stage.setPointerCapture = () => undefined;
    for (const [type, clientX, clientY] of [
      ['pointerdown', 10, 10],
      ['pointermove', 30, 20],
      ['pointermove', 60, 40],
      ['pointerup', 60, 40],
    ] as const)
      await act(
        () =>
          void stage.dispatchEvent(new PointerEvent(type, { clientX, clientY, bubbles: true, button: 0 })),
      );
    expect(numbers(place)).toEqual([20, 20, 100, 60]);
    await press(place, 'copy-undo');
    expect(numbers(place)).toEqual([]);
  });

  it('shows in the preview what is left', async () => {
    const { place } = await opened();
    await press(place, 'copy-add');
    await press(place, 'copy-preview');
    expect(place.querySelectorAll('.copy-black')).toHaveLength(1);
    expect(place.querySelector('.copy-stage')).toBeNull();
  });

  it('lists what was covered and what for, and erases with a reason after saying what is lost', async () => {
    const { place, sent } = await desk([copy]);
    const item = place.querySelector<HTMLElement>('[data-copy]')!;
    expect(item.textContent).toContain('Copy 1: 1 area covered, cut to 300 × 200 pixels.');
    expect(item.textContent).toContain('For the school');
    HTMLDialogElement.prototype.showModal = () => undefined;
    await press(place, 'copy-erase-1');
    expect(place.querySelector('dialog')?.textContent).toContain('What is lost for good: this copy.');
    await fill(place, '#copy-erase-1-reason', ' not needed ');
    await press(place, 'copy-erase-1-confirm');
    expect(sent).toEqual([['copy:erase', { captureId: captureId(1), id: copy.id, reason: 'not needed' }]]);
  });
});

describe('the choice of pictures before an export', () => {
  const marked = [
    {
      version: 1,
      writtenAt: toInstant(0),
      words: { whatHappened: '', impact: '', tags: [], people: [], categories: ['intimate-image' as const] },
      sha256: digest,
    },
  ];

  async function choices(
    words: typeof marked,
    copies: readonly WorkingCopy[],
    choice: Partial<ExportChoice> = {},
  ) {
    const chosen: unknown[] = [];
    const place = await draw(
      <PictureChoicePart
        exhibits={[{ record, words, copies }]}
        choice={{ ...wholeCase, ...choice }}
        onChange={pictures => chosen.push(pictures)}
      />,
      fakePorts({}),
    );
    const radios = [...place.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    return { place, chosen, radios };
  }

  it('is not asked where there is nothing to choose', async () => {
    expect((await choices([], [])).place.textContent).toBe('');
  });

  it('begins with the original, and takes every copy instead of it', async () => {
    const { radios, chosen } = await choices([], [copy]);
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
      ['original', true],
      ['copies', false],
      ['both', false],
      ['nothing', false],
    ]);
    await act(() => radios[1]!.click());
    expect(chosen).toEqual([[{ reference: 'ABC/1', give: 'copies', copies: [copy.id] }]]);
  });

  it('begins with no picture of what is marked as intimate, and says so', async () => {
    const { radios, place } = await choices(marked, [], { recipient: 'police' });
    expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
      ['original', false],
      ['nothing', true],
    ]);
    expect(place.textContent).toContain('These are marked as intimate: ABC/1.');
    const own = await choices(marked, [], { recipient: 'own-copy' });
    expect(own.radios[0]?.checked).toBe(true);
  });
});
