import { localWords } from './moments.ts';

/** A moment in this computer's time zone, with the exact one for machines. */
export function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{localWords(at)}</time>;
}
