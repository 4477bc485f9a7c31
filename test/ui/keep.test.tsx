// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { type NoteHistory, noteIdSchema, type TrackNote } from '../../src/model/note.ts';
import type { Reporter } from '../../src/model/reporter.ts';
import { proposedDates } from '../../src/platforms/preservation-dates.ts';
import { preservationFactsOf } from '../../src/platforms/preservation-facts.ts';
import { KeepView } from '../../src/ui/case/keep/keep-view.tsx';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { dayIn, dayWords } from '../../src/ui/parts/days.ts';
import { draw, fill, press, submit } from './draw.tsx';
import { caseId, fakePorts, fakeSend, oneCase } from './fake-ports.ts';
import { recordOf } from './records.ts';

const record = recordOf(1, { handle: 'someone' });
const noteId = noteIdSchema.parse('44444444-4444-4444-8444-444444444444');

function logOf(note?: TrackNote, reporter: Reporter = { capacity: 'affected' }): Partial<LogReader> {
  const sha256 = sha256Schema.parse('a'.repeat(64));
  const history: NoteHistory<TrackNote>[] =
    note === undefined
      ? []
      : [{ id: noteId, versions: [{ version: 1, writtenAt: toInstant(0), note, sha256 }] }];
  return {
    listRecords: async () => [record],
    readNotes: (async () => history) as unknown as LogReader['readNotes'],
    readReporter: async () => reporter,
  };
}

describe('asking a platform to keep data', () => {
  it('says who may send it, where, for how long, whether anybody is told, and when that was looked at', async () => {
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log: logOf() }));
    const item = page.querySelector('[data-recipient="x"]');
    const facts = preservationFactsOf('x');
    for (const { text } of [
      facts.whoMayAsk,
      facts.contact,
      facts.keptFor,
      facts.userNotice,
      facts.victimRoute,
    ])
      expect(item?.textContent).toContain(text);
    expect(item?.querySelector('time')?.getAttribute('datetime')).toBe(facts.dateChecked);
    expect(item?.textContent).toContain('ABC/1');
    expect(page.textContent).toContain('give the file to the police');
  });

  it('marks what is not confirmed', async () => {
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log: logOf() }));
    const { contact, emergency, keptFor, renewal, mustHold, whoMayAsk, userNotice, deleted, ...rest } =
      preservationFactsOf('x');
    const facts = [contact, emergency, keptFor, renewal, ...mustHold, whoMayAsk, userNotice];
    const all = [...facts, rest.ukAddressee, rest.victimRoute, ...(deleted === undefined ? [] : [deleted])];
    expect(page.querySelectorAll('.label')).toHaveLength(all.filter(({ confirmed }) => !confirmed).length);
  });

  it('warns where the other person is told that data is kept', async () => {
    const log = {
      ...logOf(),
      listRecords: async () => [recordOf(1, { handle: 'a' }, { platform: 'tumblr' }), record],
    };
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log }));
    expect(page.querySelector('[data-recipient="tumblr"] .notice.grave')?.textContent).toContain(
      'may be told',
    );
    expect(page.querySelector('[data-recipient="x"] .notice.grave')).toBeNull();
  });

  it('proposes the days that follow from the day it was sent, and leaves them to be changed', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log: logOf(), send }));
    expect(page.querySelector('#keep-1-expires')).toBeNull();
    await fill(page, '#keep-1-state', 'sent');
    await fill(page, '#keep-1-sent', '1 January 2026');
    const { expiresOn = '', renewOn = '' } = proposedDates('2026-01-01', preservationFactsOf('x'));
    expect(page.querySelector<HTMLInputElement>('#keep-1-expires')?.value).toBe(dayWords(expiresOn));
    expect(page.querySelector<HTMLInputElement>('#keep-1-renew')?.value).toBe(dayWords(renewOn));
    await fill(page, '#keep-1-renew', '1/3/2026');
    await fill(page, '#keep-1-reference', ' R1 ');
    await submit(page, '#keep-1-save');
    expect(sent).toEqual([
      [
        'note:write',
        {
          caseId,
          noteId: undefined,
          note: {
            kind: 'track',
            platform: 'x',
            state: 'sent',
            sentOn: '2026-01-01',
            expiresOn,
            renewOn: '2026-03-01',
            reference: 'R1',
            answer: '',
          },
        },
      ],
    ]);
  });

  it('saves no day that is none', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log: logOf(), send }));
    await fill(page, '#keep-1-sent', 'last week');
    await submit(page, '#keep-1-save');
    expect(sent).toEqual([]);
    expect(page.querySelector('[data-recipient="x"] [role=status]')?.textContent).toContain('27 March 2026');
  });

  it('shows the next steps after a refusal, the police’s specialists among them', async () => {
    const note: TrackNote = { kind: 'track', platform: 'x', state: 'refused', reference: '', answer: 'No' };
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log: logOf(note) }));
    const steps = page.querySelector('[data-steps="refused"]')?.textContent;
    expect(steps).toContain('digital media investigator');
    expect(steps).toContain('single point of contact');
  });

  it('makes the papers when asked, writes that into the chain, and offers each', async () => {
    const { sent, send } = fakeSend();
    const asked: unknown[] = [];
    const saveRequest = async (request: { readonly recipient: { readonly key: string } }) => {
      asked.push(request.recipient.key);
      return [{ path: 'preservation/x/request.docx', bytes: new Uint8Array([1]) }];
    };
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log: logOf(), send, saveRequest }));
    expect(asked).toEqual([]);
    await press(page, 'keep-1-papers');
    expect(asked).toEqual(['x']);
    await vi.waitFor(() =>
      expect(sent).toMatchObject([
        ['preservation:saved', { caseId, platform: 'x', files: [{ path: 'preservation/x/request.docx' }] }],
      ]),
    );
    await vi.waitFor(() => expect(page.querySelector('a[download]')).not.toBeNull());
    expect(page.querySelector('a[download]')?.getAttribute('download')).toBe('x-request.docx');
  });

  it('offers no papers where nothing can make them', async () => {
    const page = await draw(<KeepView caseFile={oneCase} />, fakePorts({ log: logOf() }));
    expect(page.querySelector('#keep-1-papers')).toBeNull();
  });
});

describe('a day that a person writes', () => {
  it.each(['27 March 2026', '27 mar 2026', '27/3/2026', '27.03.2026', '27-3-2026', ' 2026-03-27 '])(
    'is read from %j',
    text => {
      expect(dayIn(text)).toBe('2026-03-27');
    },
  );

  it.each([
    '',
    '31 2 2026',
    '3/27/2026',
    '27 Foo 2026',
    '27/3/26',
    '0/1/2026',
    '27 March 12026',
    '__proto__',
  ])('is none in %j', text => {
    expect(dayIn(text)).toBeUndefined();
  });

  it('is read as it is written', () => {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-09`;
      expect(dayIn(dayWords(day))).toBe(day);
    }
  });
});

describe('proposed days', () => {
  it('are none where the platform names no number, or the day is none', () => {
    const none = { text: '', confirmed: false };
    expect(proposedDates('2026-01-01', { keptFor: none, renewal: none })).toEqual({});
    expect(proposedDates('', { keptFor: { ...none, days: 90 }, renewal: none })).toEqual({});
  });

  it('go over the end of months and years', () => {
    const none = { text: '', confirmed: false };
    const facts = { keptFor: { ...none, days: 90 }, renewal: { ...none, askBefore: 10 } };
    expect(proposedDates('2025-12-15', facts)).toEqual({ expiresOn: '2026-03-15', renewOn: '2026-03-05' });
  });
});

describe('who uses Holdfast', () => {
  it('is asked for an officer’s details only of an officer', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<OptionsPage />, fakePorts({ log: logOf(), send }));
    expect(page.querySelector('#officer-name')).toBeNull();
    page.querySelector<HTMLInputElement>('input[value="officer"]')?.click();
    await fill(page, 'input[value="officer"]', 'officer');
    await fill(page, '#officer-name', 'A. B.');
    await submit(page, '#reporter-save');
    expect(sent).toMatchObject([
      ['reporter:set', { reporter: { capacity: 'officer', officer: { name: 'A. B.', rank: '' } } }],
    ]);
  });
});
