import { expect, it } from 'vitest';
import { verifyBytes } from '../samples/bundle.ts';
import { storyZip } from './tamper/story.ts';

it('a case told as the program tells it is intact, and the chain agrees with all of it', async () => {
  const { verdict, findings } = await verifyBytes(await storyZip());
  expect(verdict).toBe('intact');
  const noticed = findings.filter(({ code, severity }) => severity === 'notice' && !isOfSample.test(code));
  expect(noticed).toEqual([]);
  expect(findings.filter(({ severity }) => severity === 'success').map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'custody.opening.first',
      'custody.story.match',
      'custody.actor.match',
      'signer.history.match',
      'custody.recipient.match',
      'custody.exhibits.match',
      'case.description.match',
      'capture.time.ordered',
    ]),
  );
});

/** What the sample itself gives to notice: an erased exhibit, a recording that was not complete, no time-stamp, and a key to compare. */
const isOfSample =
  /^(?:exhibit\.absent|exhibit\.capture|capture\.copy|capture\.composition|paper|time-stamp|signer\.certificate)\./;
