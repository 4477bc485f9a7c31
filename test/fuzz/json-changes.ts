import fc from 'fast-check';
import { type ByteChange, byteChange, withByteChanges } from './byte-changes.ts';

/** What is done to a JSON text: one value in it first, then any bytes. */
export interface JsonChange {
  /** Which member to go down to, level by level, each modulo how many there are; and what is done there. */
  readonly value?: { readonly way: readonly number[]; readonly become: Become } | undefined;
  readonly bytes: readonly ByteChange[];
}

type Become =
  | { readonly kind: 'value'; readonly value: unknown }
  /** Left out of its object or list. */
  | { readonly kind: 'gone' }
  /** A list of itself, so often. */
  | { readonly kind: 'often'; readonly times: number }
  /** A list in a list, so deep. */
  | { readonly kind: 'deep'; readonly levels: number };

const telling = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  1e300,
  2 ** 53,
  [],
  {},
  '\ud800',
  '\u0000',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  '-1',
  '0x10',
  '../../a',
  'ABC/1',
  '0000-00-00T00:00:00.000Z',
  '2026-02-31T00:00:00.000Z',
  '0'.repeat(64),
  ...['x', 'discord', 'mastodon', 'tiktok', 'instagram', 'bluesky', 'tumblr', 'web', 'reddit', 'linkedin'],
);

const become: fc.Arbitrary<Become> = fc.oneof(
  fc.record({ kind: fc.constant('value'), value: fc.oneof(telling, telling, fc.jsonValue({ maxDepth: 2 })) }),
  fc.record({ kind: fc.constant('gone') }),
  fc.record({ kind: fc.constant('often'), times: fc.constantFrom(0, 2, 500) }),
  fc.record({ kind: fc.constant('deep'), levels: fc.constantFrom(1, 90, 110, 20_000) }),
);

/** Any change to a JSON text. */
export const jsonChange: fc.Arbitrary<JsonChange> = fc.record({
  value: fc.option(fc.record({ way: fc.array(fc.nat(30), { maxLength: 6 }), become }), {
    nil: undefined,
    freq: 4,
  }),
  bytes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(byteChange, { maxLength: 2 })),
});

/** The text with the changes made, as bytes: they may be no UTF-8 any more. */
export function withJsonChange(text: string, change: JsonChange): Uint8Array {
  const changed = change.value === undefined ? text : replaced(text, change.value);
  return withByteChanges(new TextEncoder().encode(changed), change.bytes);
}

function replaced(text: string, { way, become: what }: NonNullable<JsonChange['value']>): string {
  const holder: { root: unknown } = { root: JSON.parse(text) };
  let parent: object = holder;
  let key = 'root';
  for (const step of way) {
    const value: unknown = Reflect.get(parent, key);
    if (typeof value !== 'object' || value === null) break;
    const keys = Object.keys(value);
    if (keys.length === 0) break;
    parent = value;
    key = keys[step % keys.length] ?? '';
  }
  // A mark, since neither JSON.stringify nor the test's own stack should meet twenty thousand levels.
  const mark = '\u2603 here \u2603';
  const own = JSON.stringify(Reflect.get(parent, key));
  if (what.kind === 'gone') Reflect.deleteProperty(parent, key);
  else Reflect.set(parent, key, mark);
  const around = JSON.stringify(holder.root) ?? '';
  return around.replace(JSON.stringify(mark), () => inPlace(own, what));
}

function inPlace(own: string, what: Become): string {
  switch (what.kind) {
    case 'value':
      return JSON.stringify(what.value);
    case 'often':
      return `[${Array.from({ length: what.times }, () => own).join(',')}]`;
    case 'deep':
      return `${'['.repeat(what.levels)}${own}${']'.repeat(what.levels)}`;
    case 'gone':
      return own;
  }
}
