// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { type CaseDetails, untoldDetails } from '../../src/model/details.ts';
import { noteSchema } from '../../src/model/note.ts';
import { CaseDetails as CaseDetailsView } from '../../src/ui/case/details/case-details.tsx';
import { hasDrafts } from '../../src/ui/forms/drafts.ts';
import { draw, fill, press, settled, submit } from './draw.tsx';
import { caseId, fakePorts, fakeSend, oneCase } from './fake-ports.ts';
import { noteId, noteLog, noteOf, oneNote, untoldConfidential } from './notes.ts';

/** Ticks or unticks the box and lets it be noticed. */
async function tick(place: ParentNode, selector: string): Promise<void> {
  const box = place.querySelector<HTMLInputElement>(selector);
  if (box === null) throw new Error(`no box ${selector}`);
  await act(() => box.click());
  await settled();
}

const asked: CaseDetails = {
  ...untoldDetails,
  wishes: ['advice', 'investigation'],
  speakToMeFirst: true,
  jurisdiction: 'scotland',
  story: 'It began in May.',
};

describe('the details of a case', () => {
  it('may all be skipped, and an empty answer is one that the log takes', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ send }));
    expect(page.querySelectorAll('[aria-labelledby="told-title"] [required]')).toHaveLength(0);
    await submit(page, '#told-save');
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note: untoldDetails }]]);
    expect(noteSchema.safeParse(untoldDetails).success).toBe(true);
  });

  it('send what was ticked, chosen and written, without spaces around it, and only when asked', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ send }));
    await tick(page, 'input[name="told-wishes"][value="investigation"]');
    await tick(page, 'input[name="told-wishes"][value="advice"]');
    await tick(page, '#told-first');
    await fill(page, '#told-jurisdiction', 'scotland');
    await fill(page, '#told-story', ' It began in May. ');
    expect(sent).toEqual([]);
    await submit(page, '#told-save');
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note: asked }]]);
    expect(hasDrafts.value).toBe(false);
  });

  it('take an answer back when it is left unanswered again', async () => {
    const { sent, send } = fakeSend();
    const log = noteLog({ details: [oneNote(asked)] });
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ log, send }));
    await fill(page, '#told-jurisdiction', '');
    await tick(page, 'input[name="told-wishes"][value="advice"]');
    await submit(page, '#told-save');
    const note = { ...asked, jurisdiction: undefined, wishes: ['investigation'] };
    expect(sent).toEqual([['note:write', { caseId, noteId: noteId(1), note }]]);
    expect(noteSchema.safeParse(note).success).toBe(true);
  });

  it('keep what is not saved while another part of the case is looked at', async () => {
    const ports = fakePorts({ send: fakeSend().send });
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, ports);
    await fill(page, '#told-impact', 'I do not sleep.');
    expect(hasDrafts.value).toBe(true);
    const again = await draw(<CaseDetailsView caseFile={oneCase} />, ports);
    expect(again.querySelector<HTMLTextAreaElement>('#told-impact')?.value).toBe('I do not sleep.');
    await fill(again, '#told-impact', '');
    expect(hasDrafts.value).toBe(false);
  });

  it('keep what is not saved when saving fails', async () => {
    const { send } = fakeSend({
      'note:write': () => {
        throw new Error('full');
      },
    });
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ send }));
    await fill(page, '#told-name', 'Sam');
    await submit(page, '#told-save');
    expect(page.querySelector('[role="alert"]')).not.toBeNull();
    expect(page.querySelector<HTMLInputElement>('#told-name')?.value).toBe('Sam');
    await fill(page, '#told-name', '');
  });

  it('show what was asked for before, and when, but no version in which that stayed the same', async () => {
    const before = { ...untoldDetails, wishes: ['record-only'] } as const;
    const versions = [
      { ...before, wishes: [...before.wishes] },
      { ...before, wishes: [...before.wishes], story: 'More.' },
      asked,
    ];
    const log = noteLog({ details: [noteOf(1, versions)] });
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ log }));
    const changes = [...page.querySelectorAll('#wish-changes > li')];
    expect(changes).toHaveLength(2);
    expect(changes[0]?.textContent).toContain('an investigation');
    expect(changes[1]?.textContent).toContain('reference number');
    expect(changes[1]?.querySelector('time')?.dateTime).toBe('1970-01-01T00:00:00.000Z');
  });

  it('say why each question is asked', async () => {
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({}));
    const fields = page.querySelectorAll(
      '#told-title ~ form [aria-describedby], #apart-title ~ form [aria-describedby]',
    );
    expect(fields.length).toBeGreaterThan(18);
    for (const field of fields) {
      const hint = page.querySelector(`#${field.getAttribute('aria-describedby')}`);
      expect(hint?.textContent, field.id).toMatch(/^Why: /);
    }
  });

  it('are erased only after it is said what is lost', async () => {
    const { sent, send } = fakeSend();
    const log = noteLog({ details: [oneNote(asked)] });
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ log, send }));
    await press(page, 'told-erase');
    expect(page.querySelector('#told-erase-reason')?.closest('form')).toBeNull();
    // The chain's own entry holds the wish, and no erasing takes it out.
    expect(page.querySelector('dialog')?.textContent).toContain('still says what was asked for');
    expect(sent).toEqual([]);
    expect(page.querySelector('dialog')?.textContent).toContain('lost for good');
    await fill(page, '#told-erase-reason', ' not mine ');
    await press(page, 'told-erase-confirm');
    expect(sent).toEqual([['note:erase', { caseId, noteId: noteId(1), reason: 'not mine' }]]);
  });
});

describe('what is kept apart', () => {
  it('says that it goes into no file unless it is ticked, and is sent as a note of its own', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ send }));
    expect(page.querySelector('[aria-labelledby="apart-title"]')?.textContent).toContain(
      'goes into no file unless you tick it when you export',
    );
    await fill(page, '#apart-phone', ' 07700 900000 ');
    await tick(page, 'input[name="apart-needs"][value="isolation"]');
    await submit(page, '#apart-save');
    const note = { ...untoldConfidential, phone: '07700 900000', vulnerabilities: ['isolation'] };
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note }]]);
  });

  it('may all be skipped', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ send }));
    await submit(page, '#apart-save');
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note: untoldConfidential }]]);
    expect(noteSchema.safeParse(untoldConfidential).success).toBe(true);
  });

  it.each([
    ['17', true],
    [' 9 ', true],
    ['18', false],
    ['over 18', false],
    ['', false],
  ])('speaks to somebody under 18 when the age is “%s”: %s', async (age, isSpoken) => {
    const log = noteLog({ confidential: [oneNote({ ...untoldConfidential, age })] });
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ log }));
    const words = page.querySelector('#for-the-young');
    expect(words !== null).toBe(isSpoken);
    if (isSpoken) expect(words?.textContent).toMatch(/not your fault.*Childline/s);
  });

  it('speaks so too when the box is ticked, before anything is saved', async () => {
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({}));
    expect(page.querySelector('#for-the-young')).toBeNull();
    await tick(page, 'input[name="apart-needs"][value="under-18"]');
    expect(page.querySelector('#for-the-young')).not.toBeNull();
    await tick(page, 'input[name="apart-needs"][value="under-18"]');
  });

  it('is erased on its own', async () => {
    const { sent, send } = fakeSend();
    const log = noteLog({ confidential: [oneNote(untoldConfidential)] });
    const page = await draw(<CaseDetailsView caseFile={oneCase} />, fakePorts({ log, send }));
    await press(page, 'apart-erase');
    await press(page, 'apart-erase-confirm');
    expect(sent).toEqual([['note:erase', { caseId, noteId: noteId(1), reason: '' }]]);
  });
});
