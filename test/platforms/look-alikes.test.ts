import { describe, expect, it } from 'vitest';
import { addressIn, isOn, platformFor } from '../../src/platforms/index.ts';
import { modules } from './modules.ts';

/** An address of the platform, taken apart. */
interface Parts {
  readonly host: string;
  readonly rest: string;
}

/** Each way to make an address look as if it lay on a host; what a browser would open is another host or port. */
const disguises: readonly (readonly [what: string, make: (parts: Parts) => string])[] = [
  ['a longer name', ({ host, rest }) => `https://not${host}${rest}`],
  ['a name that ends alike', ({ host, rest }) => `https://evil-${host}${rest}`],
  ['a host below it that it does not use', ({ host, rest }) => `https://evil.example.${host}${rest}`],
  ['its name before another', ({ host, rest }) => `https://${host}.evil.example${rest}`],
  ['its name as a user', ({ host, rest }) => `https://${host}@evil.example${rest}`],
  ['its name and path as a user', ({ host, rest }) => `https://${host}%2F:x@evil.example${rest}`],
  ['its name in the path', ({ host, rest }) => `https://evil.example/${host}${rest}`],
  ['its name behind a backslash', ({ host, rest }) => `https://evil.example\\@${host}${rest}`],
  ['its name in the query', ({ host, rest }) => `https://evil.example/?u=https://${host}${rest}`],
  ['its name in the fragment', ({ host, rest }) => `https://evil.example/#//${host}${rest}`],
  ['a dot at its end', ({ host, rest }) => `https://${host}.${rest}`],
  ['another port', ({ host, rest }) => `https://${host}:8443${rest}`],
  ['a letter of another script', ({ host, rest }) => `https://${homoglyph(host)}${rest}`],
  ['punycode', ({ host, rest }) => `https://xn--${host.replace('.', '-9ya.')}${rest}`],
  ['another ending', ({ host, rest }) => `https://${host.replace(/\.[^.]+$/, '.example')}${rest}`],
  ['another scheme', ({ host, rest }) => `ftp://${host}${rest}`],
];

/** The name with its first vowel, or its first letter, in Cyrillic. */
function homoglyph(host: string): string {
  const alike: Readonly<Record<string, string>> = {
    a: 'а',
    e: 'е',
    o: 'о',
    x: 'х',
    c: 'с',
    p: 'р',
    i: 'і',
    s: 'ѕ',
  };
  return host.replace(/[aeoxcpis]/, letter => alike[letter] ?? letter);
}

/** Where every name below a domain is the platform's own, a longer name is another account and no look-alike. */
function isItsOwn(hosts: readonly string[], { hostname, port, protocol }: URL): boolean {
  const domains = hosts.filter(host => host.startsWith('*.')).map(host => host.slice(1));
  return protocol === 'https:' && port === '' && domains.some(domain => hostname.endsWith(domain));
}

for (const { platform, examples } of modules.filter(each => each.platform.id !== 'web')) {
  describe(platform.name, () => {
    const claimed = examples
      .filter(example => !('identified' in example))
      .map(example => addressIn(example.url)!);
    it.each(disguises)('refuses %s', (_what, disguise) => {
      for (const address of claimed) {
        const { hostname: host, pathname, search, hash } = address;
        const text = disguise({ host, rest: `${pathname}${search}${hash}` });
        if (!URL.canParse(text)) continue;
        const look = new URL(text);
        if (isItsOwn(platform.hosts, look)) {
          expect(platform.identify(look)?.handle, text).not.toBe(platform.identify(address)?.handle);
          continue;
        }
        expect(platform.identify(look), text).toBeUndefined();
        expect(isOn(platform, look), text).toBe(false);
        expect(platformFor(look).id, text).toBe('web');
      }
    });
  });
}

describe('x', () => {
  it.each(['https://netflix.com/a/status/1', 'https://x.com.evil.example/a/status/934106870834454529'])(
    'is not %s',
    text => expect(platformFor(new URL(text)).id).toBe('web'),
  );
});
