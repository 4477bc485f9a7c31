// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { daySchema } from '../../../src/model/preservation.ts';
import { AskAll } from '../../../src/ui/forms/ask.tsx';
import { drafts, hasDrafts } from '../../../src/ui/forms/drafts.ts';
import { Fold } from '../../../src/ui/forms/fold.tsx';
import { FormFrame } from '../../../src/ui/forms/form-frame.tsx';
import { formOf } from '../../../src/ui/forms/form-kind.ts';
import { longestOf } from '../../../src/ui/forms/question.ts';
import { useForm } from '../../../src/ui/forms/use-form.ts';
import { draw, fill, press, submit } from '../draw.tsx';
import { fakePorts } from '../fake-ports.ts';

const schema = z.object({
  title: z.string().min(1).max(12),
  more: z.string().max(300).optional(),
  on: daySchema.optional(),
  names: z.array(z.string().min(1).max(10)).max(3),
  size: z.enum(['small', 'large']),
  marks: z.array(z.enum(['red', 'blue'])).optional(),
  isSure: z.boolean().optional(),
});

const kind = formOf('test', schema, {
  title: { kind: 'line', label: 'Title', hint: 'Why: to find it.', missing: 'Write a title first.' },
  more: { kind: 'text', label: 'More', rows: 2 },
  on: { kind: 'day', label: 'Day', id: 'day' },
  names: { kind: 'lines', label: 'Names', rows: 2 },
  size: { kind: 'choice', label: 'Size', names: { small: 'Small', large: 'Large' } },
  marks: { kind: 'several', label: 'Marks', names: { red: 'Red', blue: 'Blue' } },
  isSure: { kind: 'tick', label: 'I am sure' },
});
const start = kind.draftOf({ size: 'small' });
const full = { ...start, title: 'A title' };

interface ScreenProps {
  readonly send?: (answers: unknown) => Promise<unknown>;
  readonly startsAnew?: boolean;
  readonly isFolded?: boolean;
}

function Screen({ send = async () => undefined, startsAnew = false, isFolded = false }: ScreenProps) {
  const form = useForm(kind, { id: 'test', key: 'one', saved: start, send, startsAnew });
  const questions = <AskAll form={form} />;
  return <FormFrame form={form}>{isFolded ? <Fold title="Folded">{questions}</Fold> : questions}</FormFrame>;
}

const drawn = (props: ScreenProps = {}) => draw(<Screen {...props} />, fakePorts({}));
const said = (page: ParentNode) => page.querySelector('[role="status"]')?.textContent;

beforeEach(() => {
  drafts.value = new Map();
});

describe('a question', () => {
  it('takes its limit, and whether it is needed, from the schema of its answer', async () => {
    const page = await drawn();
    const limitOf = (id: string) => page.querySelector<HTMLInputElement>(id)?.maxLength;
    expect(limitOf('#test-title')).toBe(12);
    expect(limitOf('#test-more')).toBe(300);
    // Three names of ten letters, and a new line after each but the last.
    expect(limitOf('#test-names')).toBe(32);
    expect([...page.querySelectorAll('[required]')].map(({ id }) => id)).toEqual(['test-title']);
  });

  it('is tied to its label and to the reason it is asked for', async () => {
    const page = await drawn();
    const field = page.querySelector('#test-title');
    expect(page.querySelector('label[for="test-title"]')?.textContent).toBe('Title');
    expect(page.querySelector(`#${field?.getAttribute('aria-describedby')}`)?.textContent).toBe(
      'Why: to find it.',
    );
    expect(field?.hasAttribute('aria-invalid')).toBe(false);
  });

  it('needs a limit in the schema of its answer', () => {
    expect(() => longestOf({ kind: 'line', label: 'Text' }, z.string())).toThrow('has no limit');
  });
});

describe('what a form gives', () => {
  it('has no spaces around it, days as the log keeps them, and nothing that was not answered', () => {
    expect(kind.read({ ...full, title: ' A title ', on: '27/3/2026', names: ' Sam \n\nSam\nZoë' })).toEqual({
      answers: { title: 'A title', on: '2026-03-27', names: ['Sam', 'Zoë'], size: 'small' },
    });
  });

  it('comes back into the form as it was', () => {
    const answers = {
      title: 'A title',
      more: 'More',
      on: '2026-03-27',
      names: ['Sam', 'Zoë'],
      size: 'large' as const,
      marks: ['blue' as const],
      isSure: true,
    };
    expect(kind.read(kind.draftOf(answers))).toEqual({ answers });
  });

  it.each([
    ['title', ' ', 'Write a title first.'],
    ['title', 'Longer than that', 'Write at most 12 letters.'],
    ['on', 'last week', 'Write the day like this: 27 March 2026.'],
    ['names', 'a\nb\nc\nd', 'Write each on a line of its own: at most 3 lines, and 10 letters in each.'],
    ['names', 'Elevenlette', 'Write each on a line of its own: at most 3 lines, and 10 letters in each.'],
  ])('is nothing while “%s” is “%s”', (name, typed, words) => {
    expect(kind.read({ ...full, [name]: typed })).toEqual({ faults: { [name]: words }, first: words });
  });
});

describe('saving a form', () => {
  it('says at each field what is wrong, goes to the first, and sends nothing', async () => {
    const sent: unknown[] = [];
    const page = await drawn({ send: async answers => void sent.push(answers) });
    await fill(page, '#test-day', 'last week');
    await submit(page, '#test-save');
    expect(sent).toEqual([]);
    const faulty = [...page.querySelectorAll('[aria-invalid="true"]')];
    expect(faulty.map(({ id }) => id)).toEqual(['test-title', 'test-day']);
    expect(faulty[0]?.getAttribute('aria-describedby')).toBe('test-title-hint test-title-fault');
    expect(page.querySelector('#test-title-fault')?.textContent).toBe('Write a title first.');
    expect(document.activeElement?.id).toBe('test-title');
    expect(said(page)).toBe('Write a title first.');
  });

  it('goes to a field that is folded away, and opens it', async () => {
    const page = await drawn({ isFolded: true });
    await submit(page, '#test-save');
    expect(page.querySelector('details')?.open).toBe(true);
    expect(document.activeElement?.id).toBe('test-title');
  });

  it('takes a fault away when that field is changed, and no other', async () => {
    const page = await drawn();
    await fill(page, '#test-day', 'last week');
    await submit(page, '#test-save');
    await fill(page, '#test-title', 'A title');
    expect([...page.querySelectorAll('.fault')].map(({ id }) => id)).toEqual(['test-day-fault']);
    // Whoever types is not taken to the next one.
    expect(document.activeElement?.id).toBe('test-title');
    expect(said(page)).toBe('Not saved yet.');
  });

  it('says that it is saved, and no more once it is changed', async () => {
    const page = await drawn();
    await fill(page, '#test-title', 'A title');
    await submit(page, '#test-save');
    expect(said(page)).toBe('Saved.');
    expect(page.querySelector<HTMLInputElement>('#test-title')?.value).toBe('A title');
    await fill(page, '#test-more', 'More');
    expect(said(page)).toBe('Not saved yet.');
  });

  it('empties a form that starts anew', async () => {
    const page = await drawn({ startsAnew: true });
    await fill(page, '#test-title', 'A title');
    await submit(page, '#test-save');
    expect(page.querySelector<HTMLInputElement>('#test-title')?.value).toBe('');
    expect(hasDrafts.value).toBe(false);
  });

  it('keeps every word when that fails, and says so', async () => {
    const page = await drawn({ startsAnew: true, send: () => Promise.reject(new Error('full')) });
    await fill(page, '#test-title', 'A title');
    await submit(page, '#test-save');
    expect(page.querySelector('[role="alert"]')).not.toBeNull();
    expect(said(page)).toBe('Not saved yet.');
    expect(page.querySelector<HTMLInputElement>('#test-title')?.value).toBe('A title');
    expect(hasDrafts.value).toBe(true);
  });

  it('sends once while it is being saved', async () => {
    let sent = 0;
    const send = () => {
      sent += 1;
      return new Promise<void>(() => undefined);
    };
    const page = await drawn({ send });
    await fill(page, '#test-title', 'A title');
    await submit(page, '#test-save');
    expect(page.querySelector<HTMLButtonElement>('#test-save')?.disabled).toBe(true);
    await submit(page, '#test-save');
    expect(sent).toBe(1);
  });
});

describe('what was typed', () => {
  it('is warned of and there again on coming back, and spaces alone are nothing', async () => {
    await fill(await drawn(), '#test-more', '  ');
    expect(hasDrafts.value).toBe(false);
    await fill(await drawn(), '#test-more', 'More');
    expect(hasDrafts.value).toBe(true);
    await draw(<p>Another part of the case</p>, fakePorts({}));
    expect((await drawn()).querySelector<HTMLTextAreaElement>('#test-more')?.value).toBe('More');
  });

  it('is an answer of each kind', async () => {
    const sent: unknown[] = [];
    const page = await drawn({ send: async answers => void sent.push(answers) });
    await fill(page, '#test-title', 'A title');
    await fill(page, '#test-size', 'large');
    for (const box of ['#test-marks-blue', '#test-isSure'])
      page.querySelector<HTMLInputElement>(box)?.click();
    await press(page, 'test-save');
    await submit(page, '#test-save');
    expect(sent.at(-1)).toEqual({
      title: 'A title',
      names: [],
      size: 'large',
      marks: ['blue'],
      isSure: true,
    });
  });
});
