import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registryFiles, siteIds } from '../../scripts/platforms.ts';
import {
  addressIn,
  deriveTime,
  isOn,
  platformById,
  platformFor,
  platforms,
} from '../../src/platforms/index.ts';
import { preservationFactsOf } from '../../src/platforms/preservation-facts.ts';
import { modules, notAfter } from './modules.ts';

describe('the registry', () => {
  it('stands in alphabetical order with web last', () => {
    const ids = platforms.map(platform => platform.id);
    expect(ids.at(-1)).toBe('web');
    expect(ids.slice(0, -1)).toEqual(ids.slice(0, -1).toSorted());
  });

  it.each(registryFiles())(
    'is made from the folders; if not, run: npx tsx scripts/platforms.ts ($file)',
    one => {
      expect(readFileSync(one.file, 'utf8')).toBe(one.text);
    },
  );

  it('calls each platform by its folder', () => {
    expect(platforms.map(({ id }) => id)).toEqual(siteIds());
  });

  it('has examples, vectors and facts of each', () => {
    for (const { file, platform, examples, vectors, preservation } of modules) {
      expect(examples.length, `${file} exports no examples`).toBeGreaterThan(0);
      expect(vectors.length, `${file} exports no vectors, not even one that gives no time`).toBeGreaterThan(
        0,
      );
      expect(preservationFactsOf(platform.id), `${file} is not in the registry`).toBe(preservation);
    }
  });

  it('agrees with the table in the README', () => {
    const rows =
      readFileSync('README.md', 'utf8').match(/^\| [^|\n]+ \| [^|\n]+ \| [^|\n]+ \| [^|\n]+ \|$/gm) ?? [];
    const cells = rows.map(row => row.split('|').map(cell => cell.trim()));
    const named = new Map(cells.map(([, name = '', , , time = '']) => [name, time]));
    for (const { platform, vectors } of modules) {
      const holdsTime = vectors.some(vector => vector.at !== undefined);
      expect(named.has(platform.name), `README has no row for ${platform.name}`).toBe(true);
      expect(/^yes/.test(named.get(platform.name) ?? ''), `${platform.name}: time from id`).toBe(holdsTime);
    }
  });

  it('gives an address to one platform, whatever the order', () => {
    for (const { platform, examples } of modules) {
      for (const { url } of examples) {
        const address = addressIn(url);
        if (address === undefined || platform.id === 'web') continue;
        const on = platforms.filter(each => isOn(each, address)).map(each => each.id);
        expect(on.length, `${url} lies on ${on.join(' and ')}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('claims what it identifies', () => {
    for (const { platform, examples } of modules) {
      for (const example of examples.filter(each => !('identified' in each))) {
        const address = addressIn(example.url);
        expect(address && platformFor(address).id, example.url).toBe(platform.id);
      }
    }
  });

  it('knows nothing of a platform that it does not hold', () => {
    expect(platformById('elsewhere')).toBeUndefined();
    expect(deriveTime('elsewhere', '1823945883910279168', notAfter)).toBeUndefined();
    expect(preservationFactsOf('__proto__')).toBe(preservationFactsOf('web'));
  });
});
