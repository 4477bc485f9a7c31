// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import { untoldDetails } from '../../src/model/details.ts';
import type { CourtOrder, PlatformReport, PoliceContact } from '../../src/model/history.ts';
import { noteSchema } from '../../src/model/note.ts';
import { ContactsView } from '../../src/ui/case/contacts/contacts-view.tsx';
import { hasDrafts } from '../../src/ui/forms/drafts.ts';
import { draw, fill, press, submit } from './draw.tsx';
import { captureId, caseId, fakePorts, fakeSend, kept, oneCase } from './fake-ports.ts';
import { noteId, noteLog, noteOf, oneNote } from './notes.ts';

const order: CourtOrder = {
  kind: 'order',
  type: 'non-molestation-order',
  against: 'My neighbour',
  court: 'Leeds',
  reference: 'N1',
  madeOn: '2026-03-27',
  conditions: 'No contact.',
};
const contact: PoliceContact = {
  kind: 'police-contact',
  on: '2026-03-28',
  time: 'about noon',
  way: '101',
  officer: 'PC Bloggs',
  force: '',
  reference: 'CR1',
  said: 'They will call back.',
};
const report: PlatformReport = {
  kind: 'platform-report',
  platform: 'X',
  on: '2026-03-29',
  reason: 'Threats',
  reference: '',
  answer: '',
  outcome: 'waiting',
  captures: [captureId(2)],
};

const withExhibits: Partial<LogReader> = {
  listExhibits: async () => [kept(1), kept(2, { handle: 'someone' }), kept(3)],
};

function drawView(log: Partial<LogReader> = {}, send = fakeSend().send) {
  return draw(<ContactsView caseFile={oneCase} />, fakePorts({ log: { ...withExhibits, ...log }, send }));
}

describe('what stands above the lists', () => {
  it('tells the order of steps, and that platforms do not tell the police', async () => {
    const page = await drawView();
    const steps = [...page.querySelectorAll('#order-of-steps > li > strong')].map(each => each.textContent);
    expect(steps).toEqual(['Record', 'Keep', 'Police', 'Report', 'Block']);
    expect(page.textContent).toContain('A platform does not tell the police for you');
    expect(page.textContent).toContain('call 999');
  });

  it('tells whom to turn to about the police, where the case is', async () => {
    const everywhere = (await drawView()).querySelector('#about-the-police')?.textContent ?? '';
    for (const name of ['PSD', 'IOPC', 'PIRC', 'Police Ombudsman']) expect(everywhere).toContain(name);
    expect(everywhere).toContain('You choose whom you give the file to');
    const log = noteLog({ details: [oneNote({ ...untoldDetails, jurisdiction: 'scotland' })] });
    const scottish = (await drawView(log)).querySelector('#about-the-police')?.textContent ?? '';
    expect(scottish).toContain('PIRC');
    expect(scottish).not.toContain('IOPC');
  });
});

describe('an order', () => {
  it('is added, with days as people write them', async () => {
    const { sent, send } = fakeSend();
    const page = await drawView({}, send);
    await press(page, 'order-add');
    await fill(page, '#order-new-type', 'non-molestation-order');
    await fill(page, '#order-new-against', ' My neighbour ');
    await fill(page, '#order-new-court', 'Leeds');
    await fill(page, '#order-new-reference', 'N1');
    await fill(page, '#order-new-made', '27/3/2026');
    await fill(page, '#order-new-conditions', 'No contact.');
    await submit(page, '#order-new-save');
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note: order }]]);
    expect(noteSchema.safeParse(order).success).toBe(true);
    expect(page.querySelector('#order-new-save')).toBeNull();
    expect(hasDrafts.value).toBe(false);
  });

  it('takes the keyboard along into its form and back to its button, and says that it is saved', async () => {
    const page = await drawView();
    await press(page, 'order-add');
    expect(document.activeElement?.id).toBe('order-new-type');
    await fill(page, '#order-new-against', 'My neighbour');
    await submit(page, '#order-new-save');
    expect(document.activeElement?.id).toBe('order-add');
    expect(page.querySelector('#order-add + [role="status"]')?.textContent).toBe('Saved.');
  });

  it('is not written with a day that is none, and nothing typed is lost', async () => {
    const { sent, send } = fakeSend();
    const page = await drawView({}, send);
    await press(page, 'order-add');
    await fill(page, '#order-new-ends', 'some day');
    await submit(page, '#order-new-save');
    expect(sent).toEqual([]);
    expect(page.querySelector('form [role="status"]')?.textContent).toContain('27 March 2026');
    expect(page.querySelector<HTMLInputElement>('#order-new-ends')?.value).toBe('some day');
    await press(page, 'order-new-stop');
  });

  it('is changed by a new version of the same note, and the earlier one is shown', async () => {
    const { sent, send } = fakeSend();
    const log = noteLog({ order: [noteOf(7, [{ ...order, court: 'York' }, order])] });
    const page = await drawView(log, send);
    expect(page.querySelector('#order-1 .events')?.textContent).toContain('York');
    await press(page, 'order-1-change');
    expect(page.querySelector<HTMLInputElement>('#order-1-made')?.value).toBe('27 March 2026');
    await fill(page, '#order-1-made', '');
    await submit(page, '#order-1-save');
    const { madeOn: _, ...undated } = order;
    expect(sent).toEqual([['note:write', { caseId, noteId: noteId(7), note: undated }]]);
  });

  it('is erased with a reason, after it is said what is lost', async () => {
    const { sent, send } = fakeSend();
    const page = await drawView(noteLog({ order: [noteOf(7, [order])] }), send);
    await press(page, 'order-1-erase');
    expect(page.querySelector('dialog')?.textContent).toContain('every version of it');
    await fill(page, '#order-1-erase-reason', 'Wrong case');
    await press(page, 'order-1-erase-confirm');
    expect(sent).toEqual([['note:erase', { caseId, noteId: noteId(7), reason: 'Wrong case' }]]);
  });
});

describe('a contact with the police', () => {
  it('is added', async () => {
    const { sent, send } = fakeSend();
    const page = await drawView({}, send);
    await press(page, 'police-add');
    await fill(page, '#police-new-on', '28 March 2026');
    await fill(page, '#police-new-time', 'about noon');
    await fill(page, '#police-new-way', '101');
    await fill(page, '#police-new-officer', 'PC Bloggs');
    await fill(page, '#police-new-reference', 'CR1');
    await fill(page, '#police-new-said', 'They will call back.');
    await submit(page, '#police-new-save');
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note: contact }]]);
    expect(noteSchema.safeParse(contact).success).toBe(true);
  });

  it('may leave everything out but one thing, and is not written empty', async () => {
    const { sent, send } = fakeSend();
    const page = await drawView({}, send);
    await press(page, 'police-add');
    await submit(page, '#police-new-save');
    expect(sent).toEqual([]);
    await fill(page, '#police-new-said', 'Nothing.');
    await submit(page, '#police-new-save');
    const empty = { time: '', officer: '', force: '', reference: '' };
    const note = { kind: 'police-contact', ...empty, said: 'Nothing.' };
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note }]]);
    expect(noteSchema.safeParse(note).success).toBe(true);
  });

  it('keeps a form that is not saved while another part is looked at, until it is thrown away', async () => {
    const page = await drawView();
    await press(page, 'police-add');
    await fill(page, '#police-new-said', 'They said');
    const again = await drawView();
    expect(again.querySelector<HTMLTextAreaElement>('#police-new-said')?.value).toBe('They said');
    await press(again, 'Throw away');
    expect(hasDrafts.value).toBe(false);
    expect(again.querySelector('#police-new-said')).toBeNull();
  });
});

describe('a report to a platform', () => {
  it('is added with the exhibits that were picked by their reference', async () => {
    const { sent, send } = fakeSend();
    const page = await drawView({}, send);
    await press(page, 'report-add');
    await fill(page, '#report-new-platform', 'X');
    await fill(page, '#report-new-on', '2026-03-29');
    await fill(page, '#report-new-reason', 'Threats');
    await press(page, 'report-new-exhibit-add');
    await fill(page, '#report-new-exhibit', captureId(2));
    await press(page, 'report-new-exhibit-add');
    await press(page, 'Take out ABC/1');
    await fill(page, '#report-new-outcome', 'waiting');
    await submit(page, '#report-new-save');
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note: report }]]);
    expect(noteSchema.safeParse(report).success).toBe(true);
  });

  it('stands as a round of its own, each with its exhibits and what came of it', async () => {
    const second: PlatformReport = { ...report, on: '2026-04-02', outcome: 'removed', answer: 'Gone.' };
    const log = noteLog({ 'platform-report': [noteOf(1, [report]), noteOf(2, [second])] });
    const page = await drawView(log);
    expect(page.querySelector('#report-1')?.textContent).toMatch(/waiting for an answer.*ABC\/2/s);
    expect(page.querySelector('#report-2')?.textContent).toMatch(/removed.*Gone\./s);
  });

  it('says so when an exhibit it was about is not there any more', async () => {
    const log = { ...noteLog({ 'platform-report': [noteOf(1, [report])] }), listExhibits: async () => [] };
    expect((await drawView(log)).querySelector('#report-1')?.textContent).toContain('not there any more');
  });
});
