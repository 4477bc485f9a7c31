// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { type CaptureRecord, captureRecordSchema } from '../../src/model/capture.ts';
import { RecordPart } from '../../src/ui/case/exhibit/record-part.tsx';
import { checksWith } from '../samples/checks.ts';
import { draw } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';
import { recordOf } from './records.ts';

function show(record: CaptureRecord) {
  return draw(<RecordPart record={record} />, fakePorts({}));
}

it('says in one line what was checked, and each check behind it', async () => {
  const page = await show({ ...recordOf(1, { handle: 'a' }), checks: checksWith() });
  const folded = page.querySelector<HTMLDetailsElement>('details.checked');
  expect(folded?.open).toBe(false);
  expect(folded?.querySelector('summary')?.textContent).toBe('Every check held.');
  expect(folded?.querySelectorAll('li')).toHaveLength(13);
});

it('says of an older record that it has no checks', async () => {
  const page = await show(recordOf(1, { handle: 'a' }));
  expect(page.textContent).toContain('This record has no checks in it');
  expect(page.querySelector('details.checked')).toBeNull();
});

it('says in sight that the server answered with an error, and nothing of one that did not', async () => {
  const record = recordOf(1, { handle: 'a' });
  const answered = (httpStatus: number) =>
    captureRecordSchema.parse({ ...record, page: { ...record.page, httpStatus } });
  const sight = (page: Element) =>
    [...page.querySelectorAll('section > dl')].map(each => each.textContent).join();
  expect(sight(await show(answered(404)))).toContain('The server answered 404 (not found).');
  expect(sight(await show(answered(200)))).not.toContain('The server answered');
});
