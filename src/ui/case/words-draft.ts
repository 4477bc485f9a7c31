import type { Words, WordsVersion } from '../../model/case.ts';
import type { ContentCategory, HateGround } from '../../model/content.ts';
import { draftStore } from '../forms/drafts.ts';

/** Words as they stand in the form: lists one on a line, nothing cut or tidied while typing. */
export interface WordsDraft {
  readonly whatHappened: string;
  readonly impact: string;
  readonly tags: string;
  readonly people: string;
  readonly categories: readonly ContentCategory[];
  readonly target: string;
  readonly witnesses: string;
  readonly offline: string;
  readonly untrue: string;
  readonly breachesOrder: boolean;
  readonly hatePerceived: readonly HateGround[];
}

/** Words that were typed and not yet saved, by capture. */
export const wordsDrafts = draftStore<WordsDraft>('words', wordsOf);

/** The latest version as the form shows it; empty fields when there is none. */
export function wordsDraftOf(versions: readonly WordsVersion[]): WordsDraft {
  const words = versions.at(-1)?.words;
  return {
    whatHappened: words?.whatHappened ?? '',
    impact: words?.impact ?? '',
    tags: (words?.tags ?? []).join('\n'),
    people: (words?.people ?? []).join('\n'),
    categories: words?.categories ?? [],
    target: words?.target ?? '',
    witnesses: words?.witnesses ?? '',
    offline: words?.offline ?? '',
    untrue: words?.untrue ?? '',
    breachesOrder: words?.breachesOrder ?? false,
    hatePerceived: words?.hatePerceived ?? [],
  };
}

/** Whether anything is said beyond what happened, how it felt, the tags and the people. */
export function saysMore(draft: WordsDraft): boolean {
  return Object.keys(moreOf(draft)).length > 0;
}

/**
 * What is sent to the log: lists without empty lines, doubles or spaces around. What is not said is left out, so
 * that words which say the same have the same digest as before there was more to say.
 */
export function wordsOf(draft: WordsDraft): Words {
  return {
    whatHappened: draft.whatHappened.trim(),
    impact: draft.impact.trim(),
    tags: lines(draft.tags),
    people: lines(draft.people),
    ...moreOf(draft),
  };
}

function moreOf(draft: WordsDraft): Partial<Words> {
  const { categories, hatePerceived, breachesOrder } = draft;
  const [target, witnesses] = [draft.target.trim(), draft.witnesses.trim()];
  const [offline, untrue] = [draft.offline.trim(), draft.untrue.trim()];
  return {
    ...(categories.length > 0 && { categories: [...categories] }),
    ...(target !== '' && { target }),
    ...(witnesses !== '' && { witnesses }),
    ...(offline !== '' && { offline }),
    ...(untrue !== '' && { untrue }),
    ...(breachesOrder && { breachesOrder }),
    ...(hatePerceived.length > 0 && { hatePerceived: [...hatePerceived] }),
  };
}

/** The lines of a text without empty ones, doubles or spaces around. */
export function lines(text: string): string[] {
  return [...new Set(text.split('\n').map(line => line.trim()))].filter(line => line !== '');
}
