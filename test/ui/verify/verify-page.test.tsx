// @vitest-environment happy-dom
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Check, checkHere } from '../../../src/ui/verify/check.ts';
import { VerifyPage } from '../../../src/ui/verify/verify-page.tsx';
import { eventually } from '../../patience.ts';
import { sampleZip } from '../../samples/bundle.ts';

let place: HTMLElement;

beforeEach(() => {
  document.documentElement.lang = 'en-GB';
  document.title = 'Check';
  place = document.createElement('main');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
});

test('an intact bundle: verdict in words, digests to compare, the checks that held folded away', async () => {
  await show(checkHere, [await zipFile('a.zip')]);
  expect(text('.verdict')).toContain('Intact');
  expect(place.querySelectorAll('code.digest')).toHaveLength(2);
  const folded = [...place.querySelectorAll('.report > details > summary')].map(each => each.textContent);
  expect(folded).toEqual([
    'Checked while recording: every check held in 1 of 2',
    expect.stringMatching(/^Checks that held \(\d{2,}\)$/),
  ]);
  const exhibits = [...place.querySelectorAll('.checked-exhibits li > details > summary')];
  expect(exhibits.map(each => each.textContent)).toEqual([
    'ABC/1: 12 checks held, 1 not needed',
    'ABC/3: 12 of 13 checks held; a copy that shows the same as the page (was not checked)',
  ]);
  expect(place.querySelectorAll('.checked-exhibits li li')).toHaveLength(26);
  expect(place.textContent).toContain('It does not show who typed a post');
  expect(place.textContent).not.toMatch(/\b(valid|authentic|forensic|verified)\b/i);
});

test('an altered bundle: what is not as it was sealed comes first and is named', async () => {
  const bytes = await sampleZip();
  const at = Buffer.from(bytes).indexOf('Messages since January');
  bytes[at] = 0x4e;
  await show(checkHere, [new File([bytes.slice()], 'b.zip')]);
  expect(text('.verdict')).toContain('Altered');
  expect(headings('h4')[0]).toMatch(/^Not as it was sealed/);
  expect(text('.findings')).toContain('data/case.json');
});

test('a volume that is not there makes the whole incomplete; with it the whole is intact', async () => {
  const [first, second] = [
    await zipFile('1.zip', { volume: 1, volumes: 2 }),
    await zipFile('2.zip', { volume: 2, volumes: 2 }),
  ];
  await show(checkHere, [first]);
  expect(verdicts()).toEqual(['incomplete', 'intact']);
  expect(text('.findings')).toContain('Volume 2 of 2 is not among the files.');
  await choose([first, second]);
  await settled();
  expect(verdicts()).toEqual(['intact', 'intact', 'intact']);
});

test('a file that is no bundle is said to be unreadable', async () => {
  await show(checkHere, [new File(['<script>alert(1)</script>'], '<img src=x>\u202E.zip')]);
  expect(text('.verdict')).toContain('Could not be read');
  expect(headings('h4')).toEqual(['Why it could not be read (1)']);
  expect(place.querySelector('img, script')).toBeNull();
  expect(headings('h3')).toContain('<img src=x>[U+202E].zip');
});

test('a check shows how far it is and can be stopped', async () => {
  const check: Check = (_files, control) =>
    new Promise((_resolve, reject) => {
      control.onProgress(1, 4);
      control.signal.addEventListener('abort', () => reject(control.signal.reason));
    });
  await act(() => render(<VerifyPage check={check} />, place));
  await choose([new File(['x'], 'x.zip')]);
  expect(place.querySelector('progress')?.getAttribute('value')).toBe('0.25');
  await act(() => place.querySelector('button')?.click());
  expect(place.querySelector('progress')).toBeNull();
  expect(place.textContent).toContain('Stopped.');
});

test('a digest that was written down is compared', async () => {
  await show(checkHere, [await zipFile('a.zip')]);
  const [zipDigest] = [...place.querySelectorAll('code.digest')].map(element => element.textContent);
  await type(zipDigest?.toUpperCase() ?? '');
  expect(text('.answer')).toBe('= The same');
  await type('0'.repeat(64));
  expect(text('.answer')).toBe('≠ Not the same');
});

test('axe finds nothing that can be told without a layout', async () => {
  await show(checkHere, [await zipFile('a.zip')]);
  const { violations } = await axe.run(place, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(violation => [violation.id, violation.nodes[0]?.html])).toEqual([]);
});

async function zipFile(name: string, options: Parameters<typeof sampleZip>[0] = {}): Promise<File> {
  return new File([(await sampleZip(options)).slice()], name);
}

async function show(check: Check, files: readonly File[]): Promise<void> {
  await act(() => render(<VerifyPage check={check} />, place));
  await choose(files);
  await settled();
}

async function choose(files: readonly File[]): Promise<void> {
  const input = place.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no field for files');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(() => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

async function type(value: string): Promise<void> {
  const input = place.querySelector<HTMLInputElement>('.report .field input');
  if (input === null) throw new Error('no field for a digest');
  input.value = value;
  await act(() => {
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function settled(): Promise<void> {
  await eventually(() => {
    expect(place.querySelector('progress')).toBeNull();
    expect(place.querySelector('[data-verdict]')).not.toBeNull();
  });
}

function text(selector: string): string {
  return place.querySelector(selector)?.textContent ?? '';
}

function headings(level: string): readonly string[] {
  return [...place.querySelectorAll(level)].map(element => element.textContent ?? '');
}

function verdicts(): readonly (string | undefined)[] {
  return [...place.querySelectorAll<HTMLElement>('[data-verdict]')].map(
    element => element.dataset['verdict'],
  );
}
