import { wellFormed } from '../../model/well-formed.ts';

/** The same JSON value with {@link wellFormed} done to every text in it; names of members are left as they are. */
export function wellFormedValue(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_name, member) => (typeof member === 'string' ? wellFormed(member) : member)),
  );
}
