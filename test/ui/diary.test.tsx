// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import type { CaptureRecord } from '../../src/model/capture.ts';
import type { NoteHistory } from '../../src/model/note.ts';
import { diaryDraftOf, diaryEntryOf, diaryForm } from '../../src/ui/case/diary/diary-draft.ts';
import { DiaryView } from '../../src/ui/case/diary/diary-view.tsx';
import { countSentences, happeningWords } from '../../src/ui/case/occasions/occasion-words.ts';
import { hasDrafts } from '../../src/ui/forms/drafts.ts';
import { entryOf, noteId, postedAt, written } from '../matter/told.ts';
import { draw, fill, press, settled, submit } from './draw.tsx';
import { captureId, caseId, fakePorts, fakeSend, oneCase } from './fake-ports.ts';
import { recordOf } from './records.ts';

const at = '2026-01-01T10:00:00.000Z';

function logOf(records: readonly CaptureRecord[], notes: readonly NoteHistory[] = []): Partial<LogReader> {
  return { listRecords: async () => records, readAllNotes: async () => notes };
}

/** Posts of one account, so many on each of these days. */
function posts(...counts: readonly number[]): readonly CaptureRecord[] {
  return counts.flatMap((count, day) =>
    Array.from({ length: count }, (_, index) => {
      const number = counts.slice(0, day).reduce((sum, each) => sum + each, 0) + index + 1;
      return postedAt(recordOf(number, { handle: 'sam' }), `2025-06-0${day + 1}T12:00:00.000Z`);
    }),
  );
}

async function tick(place: ParentNode, selector: string): Promise<void> {
  const box = place.querySelector<HTMLInputElement>(selector);
  if (box === null) throw new Error(`no box ${selector}`);
  box.click();
  await settled();
}

describe('the diary', () => {
  it('writes an entry with the day it happened, and people of the case or any words', async () => {
    const { sent, send } = fakeSend();
    const person = written(1, at, { kind: 'person', name: 'A neighbour' });
    const page = await draw(<DiaryView caseFile={oneCase} />, fakePorts({ log: logOf([], [person]), send }));
    await press(page, 'diary-add');
    await fill(page, '#diary-new-on', '3/10/2025');
    await fill(page, '#diary-new-time', 'in the evening');
    await fill(page, '#diary-new-what', ' It rang. ');
    await tick(page, '#diary-new-people input');
    await fill(page, '#diary-new-others', 'Someone tall\n');
    await submit(page, '#diary-new-save');
    expect(sent).toEqual([
      [
        'note:write',
        {
          caseId,
          noteId: undefined,
          note: entryOf({
            on: '2025-10-03',
            time: 'in the evening',
            people: ['A neighbour', 'Someone tall'],
          }),
        },
      ],
    ]);
    expect(page.querySelector('#diary-new-save')).toBeNull();
    expect(hasDrafts.value).toBe(false);
  });

  it('keeps what was typed until it is saved or thrown away', async () => {
    const ports = fakePorts({});
    const page = await draw(<DiaryView caseFile={oneCase} />, ports);
    await press(page, 'diary-add');
    await fill(page, '#diary-new-what', 'It rang.');
    expect(hasDrafts.value).toBe(true);
    const later = await draw(<DiaryView key="later" caseFile={oneCase} />, ports);
    expect(later.querySelector<HTMLTextAreaElement>('#diary-new-what')?.value).toBe('It rang.');
    await press(later, 'Do not save');
    expect(hasDrafts.value).toBe(false);
  });

  it('shows the day of the event and that of writing apart', async () => {
    const entry = written(1, at, entryOf({ on: '2025-10-01', time: '21:30' }), entryOf({ on: '2025-10-01' }));
    const page = await draw(<DiaryView caseFile={oneCase} />, fakePorts({ log: logOf([], [entry]) }));
    const item = page.querySelector('[data-entry]');
    expect(item?.querySelector('h3')?.textContent).toBe('1 October 2025');
    expect(item?.querySelector('time')?.getAttribute('datetime')).toBe(at);
    expect(item?.textContent).toContain('3 months later');
    expect(item?.textContent).toContain('Changed since: once');
  });

  it('changes an entry in place', async () => {
    const { sent, send } = fakeSend();
    const entry = written(1, at, entryOf({ on: '2025-10-01' }));
    const page = await draw(<DiaryView caseFile={oneCase} />, fakePorts({ log: logOf([], [entry]), send }));
    await press(page, 'diary-1-change');
    expect(page.querySelector<HTMLInputElement>('#diary-1-on')?.value).toBe('1 October 2025');
    await fill(page, '#diary-1-on', '');
    await submit(page, '#diary-1-save');
    expect(sent).toEqual([['note:write', { caseId, noteId: noteId(1), note: entryOf() }]]);
  });

  it('takes no day that is none and no empty entry', () => {
    const draft = diaryDraftOf(entryOf(), []);
    expect(diaryForm.read({ ...draft, on: 'last week' })).toMatchObject({
      faults: { on: expect.stringContaining('27 March 2026') },
    });
    expect(diaryForm.read({ ...draft, what: ' ' })).toMatchObject({ first: 'Write what happened first.' });
    const read = diaryForm.read(draft);
    expect('answers' in read && diaryEntryOf(read.answers)).toEqual(entryOf());
  });

  it('takes no more people than the log, ticked and written ones together', async () => {
    const { sent, send } = fakeSend();
    const person = written(1, at, { kind: 'person', name: 'A neighbour' });
    const page = await draw(<DiaryView caseFile={oneCase} />, fakePorts({ log: logOf([], [person]), send }));
    await press(page, 'diary-add');
    await fill(page, '#diary-new-what', 'It rang.');
    await tick(page, '#diary-new-people input');
    const others = Array.from({ length: 50 }, (_, index) => `Person ${index}`);
    await fill(page, '#diary-new-others', others.join('\n'));
    await submit(page, '#diary-new-save');
    expect(sent).toEqual([]);
    const row = page.querySelector('#diary-new-save')?.parentElement;
    expect(row?.textContent).toContain('a line of their own');
    await fill(page, '#diary-new-others', others.slice(1).join('\n'));
    await submit(page, '#diary-new-save');
    expect(sent).toHaveLength(1);
  });
});

describe('occasions', () => {
  it('are counted as plain facts, with one sentence on what a count is', async () => {
    const page = await draw(<DiaryView caseFile={oneCase} />, fakePorts({ log: logOf(posts(5, 2)) }));
    const counts = page.querySelector('#counts-title')?.parentElement?.textContent;
    expect(counts).toContain('sam on X');
    expect(counts).toContain('At least two occasions: yes. 2 occasions on 2 days, 7 items.');
    expect(counts).toContain('It decides nothing');
  });

  it('say of an account’s own page why it does not count, and only where there is one', async () => {
    const profile = recordOf(9, { handle: 'sam' }, { kind: 'profile' });
    for (const [records, isSaid] of [
      [posts(2), false],
      [[...posts(2), profile], true],
    ] as const) {
      const page = await draw(
        <DiaryView key={records.length} caseFile={oneCase} />,
        fakePorts({ log: logOf(records) }),
      );
      expect(page.textContent?.includes('own page counts only')).toBe(isSaid);
    }
  });

  it('group all of one day of 150 items in two presses', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(
      <DiaryView caseFile={oneCase} />,
      fakePorts({ log: logOf(posts(104, 46)), send }),
    );
    expect(page.querySelectorAll('#occasions input[type=checkbox]')).toHaveLength(150);
    await press(page, 'occasion-1-day');
    expect(page.textContent).toContain('Chosen: 104.');
    await fill(page, '#group-label', 'One bad day');
    await submit(page, '#group-save');
    const captures = Array.from({ length: 104 }, (_, index) => captureId(index + 1));
    expect(sent).toEqual([
      [
        'note:write',
        {
          caseId,
          noteId: undefined,
          note: { kind: 'occasion', label: 'One bad day', captures, entries: [] },
        },
      ],
    ]);
    expect(page.textContent).toContain('Saved.');
  });

  it('choose all of a day again to choose none', async () => {
    const page = await draw(<DiaryView caseFile={oneCase} />, fakePorts({ log: logOf(posts(3)) }));
    await press(page, 'occasion-1-day');
    await press(page, 'occasion-1-day');
    expect(page.textContent).toContain('Chosen: 0.');
  });

  it('are seen by account or by day, and only what is seen is chosen', async () => {
    const other = postedAt(recordOf(9, { handle: 'alex' }), '2025-06-01T13:00:00.000Z');
    const page = await draw(
      <DiaryView caseFile={oneCase} />,
      fakePorts({ log: logOf([...posts(2, 2), other]) }),
    );
    const seen = () => page.querySelectorAll('#occasions [data-item]').length;
    expect(seen()).toBe(5);
    await fill(page, '#occasions-day', '2025-06-01');
    expect(seen()).toBe(3);
    const name = [...page.querySelectorAll('#occasions-doer option')].find(({ textContent }) =>
      textContent?.startsWith('sam'),
    );
    await fill(page, '#occasions-doer', name?.textContent ?? '');
    expect(seen()).toBe(2);
    await press(page, 'occasion-1-day');
    expect(page.textContent).toContain('Chosen: 2.');
  });

  const group = written(5, at, {
    kind: 'occasion',
    label: 'One night',
    captures: [captureId(1), captureId(2)],
    entries: [],
  });

  it('take more into one that is there, let an item go, and are taken apart with a reason', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(
      <DiaryView caseFile={oneCase} />,
      fakePorts({ log: logOf(posts(2, 1), [group]), send }),
    );
    await tick(page, `[data-item="${captureId(3)}"] input`);
    await fill(page, '#group-into', noteId(5));
    await submit(page, '#group-save');
    await press(page, 'Take out ABC/1');
    await press(page, 'occasion-1-undo');
    await fill(page, '#occasion-1-undo-reason', 'A mistake');
    await press(page, 'occasion-1-undo-confirm');
    const note = { kind: 'occasion', label: 'One night', entries: [] };
    expect(sent).toEqual([
      ['note:write', { caseId, noteId: noteId(5), note: { ...note, captures: [1, 2, 3].map(captureId) } }],
      ['note:write', { caseId, noteId: noteId(5), note: { ...note, captures: [captureId(2)] } }],
      ['note:erase', { caseId, noteId: noteId(5), reason: 'A mistake' }],
    ]);
  });

  it('send nothing when nothing is chosen', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<DiaryView caseFile={oneCase} />, fakePorts({ log: logOf(posts(1)), send }));
    await submit(page, '#group-save');
    expect(sent).toEqual([]);
  });
});

describe('words of counts and times', () => {
  const count = {
    doer: 'a',
    target: '',
    occasions: 1,
    groupedByPerson: 1,
    days: 1,
    items: 3,
    recordedDays: 2,
  };

  it('say one of one and what is not known', () => {
    expect(countSentences(count)).toEqual([
      'At least two occasions: no.',
      '1 occasion on 1 day, 3 items.',
      '1 of the occasions you put together yourself.',
      'Of 2 of the items only the day of recording is known, not the day of posting.',
    ]);
    expect(countSentences({ ...count, doer: '' })).not.toContain('At least two occasions: no.');
    expect(countSentences({ ...count, days: 0 })).toContain('1 occasion, 3 items.');
  });

  it('keep what is recorded from what is posted', () => {
    const day = '2025-06-01';
    const moment = `${day}T12:00:00.000Z`;
    expect(happeningWords({ basis: 'machine-time', at: moment, day })).toMatch(
      /^posted 1 June 2025, 13:00:00 BST$/,
    );
    expect(happeningWords({ basis: 'recorded', at: moment, day })).toContain('was not found');
    expect(happeningWords({ basis: 'derived-from-id', at: moment, day })).toContain('worked out');
    expect(happeningWords({ basis: 'not-told', statedTime: 'at night' })).toBe('No day given, at night');
  });
});
