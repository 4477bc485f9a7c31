import { type CaptureCheck, type CaptureCheckName, type CheckResult, isWellEnded } from './capture-check.ts';

/** What each check establishes when it holds, as a short phrase for a list. */
export const checkWords: Readonly<Record<CaptureCheckName, string>> = {
  frames: 'pictures newer than the page’s last change',
  marks: 'pictures free of Holdfast’s own marks',
  place: 'the same address, place, zoom and size around each picture',
  identity: 'the same post before and after each picture',
  seams: 'pictures that agree where they overlap',
  still: 'what stays in place, shown once at most',
  bands: 'a picture with every part of the page in it once',
  visible: 'a full view with nothing in front of it',
  whole: 'a picture that reaches every end',
  late: 'images, fonts and movement that had come',
  text: 'text that is what was seen',
  copy: 'a copy that shows the same as the page',
  restored: 'the page put back as it was',
};

/** How a check ended, as words that can stand before or after {@link checkWords}. */
export const checkResultWords: Readonly<Record<CheckResult, string>> = {
  held: 'held',
  failed: 'did not hold',
  'not-made': 'was not checked',
  'not-needed': 'was not needed',
};

/** The sentence for a record without checks. */
export const noChecksWords = 'This record has no checks in it: the version that made it made none.';

/**
 * The results of one recording's checks in one line, without a capital or full stop: how many held, and the name of
 * each that failed or was not made. A record without checks has a line of its own.
 */
export function checksLine(checks: readonly Pick<CaptureCheck, 'check' | 'result'>[]): string {
  if (checks.length === 0) return 'no checks are in its record';
  const count = (wanted: CheckResult) => checks.filter(({ result }) => result === wanted).length;
  const missed = checks.filter(check => !isWellEnded(check));
  const unneeded = count('not-needed') === 0 ? '' : `, ${count('not-needed')} not needed`;
  if (missed.length === 0)
    return unneeded === '' ? 'every check held' : `${count('held')} checks held${unneeded}`;
  const named = missed.map(({ check, result }) => `${checkWords[check]} (${checkResultWords[result]})`);
  return [`${count('held')} of ${checks.length} checks held${unneeded}`, ...named].join('; ');
}
