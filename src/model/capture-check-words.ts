import { type CaptureCheck, type CaptureCheckName, type CheckResult, isWellEnded } from './capture-check.ts';

/** What each check looks for, as a few words that stand in a list: what there is when it held. */
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

/** How a check ended, in words that stand before or after those of the check. */
export const checkResultWords: Readonly<Record<CheckResult, string>> = {
  held: 'held',
  failed: 'did not hold',
  'not-made': 'was not checked',
  'not-needed': 'was not needed',
};

/** Said of a record that has no checks in it. */
export const noChecksWords = 'This record has no checks in it: the version that made it made none.';

/**
 * How the checks of one recording ended, in one line that begins small and has no full stop: how many held, and by
 * name each that did not hold or was not made. That there are none is said too.
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
