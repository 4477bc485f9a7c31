// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { noDamage } from '../../src/exporting/gather/damage.ts';
import { sha256Schema } from '../../src/model/identifiers.ts';
import { receivedIdSchema } from '../../src/model/received.ts';
import { DamagedChoice } from '../../src/ui/export/damaged-choice.tsx';
import { draw, press } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';

const receivedId = receivedIdSchema.parse('7f3c0d52-1111-4222-8333-000000000001');
const sha256 = sha256Schema.parse('a'.repeat(64));

it('names exhibits and received files in one question', async () => {
  const lostReceived = [{ receivedId, name: 'one.zip', sha256 }];
  const damage = { ...noDamage, damaged: ['ABC/2'], lostReceived };
  const place = await draw(<DamagedChoice damage={damage} onAnswer={() => undefined} />, fakePorts({}));
  const items = [...place.querySelectorAll('li')].map(({ textContent }) => textContent ?? '');
  expect(items).toEqual([expect.stringMatching(/^ABC\/2: /), `one.zip, SHA-256 ${sha256}`]);
  expect(place.querySelectorAll('#export-others')).toHaveLength(1);
});

it('names each received file that is lost, and asks whether to export without it', async () => {
  const answers: boolean[] = [];
  const lostReceived = [{ receivedId, name: '‮piz.exe', sha256 }];
  const place = await draw(
    <DamagedChoice damage={{ ...noDamage, lostReceived }} onAnswer={exports => answers.push(exports)} />,
    fakePorts({}),
  );
  const text = place.textContent ?? '';
  for (const words of [
    'Some files that you received can no longer be read as they came.',
    `[U+202E]piz.exe, SHA-256 ${sha256}`,
    'The file will say that it is incomplete.',
  ])
    expect(text).toContain(words);
  await press(place, 'export-others');
  await press(place, 'export-cancel');
  expect(answers).toEqual([true, false]);
});
