import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import {
  coveringNoteDocx,
  ownDataLetterDocx,
  requestDocx,
} from '../../../src/reports/preservation/documents.ts';
import { preservationFiles } from '../../../src/reports/preservation/files.ts';
import { itemsCsv, itemsJson } from '../../../src/reports/preservation/items-table.ts';
import {
  type PreservationRequest,
  preservationRequests,
} from '../../../src/reports/preservation/requests.ts';
import { utcWords } from '../../../src/words/times.ts';
import { capture, officer, requestTo, sampleInput, victims } from '../../samples/requests.ts';
import { readDocx } from './read-docx.ts';

const requests = preservationRequests(sampleInput());

describe('a request as a Word document, read by python-docx', () => {
  it.each(requests.map(request => [request.recipient.key, request] as const))(
    '%s: every identifier, address and time is there, and nothing of the recorder’s',
    async (_, request) => {
      const { text, headers, footers } = readDocx(await requestDocx(request));
      for (const words of chosen(request)) expect(text).toContain(words);
      for (const words of victims) expect(text + headers.join() + footers.join()).not.toContain(words);
      expect(text).not.toContain(request.caseTitle);
    },
  );

  it('is A4 with the mark on every page and the request’s reference at the foot', async () => {
    const draft = readDocx(await requestDocx(requestTo('x')));
    expect(draft).toMatchObject({
      headers: ['DRAFT FOR POLICE USE'],
      footers: [expect.stringMatching(/^Request 3F0E9C1A-x-20260607\tPage .* of /)],
      pageWidth: 210,
      pageHeight: 297,
    });
    const officers = readDocx(await requestDocx(requestTo('x', officer)));
    expect(officers.headers).toEqual(['DRAFT – check before sending']);
    for (const words of ['Sam Example', '12345', 'EX/2026/0042', '1 Station Road\nExampleton EX1 1EX'])
      expect(officers.text).toContain(words);
  });

  it('shows what would not be seen, and is whole whatever a page held', async () => {
    const name = '\u202E\u0000\uFFFE</w:t>&\uD800]]>';
    const record = capture({
      number: 1,
      at: '2026-06-01T00:00:00.000Z',
      address: 'https://x.com/a/status/1929150000000000001',
      post: { platform: 'x', account: { displayName: name } },
    });
    const [request] = preservationRequests({ ...sampleInput(), exhibits: [{ record }] });
    const { text } = readDocx(await requestDocx(request!));
    expect(text).toContain('[U+202E][U+0000][U+FFFE]</w:t>&[U+D800]]]>');
  });

  it('is the same file at any time', async () => {
    const first = await requestDocx(requestTo('x'));
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    const second = await requestDocx(requestTo('x'));
    vi.useRealTimers();
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });
});

describe('the letters of a person', () => {
  it('are a note to the police, and a letter for their own data that names nobody', async () => {
    const note = readDocx(await coveringNoteDocx(requestTo('x')));
    expect(note.headers).toEqual(['FOR THE POLICE – do not pass on to the platform']);
    expect(note.text).toContain('digital media investigator');
    const own = readDocx(await ownDataLetterDocx(requestTo('x')));
    expect(own.text).toContain('article 15');
    for (const words of [...victims, ...chosen(requestTo('x'))]) expect(own.text).not.toContain(words);
  });

  it('are not for officers', () => {
    expect(() => coveringNoteDocx(requestTo('x', officer))).toThrow('an officer');
    expect(() => ownDataLetterDocx(requestTo('x', officer))).toThrow('an officer');
  });
});

describe('the items as tables', () => {
  it('hold every identifier, address and time, and nothing of the recorder’s', () => {
    for (const request of requests) {
      const csv = itemsCsv(request);
      const json = itemsJson(request);
      for (const item of request.items) {
        const words = [item.reference, item.permalink, item.addressShown, item.postId, item.parentId];
        const ids = [...Object.values(item.ids), item.author.accountId, item.author.handle];
        const times = [item.capturedAt, ...item.postedAt.map(({ at }) => at)];
        for (const each of [...words, ...ids, ...times, item.picture?.sha256, item.text?.sha256]) {
          expect(csv).toContain(each ?? '');
          expect(json).toContain(each ?? '');
        }
      }
      for (const words of [...victims, request.caseTitle]) {
        expect(csv).not.toContain(words);
        expect(json).not.toContain(words);
      }
    }
  });

  it('have one row an item, as long as the heading', () => {
    const csv = itemsCsv(requestTo('x'));
    expect(csv.startsWith('\uFEFFrequest,item,exhibit,')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(csv.slice(1).trimEnd());
    expect(errors).toEqual([]);
    expect(data.map(row => row.length)).toEqual(Array.from({ length: 5 }, () => data[0]?.length));
  });

  it('have no cell that a spreadsheet takes for a formula, or rounds', () => {
    const names = [
      '=1+1',
      '+44',
      '-2',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '=1\nsecond',
      '＝1',
      '1929150000000000001',
    ];
    const exhibits = names.map((handle, index) => ({
      record: capture({
        number: index + 1,
        at: '2026-06-01T00:00:00.000Z',
        address: 'https://x.com/a',
        post: { platform: 'x', account: { handle }, notes: [`${handle}!`], ids: { a: handle } },
      }),
    }));
    const [request] = preservationRequests({ ...sampleInput(), exhibits });
    for (const each of [request!, ...requests]) {
      const { data } = Papa.parse<string[]>(itemsCsv(each).slice(1));
      for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]|^\d{12,}$/);
    }
  });

  it('are canonical JSON with the accounts and the period', () => {
    const json: unknown = JSON.parse(itemsJson(requestTo('x')));
    expect(json).toMatchObject({
      formatVersion: 1,
      kind: 'preservation-request-draft',
      recipient: { key: 'x' },
      period: { from: '2026-05-31', to: '2026-06-07' },
      accounts: [{ accountId: '2976459548' }, {}],
      items: [{ reference: 'ABC/1' }, {}, {}, {}],
    });
  });
});

describe('the files of a case', () => {
  it('stand in one folder for each recipient, under names that are safe everywhere', async () => {
    const files = await preservationFiles(sampleInput());
    const names = ['request.docx', 'items.csv', 'items.json', 'covering-note.docx', 'own-data.docx'];
    expect(files.map(file => file.path)).toEqual(
      requests.flatMap(({ recipient }) => names.map(name => `preservation/${recipient.key}/${name}`)),
    );
    for (const { path } of files) expect(path).toMatch(/^[a-z0-9][a-z0-9./-]+$/);
  });

  it('hold no letters of a person where an officer records', async () => {
    const files = await preservationFiles(sampleInput(officer));
    expect(files.filter(file => /covering|own-data/.test(file.path))).toEqual([]);
    expect(files).toHaveLength(3 * requests.length);
  });

  it('leave room for exhibits in a case over very many websites, and say which have no draft', async () => {
    const exhibits = Array.from({ length: 42 }, (_, index) => ({
      record: capture({
        number: index + 1,
        at: '2026-06-01T00:00:00.000Z',
        address: `https://site${index}.example/`,
      }),
    }));
    const files = await preservationFiles({ ...sampleInput(officer), exhibits });
    expect(files).toHaveLength(40 * 3 + 1);
    expect(files.at(-1)?.path).toBe('preservation/not-drafted.txt');
    expect(new TextDecoder().decode(files.at(-1)?.bytes).match(/^web-/gm)).toHaveLength(2);
  });
});

/** Everything by which the recipient finds what was chosen, as the document writes it. */
function chosen({ items, accounts, period }: PreservationRequest): readonly string[] {
  const ofItems = items.flatMap(item => [
    item.reference,
    item.permalink ?? item.addressShown,
    item.postId,
    item.parentId,
    ...Object.values(item.ids),
    item.author.handle,
    item.author.accountId,
    ...item.postedAt.map(({ at }) => utcWords(at, true)),
    item.displayedTime?.text,
    utcWords(item.capturedAt, true),
    item.picture?.sha256,
    item.text?.sha256,
    ...item.notes,
  ]);
  const ofAccounts = accounts.flatMap(account => [
    account.accountId,
    ...account.handles.flatMap(name => [name.text, utcWords(name.firstSeenAt, true)]),
    ...account.profileAddresses,
  ]);
  return [...ofItems, ...ofAccounts, period.from, period.to].filter(text => text !== undefined);
}
