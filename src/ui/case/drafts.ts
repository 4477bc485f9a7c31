import { computed, signal } from '@preact/signals';
import type { Words, WordsVersion } from '../../model/case.ts';
import type { CaptureId } from '../../model/identifiers.ts';
import { hasNoteDrafts } from './note-drafts.ts';

/** Words as they stand in the form: lists one on a line, nothing cut or tidied while typing. */
export interface Draft {
  readonly whatHappened: string;
  readonly impact: string;
  readonly tags: string;
  readonly people: string;
}

/** Words that were typed and not yet saved, in the memory of this page only. */
export const drafts = signal<ReadonlyMap<CaptureId, Draft>>(new Map());

/** True while closing this page would lose words. */
export const hasDrafts = computed(() => drafts.value.size > 0 || hasNoteDrafts.value);

/** Keeps what is in the form, or forgets it when it says the same as what is saved. */
export function keepDraft(captureId: CaptureId, draft: Draft, saved: Draft): void {
  const next = new Map(drafts.value);
  if (isSame(draft, saved)) next.delete(captureId);
  else next.set(captureId, draft);
  drafts.value = next;
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
  };
}

/** What is sent to the log: lists without empty lines, doubles or spaces around. */
export function wordsOf(draft: Draft): Words {
  return {
    whatHappened: draft.whatHappened.trim(),
    impact: draft.impact.trim(),
    tags: lines(draft.tags),
    people: lines(draft.people),
  };
}

function lines(text: string): string[] {
  return [...new Set(text.split('\n').map(line => line.trim()))].filter(line => line !== '');
}

function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));
}
