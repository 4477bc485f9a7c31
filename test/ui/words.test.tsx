// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import type { Words } from '../../src/model/case.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import type { NoteHistory } from '../../src/model/note.ts';
import type { Reporter } from '../../src/model/reporter.ts';
import { EraseDialog } from '../../src/ui/case/erase-dialog.tsx';
import { LookedAgain } from '../../src/ui/case/exhibit/looked-again.tsx';
import { PrivateNotePart } from '../../src/ui/case/exhibit/private-note.tsx';
import { WordsForm } from '../../src/ui/case/exhibit/words-form.tsx';
import { drafts, hasDrafts } from '../../src/ui/forms/drafts.ts';
import { noteId, wordsWith, written } from '../matter/told.ts';
import { draw, fill, press, settled, submit } from './draw.tsx';
import { captureId, caseId, fakePorts, fakeSend, oneCase } from './fake-ports.ts';
import { recordOf } from './records.ts';

const id = captureId(1);
const { reference } = recordOf(1, {});
const at = '2026-01-01T10:00:00.000Z';

beforeEach(() => {
  drafts.value = new Map();
});

async function tick(place: ParentNode, selector: string): Promise<void> {
  const box = place.querySelector<HTMLInputElement>(selector);
  if (box === null) throw new Error(`no box ${selector}`);
  box.click();
  await settled();
}

function formOf(words: Words | undefined, hasOrders = false) {
  const sha256 = sha256Schema.parse('0'.repeat(64));
  const versions = words === undefined ? [] : [{ version: 1, writtenAt: toInstant(0), words, sha256 }];
  return <WordsForm captureId={id} reference={reference} versions={versions} hasOrders={hasOrders} />;
}

function logOf(
  notes: readonly NoteHistory[],
  reporter: Reporter = { capacity: 'affected' },
): Partial<LogReader> {
  const readNotes = async (_: unknown, kind: string) =>
    notes.filter(({ versions }) => versions[0]?.note.kind === kind);
  return { readNotes: readNotes as unknown as LogReader['readNotes'], readReporter: async () => reporter };
}

describe('words about an exhibit', () => {
  it('send nothing new when nothing new is said', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(formOf(undefined), fakePorts({ send }));
    expect(page.querySelector<HTMLDetailsElement>('#words-more')?.open).toBe(false);
    await fill(page, '#words-whatHappened', 'It came at night.');
    await submit(page, '#words-save');
    expect(sent).toEqual([
      [
        'exhibit:describe',
        { captureId: id, words: { whatHappened: 'It came at night.', impact: '', tags: [], people: [] } },
      ],
    ]);
  });

  it('stay in the form after saving until the log gives them back', async () => {
    const page = await draw(formOf(undefined), fakePorts({}));
    await fill(page, '#words-whatHappened', 'It came at night. ');
    await submit(page, '#words-save');
    const field = page.querySelector<HTMLTextAreaElement>('#words-whatHappened');
    expect(field?.value).toBe('It came at night. ');
    expect(page.querySelector('.button-row [role=status]')?.textContent).toBe('Saved.');
    const later = await draw(formOf(wordsWith({ whatHappened: 'It came at night.' })), fakePorts({}));
    expect(later.querySelector<HTMLTextAreaElement>('#words-whatHappened')?.value).toBe('It came at night.');
    expect(hasDrafts.value).toBe(false);
  });

  it('show where to turn beside a threat, and only there', async () => {
    const page = await draw(formOf(undefined), fakePorts({}));
    expect(page.textContent).not.toContain('999');
    await tick(page, '#words-categories-threat');
    expect(page.textContent).toContain('If you are in danger now, call 999.');
  });

  it('ask what is untrue only of something untrue, and of orders only where there are some', async () => {
    const page = await draw(formOf(undefined), fakePorts({}));
    expect(page.querySelector('#words-untrue')).toBeNull();
    expect(page.querySelector('#words-breaches')).toBeNull();
    const withOrders = await draw(
      formOf(wordsWith({ categories: ['false-statement'] }), true),
      fakePorts({}),
    );
    expect(withOrders.querySelector('#words-untrue')).not.toBeNull();
    expect(withOrders.querySelector('#words-breaches')).not.toBeNull();
  });

  it('hide nothing that was said once, whatever is ticked now', async () => {
    const words = wordsWith({ untrue: 'I was not there.', breachesOrder: true });
    const page = await draw(formOf(words), fakePorts({}));
    expect(page.querySelector<HTMLDetailsElement>('#words-more')?.open).toBe(true);
    expect(page.querySelector<HTMLTextAreaElement>('#words-untrue')?.value).toBe('I was not there.');
    expect(page.querySelector<HTMLInputElement>('#words-breaches')?.checked).toBe(true);
  });

  it('send what is ticked in the order of the boxes', async () => {
    const { sent, send } = fakeSend();
    const page = await draw(formOf(undefined), fakePorts({ send }));
    for (const box of ['#words-categories-hate', '#words-categories-threat', '#words-hate-sex'])
      await tick(page, box);
    await fill(page, '#words-target', 'My sister');
    await submit(page, '#words-save');
    expect(sent[0]?.[1]).toMatchObject({
      words: { categories: ['threat', 'hate'], hatePerceived: ['sex'], target: 'My sister' },
    });
  });
});

describe('a private note', () => {
  const own = written(1, at, { kind: 'private', captureId: id, text: 'Mine' });
  const other = written(2, at, { kind: 'private', captureId: captureId(2), text: 'Of another' });

  it('says where it stays, shows that of this exhibit alone, and is changed in place', async () => {
    const { sent, send } = fakeSend();
    const ports = fakePorts({ log: logOf([own, other]), send });
    const page = await draw(<PrivateNotePart caseFile={oneCase} captureId={id} />, ports);
    expect(page.textContent).toContain('No export holds it.');
    expect(page.querySelector<HTMLTextAreaElement>('#private-text')?.value).toBe('Mine');
    await fill(page, '#private-text', 'Mine too ');
    await submit(page, '#private-save');
    expect(sent).toEqual([
      [
        'note:write',
        { caseId, noteId: noteId(1), note: { kind: 'private', captureId: id, text: 'Mine too' } },
      ],
    ]);
  });

  it('is erased after a question', async () => {
    const { sent, send } = fakeSend();
    const ports = fakePorts({ log: logOf([own]), send });
    const page = await draw(<PrivateNotePart caseFile={oneCase} captureId={id} />, ports);
    await press(page, 'private-erase');
    expect(sent).toEqual([]);
    await press(page, 'private-erase-confirm');
    expect(sent).toEqual([['note:erase', { caseId, noteId: noteId(1), reason: '' }]]);
  });

  it('goes with the exhibit when that is erased, and so does what was seen later', async () => {
    const { sent, send } = fakeSend();
    const again = written(3, at, {
      kind: 'recheck',
      captureId: id,
      on: '2026-01-02',
      state: 'gone',
      words: '',
    });
    const ports = fakePorts({ log: logOf([own, other, again]), send });
    const dialog = (
      <EraseDialog caseFile={oneCase} captureId={id} reference={reference} onClose={() => undefined} />
    );
    await press(await draw(dialog, ports), 'erase-confirm');
    expect(sent.map(([type, request]) => [type, (request as { noteId?: string }).noteId])).toEqual([
      ['exhibit:erase', undefined],
      ['note:erase', noteId(1)],
      ['note:erase', noteId(3)],
    ]);
  });
});

describe('looking again', () => {
  const gone = written(1, at, {
    kind: 'recheck',
    captureId: id,
    on: '2025-12-31',
    state: 'gone',
    words: 'It said so.',
  });

  it('lists what was found before, and writes what is found now by itself', async () => {
    const { sent, send } = fakeSend();
    const ports = fakePorts({ log: logOf([gone]), send });
    const page = await draw(<LookedAgain caseFile={oneCase} captureId={id} />, ports);
    expect(page.querySelector('li')?.textContent).toContain(
      '31 December 2025: not there any more. It said so.',
    );
    expect(page.querySelector<HTMLInputElement>('#again-on')?.value).toBe('2 January 2026');
    await submit(page, '#again-save');
    expect(sent).toEqual([]);
    await fill(page, '#again-state', 'still-there');
    await submit(page, '#again-save');
    expect(sent).toEqual([
      [
        'note:write',
        {
          caseId,
          note: { kind: 'recheck', captureId: id, on: '2026-01-02', state: 'still-there', words: '' },
        },
      ],
    ]);
  });

  it('opens no page, and reminds an officer alone of an authority', async () => {
    const opened: unknown[] = [];
    const shell = { openAddress: async (address: URL) => void opened.push(address) };
    const look = <LookedAgain caseFile={oneCase} captureId={id} />;
    const page = await draw(look, fakePorts({ log: logOf([gone]), shell }));
    expect(page.textContent).not.toContain('authority');
    expect(page.querySelector('a')).toBeNull();
    expect(opened).toEqual([]);
    const officer = { name: '', rank: '', number: '', force: '', address: '', email: '', phone: '' };
    const reporter: Reporter = { capacity: 'officer', officer: { ...officer, caseReference: '' } };
    const theirs = await draw(look, fakePorts({ log: logOf([], reporter) }));
    expect(theirs.textContent).toContain('authority');
  });
});
