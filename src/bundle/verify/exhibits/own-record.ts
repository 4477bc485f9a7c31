import type { z } from 'zod';
import type { Finding } from '../../../model/finding.ts';
import { altered } from '../../findings.ts';

/** Limit on the members of one record that are named, because a hostile one may have a million. */
export const mostNamed = 20;
/** Longer names of members are cut, in characters. */
const longestName = 60;

/** A record that could be read, and findings on its unknown members. */
export interface OwnRecord<T> {
  readonly record?: T;
  readonly findings: readonly Finding[];
}

/**
 * Reads a value as a record of the format that this version knows. The format is closed: an unknown member would be in
 * the file but read by nobody, so each is a finding, as is a number, text or list beyond the format's limits. `subject`
 * is the record's path. Without a `record` in the result, the value is not of this format.
 */
export function readOwn<T>(schema: z.ZodType<T>, value: unknown, subject: string): OwnRecord<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { findings: outOfBounds(parsed.error, subject) };
  const unknown = unknownMembers(value, parsed.data).map(name =>
    altered('record.member.unknown', subject, `“${name}” stands in it. Holdfast never writes that.`),
  );
  return { record: parsed.data, findings: unknown };
}

function outOfBounds({ issues }: z.ZodError, subject: string): readonly Finding[] {
  return issues
    .filter(({ code }) => code === 'too_big' || code === 'too_small')
    .slice(0, mostNamed)
    .map(({ path }) => {
      const name = path.map(step => shortened(String(step))).join('.');
      const detail = `“${name}” is larger or smaller than it can be in a recording.`;
      return altered('record.member.out-of-bounds', subject, detail);
    });
}

/**
 * The paths of members of a parsed JSON value that a schema dropped, such as `post.account.extra`; at most {@link
 * mostNamed}. `read` is the schema's result for `value` and otherwise equal to it.
 */
export function unknownMembers(value: unknown, read: unknown): readonly string[] {
  const found: string[] = [];
  walk({ value, read, path: '' }, found);
  return found;
}

interface Place {
  readonly value: unknown;
  readonly read: unknown;
  readonly path: string;
}

function walk({ value, read, path }: Place, found: string[]): void {
  if (!isObject(value) || !isObject(read)) return;
  for (const name of Object.keys(value)) {
    if (found.length >= mostNamed) return;
    const here = `${path === '' ? '' : `${path}.`}${shortened(name)}`;
    if (Object.hasOwn(read, name)) walk({ value: value[name], read: read[name], path: here }, found);
    else found.push(here);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}
