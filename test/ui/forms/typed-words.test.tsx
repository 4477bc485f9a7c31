// @vitest-environment happy-dom
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../../src/evidence/reader.ts';
import type { Note } from '../../../src/model/note.ts';
import type { Reporter } from '../../../src/model/reporter.ts';
import { AccountsView } from '../../../src/ui/case/accounts/accounts-view.tsx';
import { PeoplePart } from '../../../src/ui/case/accounts/people-part.tsx';
import { CasesView } from '../../../src/ui/case/cases-view.tsx';
import { ContactsView } from '../../../src/ui/case/contacts/contacts-view.tsx';
import { CaseDetails } from '../../../src/ui/case/details/case-details.tsx';
import { DiaryView } from '../../../src/ui/case/diary/diary-view.tsx';
import { EraseDialog } from '../../../src/ui/case/erase-dialog.tsx';
import { LookedAgain } from '../../../src/ui/case/exhibit/looked-again.tsx';
import { PrivateNotePart } from '../../../src/ui/case/exhibit/private-note.tsx';
import { WordsForm } from '../../../src/ui/case/exhibit/words-form.tsx';
import { KeepView } from '../../../src/ui/case/keep/keep-view.tsx';
import { LogView } from '../../../src/ui/case/log/log-view.tsx';
import { written } from '../../matter/told.ts';
import { draw, press } from '../draw.tsx';
import { captureId, fakePorts, kept, oneCase } from '../fake-ports.ts';
import { recordOf } from '../records.ts';

// Browsers tie the property to the attribute; happy-dom does not know of it.
Object.defineProperty(HTMLElement.prototype, 'spellcheck', {
  configurable: true,
  get(this: HTMLElement) {
    return this.getAttribute('spellcheck') !== 'false';
  },
  set(this: HTMLElement, isOn: boolean) {
    this.setAttribute('spellcheck', String(isOn));
  },
});

const id = captureId(1);
const record = recordOf(1, { handle: 'someone' });
const { reference } = record;
const person = written(1, '2026-01-01T10:00:00.000Z', { kind: 'person', name: 'A neighbour' });
const empty = { name: '', rank: '', number: '', force: '', address: '', email: '', phone: '' };
const reporter: Reporter = { capacity: 'officer', officer: { ...empty, caseReference: '' } };

const log: Partial<LogReader> = {
  listRecords: async () => [record],
  listExhibits: async () => [kept(1)],
  countExhibits: async () => ({ all: 1, kept: 1 }),
  readNotes: (async (_: unknown, kind: Note['kind']) =>
    kind === 'person' ? [person] : []) as unknown as LogReader['readNotes'],
  readReporter: async () => reporter,
};

interface Screen {
  readonly name: string;
  readonly shown: VNode;
  /** The buttons that open what is typed into. */
  readonly openers?: readonly string[];
}

const nothing = () => undefined;
const screens: readonly Screen[] = [
  { name: 'the cases', shown: <CasesView cases={[oneCase]} current={oneCase.id} onError={nothing} /> },
  { name: 'the details of a case', shown: <CaseDetails caseFile={oneCase} />, openers: ['apart-open'] },
  {
    name: 'contacts',
    shown: <ContactsView caseFile={oneCase} />,
    openers: ['order-add', 'police-add', 'report-add'],
  },
  { name: 'the diary', shown: <DiaryView caseFile={oneCase} />, openers: ['diary-add'] },
  { name: 'what to keep', shown: <KeepView caseFile={oneCase} /> },
  { name: 'accounts', shown: <AccountsView caseFile={oneCase} />, openers: ['account-1-attach'] },
  {
    name: 'people',
    shown: <PeoplePart caseFile={oneCase} people={[person]} unplaced={[]} />,
    openers: ['person-1-erase'],
  },
  { name: 'a private note', shown: <PrivateNotePart caseFile={oneCase} captureId={id} /> },
  { name: 'looking again', shown: <LookedAgain caseFile={oneCase} captureId={id} /> },
  {
    name: 'words about an exhibit',
    shown: <WordsForm captureId={id} reference={reference} versions={[]} hasOrders />,
  },
  {
    name: 'erasing an exhibit',
    shown: <EraseDialog caseFile={oneCase} captureId={id} reference={reference} onClose={nothing} />,
  },
  { name: 'the search', shown: <LogView caseFile={oneCase} /> },
];

const typedInto = 'textarea, input:not([type]), input[type="text"], input[type="search"]';

describe('a place where words are typed', () => {
  it.each(screens)(
    'sends them to no spell checker, and lets them run as they are written: $name',
    async each => {
      const page = await draw(each.shown, fakePorts({ log }));
      for (const opener of each.openers ?? []) await press(page, opener);
      const fields = [...page.querySelectorAll(typedInto)];
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields) {
        expect(field.getAttribute('spellcheck'), field.id).toBe('false');
        expect(field.getAttribute('dir'), field.id).toBe('auto');
      }
    },
  );

  it.each(screens)('says how long they may be: $name', async each => {
    const page = await draw(each.shown, fakePorts({ log }));
    for (const opener of each.openers ?? []) await press(page, opener);
    const fields = page.querySelectorAll<HTMLInputElement>(`${typedInto}:not([type="search"])`);
    for (const field of fields) expect(field.maxLength, field.id).toBeGreaterThan(0);
  });
});
