import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { verifyBytes } from '../samples/bundle.ts';
import { exported } from './exported-case.ts';
import { toldCase } from './told-case.ts';

it('what the log writes of a whole case is believed by the verifier, export after export', async () => {
  const place = await toldCase();
  const { copy } = place;
  const pictures = [{ reference: 'CD/2', give: 'copies', copies: [copy] }];
  for (const choice of [{}, { pictures }, { exhibitsLeftOut: ['PC/1'] }, { recipient: 'platform' }]) {
    const [zip = new Uint8Array()] = await exported(place, choice);
    const { verdict, findings } = await verifyBytes(zip);
    const said = findings.filter(({ code }) =>
      /^(?:custody|signer\.history|case|exhibit\.commit)\./.test(code),
    );
    const wrong = said.filter(({ severity }) => severity !== 'success').map(({ code }) => code);
    expect(wrong).toEqual('recipient' in choice ? ['case.notes.withheld'] : []);
    expect(findings.filter(({ severity }) => severity === 'failure')).toEqual([]);
    expect(verdict).toBe('intact');
    expect(said.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'custody.story.match',
        'custody.actor.match',
        'custody.exhibits.match',
        'custody.recipient.match',
        'case.description.match',
        'signer.history.match',
      ]),
    );
  }
});
