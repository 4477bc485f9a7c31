// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import type { CustodyEvent } from '../../src/model/custody.ts';
import { Fault } from '../../src/model/fault.ts';
import { type ReceivedBundle, type ReceivedId, receivedBundleSchema } from '../../src/model/received.ts';
import type { Reporter } from '../../src/model/reporter.ts';
import type { KeepRequest, ReceivingPort } from '../../src/ui/parts/ports.ts';
import { KeepOffer } from '../../src/ui/receive/keep-offer.tsx';
import { ReceivedView } from '../../src/ui/receive/received-view.tsx';
import { checkHere } from '../../src/ui/verify/check.ts';
import { sampleZip } from '../samples/bundle.ts';
import { draw, settled } from './draw.tsx';
import { caseId, fakePorts, fakeSend, oneCase } from './fake-ports.ts';

const id = '7f3c0d52-1111-4222-8333-000000000001' as ReceivedId;
const officer: Reporter = {
  capacity: 'officer',
  officer: {
    ...{ name: '', rank: '', number: '', force: '', address: '', email: '', phone: '', caseReference: '' },
  },
};

let kept: KeepRequest[];
beforeEach(() => {
  kept = [];
  document.documentElement.lang = 'en-GB';
  document.title = 'Log';
});
afterEach(() => document.body.replaceChildren());

const answers = {
  'software:describe': () => ({ name: 'Holdfast', version: '0.1.0' }),
  'case:open': () => caseId,
};

function portsOf(reporter: Reporter, log: Partial<LogReader> = {}, keep?: ReceivingPort['keep']) {
  const sending = fakeSend(answers);
  const receiving: ReceivingPort = {
    check: checkHere,
    keep:
      keep ??
      (async request => {
        kept.push(request);
        await request.keep(id);
      }),
    receipt: async () => [{ path: 'receipt.docx', bytes: new Uint8Array([1]) }],
  };
  const ports = fakePorts({ send: sending.send, log: { readReporter: async () => reporter, ...log } });
  return { sent: sending.sent, ports: { ...ports, receiving } };
}

test('a dropped file is checked, its coming is asked, and it is kept in this case', async () => {
  const { ports, sent } = portsOf({ capacity: 'affected' });
  const place = await draw(<ReceivedView caseFile={oneCase} />, ports);
  await choose(place, await zipFile());
  expect(place.querySelector('.verdict')?.textContent).toContain('Intact');
  await fill(place, '#receive-from', 'A. B. Carter');
  await fill(place, '#receive-place', ' Front desk ');
  await fill(place, '#receive-at', '2026-01-01T08:30');
  await submit(place);
  expect(kept[0]?.facts).toEqual({
    from: { name: 'A. B. Carter', organisation: '' },
    ...{ medium: '', place: 'Front desk', officer: '', remarks: '' },
    receivedAt: new Date('2026-01-01T08:30').toISOString(),
  });
  expect(kept[0]).toMatchObject({ checkedWith: 'Holdfast 0.1.0', report: { verdict: 'intact' } });
  expect(sent).toContainEqual(['bundle:received', { caseId, receivedId: id }]);
  expect(place.textContent).toContain('Kept as it is.');
});

test('nothing is needed but the name of the officer, and of an officer only', async () => {
  const { ports } = portsOf(officer);
  const place = await draw(<ReceivedView caseFile={oneCase} />, ports);
  await choose(place, await zipFile());
  expect(place.querySelector('#receive-officer')?.hasAttribute('required')).toBe(true);
  await submit(place);
  expect(kept).toEqual([]);
  expect(place.textContent).toContain('Write the name of the officer');
  await fill(place, '#receive-officer', 'PC Doe');
  await submit(place);
  expect(kept[0]?.facts.officer).toBe('PC Doe');
});

test('keeping shows how far it is, can be stopped, and says what went wrong', async () => {
  const { ports } = portsOf({ capacity: 'affected' }, {}, (_request, control) => {
    control.onProgress(1, 4);
    return new Promise((_resolve, reject) => {
      control.signal.addEventListener('abort', () => reject(new Fault('receive.stopped')));
    });
  });
  const place = await draw(<ReceivedView caseFile={oneCase} />, ports);
  await choose(place, await zipFile());
  await submit(place);
  expect(Number(place.querySelector('progress')?.getAttribute('value'))).toBeGreaterThan(0);
  await act(() => place.querySelector<HTMLButtonElement>('#receive-stop')?.click());
  await settled();
  expect(place.querySelector('[role="alert"]')?.textContent).toContain('Nothing of the file was kept.');
  expect(place.querySelector('#receive-keep')).not.toBeNull();
});

test('what was received is listed with its verdict and digests, and gives its receipt', async () => {
  const { ports } = portsOf({ capacity: 'affected' }, { listReceived: async () => [received()] });
  const place = await draw(<ReceivedView caseFile={oneCase} />, ports);
  const item = place.querySelector('[data-received]');
  expect(item?.textContent).toContain('[U+202E]gpj.zip');
  expect(item?.textContent).toContain('Altered');
  expect(item?.textContent).toContain('01234567 89abcdef');
  await act(() => item?.querySelector<HTMLButtonElement>('.make-receipt')?.click());
  await settled();
  expect(item?.querySelector('a[download]')?.getAttribute('download')).toBe('receipt-1-receipt.docx');
  expect(place.textContent).not.toMatch(/\b(valid|authentic|verified|forensic|genuine)\b/i);
  const { violations } = await axe.run(place, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
});

test('from the check it goes into a new case or one that is there', async () => {
  const { ports, sent } = portsOf({ capacity: 'affected' });
  const file = await zipFile();
  const { reports } = await checkHere([file], {
    signal: new AbortController().signal,
    roots: [],
    onProgress() {},
  });
  const place = await draw(<KeepOffer files={[file]} reports={reports} />, ports);
  await act(() => place.querySelector<HTMLButtonElement>('#keep-in-case')?.click());
  await settled();
  const select = place.querySelector<HTMLSelectElement>('#keep-case');
  expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
    'My case (recordings go here)',
    'A new case',
  ]);
  if (select) select.value = 'new';
  await act(() => void select?.dispatchEvent(new Event('change', { bubbles: true })));
  await submit(place);
  expect(sent.map(([type]) => type)).toEqual(['software:describe', 'case:open', 'bundle:received']);
  expect(place.querySelector('a')?.getAttribute('href')).toBe(`case.html#case/${caseId}/received`);
});

test('a received file that is missing is named, with what that means', async () => {
  const receipt = {
    action: 'bundle.received',
    detail: { receivedId: '7f3c0d52-1111-4222-8333-000000000002', name: 'one.zip', sha256: 'ab'.repeat(32) },
  } as unknown as CustodyEvent;
  const lostEvents = [{ from: 3, to: 4, reason: 'missing' as const }];
  const log: Partial<LogReader> = {
    listReceived: async () => [received()],
    countReceivedParts: async () => 0,
    readChain: async () => ({ events: [receipt], lost: lostEvents }),
  };
  const { ports } = portsOf({ capacity: 'affected' }, log);
  const place = await draw(<ReceivedView caseFile={oneCase} />, ports);
  const [gone = '', inPieces = ''] = [...place.querySelectorAll('[data-lost]')].map(
    ({ textContent }) => textContent ?? '',
  );
  expect(gone).toContain('one.zipMissing: Holdfast can no longer read this file as it came.');
  expect(gone.replaceAll(' ', '')).toContain('ab'.repeat(32));
  expect(gone).toContain('receive it again');
  expect(gone).toContain('somebody may have erased this file');
  expect(gone).not.toContain('What is left of it');
  expect(inPieces).toContain('[U+202E]gpj.zipMissing: ');
  expect(inPieces).toContain('What is left of it stands below.');
  expect(inPieces).not.toContain('may have erased');
  expect(place.querySelectorAll('[data-received]')).toHaveLength(1);
  expect((await axe.run(place)).violations).toEqual([]);
});

function received(): ReceivedBundle {
  return receivedBundleSchema.parse({
    ...{ id, name: '\u202Egpj.zip', size: 9, sha256: '0123456789abcdef'.repeat(4), crc32: 1, parts: 1 },
    facts: {
      from: { name: '', organisation: '' },
      ...{ medium: '', place: '', officer: '', remarks: '', receivedAt: '2026-06-01T10:00:00.000Z' },
    },
    ...{ verdict: 'altered', checkedAt: '2026-06-01T09:59:00.000Z', checkedWith: 'Holdfast 0.1.0' },
    counts: { success: 1, notice: 0, missing: 0, failure: 1, unreadable: 0 },
    findings: [{ code: 'a.b.c', severity: 'failure', subject: 'data/x', detail: 'It differs.' }],
    ...{ keptAt: '2026-06-01T10:01:00.000Z', exhibits: [] },
  });
}

async function zipFile(): Promise<File> {
  return new File([(await sampleZip()).slice()], 'a.zip');
}

async function choose(place: HTMLElement, file: File): Promise<void> {
  const input = place.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no field for files');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  for (let turn = 0; turn < 200 && place.querySelector('#receive-form') === null; turn += 1) await settled();
}

async function fill(place: HTMLElement, selector: string, value: string): Promise<void> {
  const input = place.querySelector<HTMLInputElement>(selector);
  if (input === null) throw new Error(`no ${selector}`);
  input.value = value;
  await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
}

async function submit(place: HTMLElement): Promise<void> {
  await act(
    () =>
      void place
        .querySelector('form')
        ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  );
  await settled();
}
