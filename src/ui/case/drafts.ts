import { computed, signal } from '@preact/signals';
import type { Words, WordsVersion } from '../../model/case.ts';
import type { ContentCategory, HateGround } from '../../model/content.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import type { DiaryDraft } from './diary-draft.ts';
import { hasNoteDrafts } from './note-drafts.ts';

/** Words as they stand in the form: lists one on a line, nothing cut or tidied while typing. */
export interface Draft {
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

/** Words that were typed and not yet saved, in the memory of this page only. */
export const drafts = signal<ReadonlyMap<CaptureId, Draft>>(new Map());

/** Diary entries that were typed and not yet saved, by the note they change or the case they are new in. */
export const diaryDrafts = signal<ReadonlyMap<string, DiaryDraft>>(new Map());

/** True while closing this page would lose words. */
export const hasDrafts = computed(
  () => drafts.value.size > 0 || diaryDrafts.value.size > 0 || hasNoteDrafts.value,
);

/** Keeps a diary entry that is not saved yet, or forgets it when there is none. */
export function keepDiaryDraft(key: string, draft: DiaryDraft | undefined): void {
  const next = new Map(diaryDrafts.value);
  if (draft === undefined) next.delete(key);
  else next.set(key, draft);
  diaryDrafts.value = next;
}

/** Keeps what is in the form, or forgets it when it says the same as what is saved. */
export function keepDraft(captureId: CaptureId, draft: Draft, saved: Draft): void {
  const next = new Map(drafts.value);
  if (isSame(draft, saved)) next.delete(captureId);
  else next.set(captureId, draft);
  drafts.value = next;
}

/** Forgets the unsaved words of this capture once the log says the same. */
export function settleDraft(captureId: CaptureId, saved: Draft): void {
  const draft = drafts.value.get(captureId);
  if (draft !== undefined && isSame(draft, saved)) forgetDraft(captureId);
}

/** Forgets the unsaved words of this capture. */
export function forgetDraft(captureId: CaptureId): void {
  const next = new Map(drafts.value);
  next.delete(captureId);
  drafts.value = next;
}

/** The latest version as the form shows it; empty fields when there is none. */
export function draftOf(versions: readonly WordsVersion[]): Draft {
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
export function saysMore(draft: Draft): boolean {
  return Object.keys(moreOf(draft)).length > 0;
}

/**
 * What is sent to the log: lists without empty lines, doubles or spaces around. What is not said is left out, so
 * that words which say the same have the same digest as before there was more to say.
 */
export function wordsOf(draft: Draft): Words {
  return {
    whatHappened: draft.whatHappened.trim(),
    impact: draft.impact.trim(),
    tags: lines(draft.tags),
    people: lines(draft.people),
    ...moreOf(draft),
  };
}

function moreOf(draft: Draft): Partial<Words> {
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

function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));
}
