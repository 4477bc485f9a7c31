// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import type { CaptureRecord } from '../../src/model/capture.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { type Attribution, type NoteHistory, noteIdSchema, type Person } from '../../src/model/note.ts';
import { AccountsView } from '../../src/ui/case/accounts/accounts-view.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { draw, fill, press, submit } from './draw.tsx';
import { caseId, fakePorts, fakeSend, oneCase, progress } from './fake-ports.ts';
import { recordOf } from './records.ts';

const profileAddress = 'https://x.com/someone';
const post = recordOf(1, { handle: 'someone', displayName: 'Some One', profileAddress });
const profile = recordOf(2, { handle: 'someone', accountId: '77', profileAddress }, { kind: 'profile' });
const personId = noteIdSchema.parse('33333333-3333-4333-8333-333333333333');
const noteId = noteIdSchema.parse('44444444-4444-4444-8444-444444444444');

function historyOf<N extends Person | Attribution>(id: typeof noteId, ...notes: N[]): NoteHistory<N> {
  const sha256 = sha256Schema.parse('a'.repeat(64));
  const versions = notes.map((note, index) => ({
    version: index + 1,
    writtenAt: toInstant(index),
    note,
    sha256,
  }));
  return { id, versions };
}

function logOf(
  records: readonly CaptureRecord[],
  notes: { readonly person?: unknown; readonly attribution?: unknown } = {},
): Partial<LogReader> {
  return {
    listRecords: async () => records,
    readNotes: (async (_caseId: unknown, kind: 'person' | 'attribution') =>
      notes[kind] ?? []) as LogReader['readNotes'],
  };
}

describe('accounts of a case', () => {
  it('are listed with names, exhibits and that the number is not recorded yet', async () => {
    const page = await draw(<AccountsView caseFile={oneCase} />, fakePorts({ log: logOf([post]) }));
    const item = page.querySelector('.account');
    expect(item?.querySelector('h2')?.textContent).toContain('someone · X');
    expect(item?.textContent).toContain('not recorded yet');
    expect(item?.textContent).toContain('Some One');
    expect(item?.querySelector(`a[href="#case/${caseId}/exhibit/${post.id}"]`)?.textContent).toBe('ABC/1');
  });

  it('show the number once the profile was recorded, and what was joined by the name alone', async () => {
    const page = await draw(<AccountsView caseFile={oneCase} />, fakePorts({ log: logOf([post, profile]) }));
    const items = page.querySelectorAll('.account');
    expect(items).toHaveLength(1);
    expect(items[0]?.textContent).toContain('77');
    expect(items[0]?.textContent).toContain('ABC/1 did not show the number');
    expect(items[0]?.querySelector('.account-offer')).toBeNull();
  });

  it('open the profile by a press alone, and only on the platform’s own hosts', async () => {
    const opened: string[] = [];
    const shell = { openAddress: async ({ href }: URL) => void opened.push(href) };
    const page = await draw(<AccountsView caseFile={oneCase} />, fakePorts({ log: logOf([post]), shell }));
    expect(opened).toEqual([]);
    await press(page, 'Open the account’s page');
    expect(opened).toEqual([profileAddress]);
  });

  it.each([
    'javascript:alert(1)',
    'http://x.com/someone',
    'https://x.com.evil.example/someone',
    'https://me@x.com/someone',
    'https://netflix.com/',
    'nonsense',
  ])('offer no page at %s', async address => {
    const record = recordOf(1, { handle: 'someone', profileAddress: address });
    const page = await draw(<AccountsView caseFile={oneCase} />, fakePorts({ log: logOf([record]) }));
    expect(page.querySelector('.account-offer')).toBeNull();
    expect([...page.querySelectorAll('a')].map(link => link.getAttribute('href'))).not.toContain(address);
  });

  it('show a hostile name as text, with what would not be seen', async () => {
    const record = recordOf(1, { handle: '<img src=x onerror=alert(1)>\u202E', displayName: '\u200B' });
    const page = await draw(<AccountsView caseFile={oneCase} />, fakePorts({ log: logOf([record]) }));
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('.account h2')?.textContent).toContain('<img src=x onerror=alert(1)>[U+202E]');
    expect(page.textContent).toContain('[U+200B]');
  });

  it('are attached to a person who is named first, with the reason', async () => {
    const { sent, send } = fakeSend({ 'note:write': () => personId });
    const page = await draw(<AccountsView caseFile={oneCase} />, fakePorts({ log: logOf([post]), send }));
    await press(page, 'account-1-attach');
    await fill(page, '#account-1-name', ' A neighbour ');
    await fill(page, '#account-1-why', 'They told me');
    await submit(page, '#account-1-save');
    expect(sent).toEqual([
      ['note:write', { caseId, note: { kind: 'person', name: 'A neighbour' } }],
      [
        'note:write',
        {
          caseId,
          note: {
            kind: 'attribution',
            account: { platform: 'x', handle: 'someone' },
            person: personId,
            why: 'They told me',
          },
          noteId: undefined,
        },
      ],
    ]);
    expect(page.querySelector('#account-1-form [role=status]')?.textContent).toBe('Saved.');
  });

  it('say whose they are, what was written before, and can be taken back', async () => {
    const { sent, send } = fakeSend();
    const account = { platform: 'x', handle: 'someone' };
    const log = logOf([post, profile], {
      person: [historyOf<Person>(personId, { kind: 'person', name: 'A neighbour' })],
      attribution: [
        historyOf<Attribution>(noteId, {
          kind: 'attribution',
          account,
          person: personId,
          why: 'The picture',
        }),
      ],
    });
    const page = await draw(<AccountsView caseFile={oneCase} />, fakePorts({ log, send }));
    expect(page.querySelector('.account')?.textContent).toContain(
      'You think it belongs to A neighbour. Why: The picture',
    );
    await press(page, 'account-1-attach');
    await fill(page, '#account-1-person', 'nobody');
    await fill(page, '#account-1-why', 'I was wrong');
    await submit(page, '#account-1-save');
    expect(sent[0]?.[1]).toMatchObject({
      noteId,
      note: { account: { accountId: '77' }, person: undefined, why: 'I was wrong' },
    });
  });

  it('keep what was said of an account that no exhibit shows any more', async () => {
    const account = { platform: 'x', handle: 'gone' };
    const attribution = [historyOf<Attribution>(noteId, { kind: 'attribution', account, why: 'A reason' })];
    const page = await draw(
      <AccountsView caseFile={oneCase} />,
      fakePorts({ log: logOf([], { attribution }) }),
    );
    expect(page.querySelector('#people-title')?.parentElement?.textContent).toContain('gone');
  });
});

describe('popup after a capture', () => {
  const reference = exhibitReference('ABC', 1);
  const ended = progress({ state: 'committed', reference, outcome: 'complete' });
  const readRecord: LogReader['readRecord'] = async id => ({
    record: [post, profile].find(record => record.id === id) ?? post,
    recordBytes: new Uint8Array(),
    recordSha256: sha256Schema.parse('a'.repeat(64)),
  });
  const readProgress = async () => ended;

  it('offers to record the account, opens its page on a press and makes way', async () => {
    const done: string[] = [];
    const shell = {
      openAddress: async ({ href }: URL) => void done.push(href),
      closeWindow: () => void done.push('closed'),
    };
    const log = { ...logOf([post]), readRecord, readProgress };
    const page = await draw(<Popup />, fakePorts({ log, shell }));
    expect(page.querySelector('aside')?.textContent).toContain('Record the account too');
    expect(done).toEqual([]);
    await press(page, 'Open the account’s page');
    expect(done).toEqual([profileAddress, 'closed']);
  });

  it('offers nothing when another exhibit shows the number', async () => {
    const log = { ...logOf([post, profile]), readRecord, readProgress };
    const page = await draw(<Popup />, fakePorts({ log }));
    expect(page.querySelector('#capture-result')).not.toBeNull();
    expect(page.querySelector('.account-offer')).toBeNull();
  });
});
