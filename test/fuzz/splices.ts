import fc from 'fast-check';
import type { Signer } from '../../src/crypto/signing-key.ts';
import { type Files, reseal } from '../bundle/zip-surgery.ts';

/** How far the forger goes: the seals stay as they were, all digests are made again, or the signer seals again. */
export type Sealing = 'none' | 'digests' | 'signer';

/**
 * One thing that is done to the files of a bundle, of which another of the same signer is at hand. Files, lines, values and
 * blocks are numbers, each modulo how many there are.
 */
export type Splice =
  /** Two files change their contents, or their places in the ZIP. */
  | { readonly kind: 'swap' | 'order'; readonly file: number; readonly other: number }
  /** A file gets the contents of the other bundle's, of the same name if there is one. */
  | { readonly kind: 'take'; readonly file: number; readonly from: number }
  /** A file of the other bundle that this one lacks comes in; or a file goes, or stands twice under a new name. */
  | { readonly kind: 'bring' | 'drop' | 'double'; readonly file: number }
  /** A block of bytes stands twice, goes, changes places with another, or is the other bundle's. */
  | {
      readonly kind: 'block';
      readonly file: number;
      readonly at: number;
      readonly to: number;
      readonly length: number;
      readonly how: How;
    }
  /** The same with lines of a text. */
  | {
      readonly kind: 'line';
      readonly file: number;
      readonly at: number;
      readonly to: number;
      readonly how: How;
    }
  /** The same with values of a JSON text. */
  | {
      readonly kind: 'value';
      readonly file: number;
      readonly at: number;
      readonly to: number;
      readonly how: How;
    };

type How = 'double' | 'drop' | 'swap' | 'other';

/** What is done to a bundle, and how it is sealed then. */
interface Splicing {
  readonly steps: readonly Splice[];
  readonly sealing: Sealing;
}

const how = fc.constantFrom<How>('double', 'drop', 'swap', 'other');
const at = fc.nat(100_000);
const file = fc.nat(1_000);

const splice: fc.Arbitrary<Splice> = fc.oneof(
  fc.record({ kind: fc.constantFrom('swap' as const, 'order' as const), file, other: file }),
  fc.record({ kind: fc.constant('take' as const), file, from: file }),
  fc.record({
    kind: fc.constantFrom('bring' as const, 'drop' as const, 'double' as const),
    file,
  }),
  fc.record({
    kind: fc.constant('block' as const),
    file,
    at,
    to: at,
    length: fc.integer({ min: 1, max: 5_000 }),
    how,
  }),
  fc.record({ kind: fc.constant('line' as const), file, at, to: at, how }),
  fc.record({ kind: fc.constant('value' as const), file, at, to: at, how }),
);

/** Up to three steps. */
export const splices: fc.Arbitrary<readonly Splice[]> = fc.array(splice, { minLength: 1, maxLength: 3 });

/** The files with the steps made and sealed. They may come out as they were. */
export async function spliced(
  files: Files,
  other: Files,
  { steps, sealing }: Splicing,
  signer: Signer,
): Promise<Files> {
  const changed = steps.reduce((before, step) => withStep(before, other, step), files);
  if (sealing === 'none') return changed;
  return await reseal(changed, sealing === 'signer' ? signer : undefined);
}

function withStep(files: Files, other: Files, step: Splice): Files {
  const names = [...files.keys()];
  const name = nth(names, step.file);
  const bytes = files.get(name) ?? new Uint8Array();
  switch (step.kind) {
    case 'swap': {
      const second = nth(names, step.other);
      return new Map(files).set(name, files.get(second) ?? bytes).set(second, bytes);
    }
    case 'order': {
      const second = nth(names, step.other);
      const places = names.map(each => (each === name ? second : each === second ? name : each));
      return new Map(places.map(each => [each, files.get(each) ?? new Uint8Array()]));
    }
    case 'take':
      return new Map(files).set(name, other.get(name) ?? nth([...other.values()], step.from));
    case 'bring': {
      const missing = [...other].filter(([each]) => !files.has(each));
      const brought = missing[step.file % Math.max(1, missing.length)];
      return brought === undefined ? files : new Map([...files, brought]);
    }
    case 'drop':
      return new Map([...files].filter(([each]) => each !== name));
    case 'double':
      return new Map(
        [...files].flatMap(([each, own]) =>
          each === name
            ? [
                [each, own],
                [`${each}2`, own],
              ]
            : [[each, own]],
        ),
      );
    case 'block':
      return new Map(files).set(name, withBlock(bytes, other.get(name), step));
    case 'line':
      return new Map(files).set(name, withLine(bytes, other.get(name), step));
    case 'value':
      return new Map(files).set(name, withValue(bytes, other.get(name), step));
  }
}

function nth<T>(all: readonly T[], number: number): T {
  const found = all[number % all.length];
  if (found === undefined) throw new Error('a bundle without files');
  return found;
}

interface Places {
  readonly at: number;
  readonly to: number;
  readonly how: How;
}

/** Parts of a list doubled, dropped, exchanged, or taken from the other list. */
function withParts<T>(
  parts: readonly T[],
  others: readonly T[] | undefined,
  { at, to, how: what }: Places,
): T[] {
  const made = [...parts];
  const [one, second] = [at % parts.length, to % parts.length];
  const [own, its] = [parts[one], parts[second]];
  if (own === undefined || its === undefined) return made;
  if (what === 'double') made.splice(second, 0, own);
  if (what === 'drop') made.splice(one, 1);
  if (what === 'swap') [made[one], made[second]] = [its, own];
  const taken = others?.[to % others.length];
  if (what === 'other' && taken !== undefined) made[one] = taken;
  return made;
}

function withBlock(
  bytes: Uint8Array,
  other: Uint8Array | undefined,
  { length, ...places }: Places & { readonly length: number },
): Uint8Array {
  const long = Math.min(length, Math.max(1, Math.ceil(bytes.length / 3)));
  const cut = (all: Uint8Array) =>
    Array.from({ length: Math.ceil(all.length / long) }, (_, index) =>
      all.subarray(index * long, (index + 1) * long),
    );
  return new Uint8Array(Buffer.concat(withParts(cut(bytes), other && cut(other), places)));
}

function withLine(bytes: Uint8Array, other: Uint8Array | undefined, places: Places): Uint8Array {
  const linesOf = (all: Uint8Array) =>
    Buffer.from(all)
      .toString('latin1')
      .split(/(?<=\n)/);
  const lines = withParts(linesOf(bytes), other && linesOf(other), places);
  return new Uint8Array(Buffer.from(lines.join(''), 'latin1'));
}

/** One value of a JSON text; other files stay as they are. */
function withValue(
  bytes: Uint8Array,
  other: Uint8Array | undefined,
  { at, to, how: what }: Places,
): Uint8Array {
  const json = parsed(bytes);
  if (json === undefined) return bytes;
  const slots = slotsOf(json);
  if (slots.length === 0) return bytes;
  const [one, second] = [nth(slots, at), nth(slots, to)];
  if (what === 'drop') drop(one);
  if (what === 'double') double(one);
  if (what === 'swap') {
    const [own, its] = [read(one), read(second)];
    if (!isWithin(own, its) && !isWithin(its, own)) {
      Reflect.set(one.holder, one.key, its);
      Reflect.set(second.holder, second.key, own);
    }
  }
  if (what === 'other') {
    const others = other === undefined ? [] : slotsOf(parsed(other)).filter(slot => slot.way === one.way);
    if (others.length > 0) Reflect.set(one.holder, one.key, read(nth(others, to)));
  }
  return new TextEncoder().encode(JSON.stringify(json));
}

interface Slot {
  readonly holder: object;
  readonly key: string;
  /** Names only, so that the second of a list stands for the first too. */
  readonly way: string;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function slotsOf(value: unknown, way = ''): readonly Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap(key => {
    const own = `${way}/${Array.isArray(value) ? '*' : key}`;
    return [{ holder: value, key, way: own }, ...slotsOf(Reflect.get(value, key), own)];
  });
}

function read({ holder, key }: Slot): unknown {
  return Reflect.get(holder, key);
}

function drop({ holder, key }: Slot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function double(slot: Slot): void {
  const { holder, key } = slot;
  if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(read(slot)));
  else Reflect.set(holder, `${key}2`, read(slot));
}

function isWithin(value: unknown, inner: unknown): boolean {
  if (value === inner) return true;
  return (
    typeof value === 'object' && value !== null && Object.values(value).some(each => isWithin(each, inner))
  );
}
