import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/model/identifiers.ts';
import { addressIn, deriveTime, platforms } from '../../src/platforms/index.ts';
import { modules, notAfter } from './modules.ts';

const others = platforms.filter(platform => platform.id !== 'web');
const day = 86_400_000;

for (const { platform, examples, vectors } of modules) {
  describe(platform.name, () => {
    it.each(examples.map(example => [example.url, example] as const))('%s', (url, example) => {
      const address = addressIn(url);
      if ('identified' in example) {
        expect(address && platform.identify(address)).toBeUndefined();
        return;
      }
      if (address === undefined) throw new Error('no address');
      const claims = others.filter(other => other.identify(address) !== undefined).map(other => other.id);
      expect(claims).toEqual(platform.id === 'web' ? [] : [platform.id]);
      const found = platform.identify(address);
      expect(found).toMatchObject(example.expect);
      expect(found?.ids).toEqual(example.expect.ids);
    });

    it.each(vectors.map(vector => [vector.id, vector.at, vector] as const))('%s holds %s', (id, at) => {
      expect(deriveTime(platform.id, id, notAfter)?.at).toBe(at);
    });

    it.each(vectors.flatMap(({ id, at }) => (at === undefined ? [] : [[id, at] as const])))(
      'gives no time for %s more than a day before it was made',
      (id, at) => {
        const made = Date.parse(at);
        expect(deriveTime(platform.id, id, toInstant(made - day))?.at).toBe(at);
        expect(deriveTime(platform.id, id, toInstant(made - day - 1))).toBeUndefined();
      },
    );

    it('names permalinks that it identifies as the same thing', () => {
      for (const { url } of examples) {
        const address = addressIn(url);
        const found = address && platform.identify(address);
        if (found === undefined) continue;
        const again = platform.identify(new URL(found.permalink));
        const { handle: _handle, ...stable } = found;
        expect(again, found.permalink).toMatchObject(stable);
      }
    });

    it.each([
      '0',
      '-1',
      '1',
      '9223372036854775807',
      '9223372036854775808',
      '18446744073709551616',
      '1e18',
      '0x10',
      '１８２３９４５８８３９１０２７９１６８',
      ' ',
      '',
    ])('gives no time for %j', id => expect(deriveTime(platform.id, id, notAfter)).toBeUndefined());
  });
}
