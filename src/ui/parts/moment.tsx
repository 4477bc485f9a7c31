import { localWords } from './moments.ts';

/** A moment by this computer's clock, with the exact one for machines. */
export function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{localWords(at)}</time>;
}
