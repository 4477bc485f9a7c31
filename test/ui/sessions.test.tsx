// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import type { Session } from '../../src/model/history.ts';
import { type Instant, toInstant } from '../../src/model/identifiers.ts';
import { type NoteKind, noteSchema } from '../../src/model/note.ts';
import type { Officer, Reporter } from '../../src/model/reporter.ts';
import { CaseDetails } from '../../src/ui/case/details/case-details.tsx';
import { SessionReminder } from '../../src/ui/case/details/session-reminder.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { SidePanel } from '../../src/ui/sidepanel/side-panel.tsx';
import { draw, fill, press, submit } from './draw.tsx';
import { caseId, fakePorts, fakeSend, now, oneCase } from './fake-ports.ts';
import { noteLog, oneNote, untoldConfidential } from './notes.ts';

const officer: Officer = {
  name: 'Jo Bloggs',
  rank: 'PC',
  number: '1234',
  force: 'West Midlands Police',
  address: '',
  email: '',
  phone: '',
  caseReference: '20/1234/26',
};
const asOfficer: Partial<LogReader> = {
  readReporter: async (): Promise<Reporter> => ({ capacity: 'officer', officer }),
};
const session: Session = {
  kind: 'session',
  name: 'Jo Bloggs',
  role: 'constable',
  rank: 'PC',
  number: '1234',
  force: 'West Midlands Police',
  caseReference: '20/1234/26',
  purpose: 'Preserve posts before they are deleted.',
  authority: '',
  discussion: '',
};

/** The log of an officer who wrote this session then. */
function afterSession(at: Instant): Partial<LogReader> {
  return { ...noteLog({ session: [oneNote(session, at)] }), ...asOfficer };
}

describe('an officer’s session', () => {
  it('is asked of nobody else', async () => {
    const page = await draw(<CaseDetails caseFile={oneCase} />, fakePorts({}));
    expect(page.querySelector('#session-title')).toBeNull();
  });

  it('is not written without a purpose and a case reference', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(<CaseDetails caseFile={oneCase} />, fakePorts({ log: asOfficer, send }));
    await submit(page, '#session-save');
    expect(sent).toEqual([]);
    expect(page.querySelector('form [role="status"]')?.textContent).toContain('purpose');
  });

  it('is a note of its own each time, filled in but for its purpose', async () => {
    const { sent, send } = fakeSend();
    const log = afterSession(toInstant(0));
    const page = await draw(<CaseDetails caseFile={oneCase} />, fakePorts({ log, send }));
    expect(page.querySelector<HTMLTextAreaElement>('#session-purpose')?.value).toBe('');
    await fill(page, '#session-purpose', ' Check again. ');
    await fill(page, '#session-authority', 'AUTH 7');
    await fill(page, '#session-discussed', 'yes');
    await fill(page, '#session-discussion', 'Wants a warning only.');
    await submit(page, '#session-save');
    const note = {
      ...session,
      purpose: 'Check again.',
      authority: 'AUTH 7',
      optionsDiscussed: 'yes',
      discussion: 'Wants a warning only.',
    };
    expect(sent).toEqual([['note:write', { caseId, noteId: undefined, note }]]);
    expect(noteSchema.safeParse(note).success).toBe(true);
    expect(page.querySelector('#session-erase')).toBeNull();
  });

  it('asks about a repeat visit to the same profile', async () => {
    const page = await draw(<CaseDetails caseFile={oneCase} />, fakePorts({ log: asOfficer }));
    expect(page.querySelector('#session-authority-hint')?.textContent).toContain('repeat visit');
  });
});

describe('the reminder on the page of a case', () => {
  const ofToday = (log: Partial<LogReader>) =>
    draw(<SessionReminder caseFile={oneCase} />, fakePorts({ log })).then(page =>
      page.querySelector('#session-reminder a')?.getAttribute('href'),
    );

  it('is there for an officer without a session today', async () => {
    expect(await ofToday(asOfficer)).toBe(`#case/${caseId}/details`);
    expect(await ofToday(afterSession(toInstant(now().getTime() - 2 * 86_400_000)))).toBeDefined();
  });

  it('is gone once one is written today, and never there for others', async () => {
    expect(await ofToday(afterSession(toInstant(now().getTime())))).toBeUndefined();
    expect(await ofToday({})).toBeUndefined();
  });
});

describe('an officer’s view of the person it happened to', () => {
  const told = noteLog({ confidential: [oneNote({ ...untoldConfidential, phone: '07700 900000' })] });

  it('shows how to reach them only after it is asked for', async () => {
    const page = await draw(
      <CaseDetails caseFile={oneCase} />,
      fakePorts({ log: { ...told, ...asOfficer } }),
    );
    expect(page.querySelector('#apart-phone')).toBeNull();
    await press(page, 'apart-open');
    expect(document.activeElement?.id).toBe('apart-title');
    expect(page.querySelector<HTMLInputElement>('#apart-phone')?.value).toBe('07700 900000');
  });

  it('reads nothing of that where things are recorded', async () => {
    const kinds: NoteKind[] = [];
    const readNotes = (async (_: unknown, kind: NoteKind) => {
      kinds.push(kind);
      return [];
    }) as unknown as LogReader['readNotes'];
    for (const Screen of [Popup, SidePanel])
      await draw(<Screen />, fakePorts({ log: { ...asOfficer, readNotes } }));
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).not.toContain('confidential');
  });
});
