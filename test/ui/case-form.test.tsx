// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../src/model/case.ts';
import { CaseForm } from '../../src/ui/case/details/case-form.tsx';
import { hasDrafts } from '../../src/ui/forms/drafts.ts';
import { draw, fill, submit } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';

const start = { title: 'A case', initials: 'ABC', name: '' };

async function drawn(startsAnew = false) {
  const saved: unknown[] = [];
  const onSave = async (words: unknown) => void saved.push(words);
  const form = <CaseForm id="case" about="one" start={start} action="Save" {...{ startsAnew, onSave }} />;
  return { saved, page: await draw(form, fakePorts({})) };
}

const typedIn = (page: ParentNode, field: string) => page.querySelector<HTMLInputElement>(field)?.value;

describe('the form of a case', () => {
  it('takes as many initials as a reference can hold, in capital letters', async () => {
    const { saved, page } = await drawn();
    const longest = page.querySelector<HTMLInputElement>('#case-initials')?.maxLength ?? 0;
    const { initials } = caseSchema.shape.producer.shape;
    expect(initials.safeParse('A'.repeat(longest)).success).toBe(true);
    expect(initials.safeParse('A'.repeat(longest + 1)).success).toBe(false);
    await fill(page, '#case-initials', 'xy');
    expect(typedIn(page, '#case-initials')).toBe('XY');
    await fill(page, '#case-name', ' Sam Doe ');
    await submit(page, '#case-save');
    expect(saved).toEqual([{ title: 'A case', initials: 'XY', name: 'Sam Doe' }]);
  });

  it('says at each field what is wrong with it, and saves nothing', async () => {
    const { saved, page } = await drawn();
    await fill(page, '#case-title', ' ');
    await fill(page, '#case-initials', 'X1');
    await submit(page, '#case-save');
    expect(saved).toEqual([]);
    expect(page.querySelector('#case-title-fault')?.textContent).toContain('name for the case');
    expect(page.querySelector('#case-initials-fault')?.textContent).toContain('1 to 5 letters');
    expect(document.activeElement?.id).toBe('case-title');
  });

  it('keeps what was typed while another part is looked at, and is warned of', async () => {
    await fill((await drawn()).page, '#case-title', 'Another name');
    expect(hasDrafts.value).toBe(true);
    await draw(<p>Another part</p>, fakePorts({}));
    expect(typedIn((await drawn()).page, '#case-title')).toBe('Another name');
  });

  it('is empty again once another case was opened with it', async () => {
    const { page } = await drawn(true);
    await fill(page, '#case-title', 'Another name');
    await submit(page, '#case-save');
    expect(typedIn(page, '#case-title')).toBe('A case');
    expect(hasDrafts.value).toBe(false);
  });
});
