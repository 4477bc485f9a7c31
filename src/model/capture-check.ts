import { z } from 'zod';

/**
 * What a capture checks before it believes its own pictures, words and copy. The order is that in which they are shown.
 *
 * | check      | what it asks                                                                              |
 * |------------|-------------------------------------------------------------------------------------------|
 * | `frames`   | is every picture newer than the last change of the page that was made or seen?            |
 * | `marks`    | is nothing that Holdfast drew over the page in a picture?                                 |
 * | `place`    | were address, scroll position, zoom and size the same before and after every picture?     |
 * | `identity` | was it the same post (number, words, author) before and after every picture?              |
 * | `seams`    | do neighbouring pictures agree, pixel by pixel, where they overlap?                        |
 * | `still`    | does what stays in place while the page moves stand in the joined picture once at most?   |
 * | `bands`    | is no part of the picture blank, unpainted or repeated where the page is not?             |
 * | `visible`  | is nothing over the post, and no part of it clipped away?                                 |
 * | `whole`    | does the picture reach both ends of what was to be recorded, in both directions?          |
 * | `late`     | had pictures, fonts and animations in view come?                                          |
 * | `text`     | does the text hold what was seen, and nothing that was not?                               |
 * | `copy`     | does the copy, drawn once, show the same words and boxes as the page?                     |
 * | `restored` | was the page put back as it was?                                                          |
 */
export const captureChecks = [
  'frames',
  'marks',
  'place',
  'identity',
  'seams',
  'still',
  'bands',
  'visible',
  'whole',
  'late',
  'text',
  'copy',
  'restored',
] as const;
export const captureCheckNameSchema = z.enum(captureChecks);
export type CaptureCheckName = z.infer<typeof captureCheckNameSchema>;

/**
 * `held` and `failed` are answers; `not-made` says that the check could not be made, and why; `not-needed` that there
 * was nothing to check, as seams of a single picture. A capture is complete only if every check held or was not needed.
 */
export const checkResultSchema = z.enum(['held', 'failed', 'not-made', 'not-needed']);
export type CheckResult = z.infer<typeof checkResultSchema>;

/** One check with its result and a sentence in plain words: what was compared, or what differs and where. */
export const captureCheckSchema = z.object({
  check: captureCheckNameSchema,
  result: checkResultSchema,
  detail: z.string(),
});
export type CaptureCheck = z.infer<typeof captureCheckSchema>;

/** What {@link checksOf} says of a check that a record with others does not name. */
const unnamedDetail = 'The record does not say that this was checked.';

/**
 * Every check in the order in which they are shown, each once and with the gravest answer that the record gives to
 * it. One that the record leaves out was not made. None at all where the record has no checks.
 */
export function checksOf({
  checks = [],
}: {
  readonly checks?: readonly CaptureCheck[] | undefined;
}): readonly CaptureCheck[] {
  if (checks.length === 0) return [];
  return captureChecks.map(check => {
    const answers = checks.filter(each => each.check === check);
    const gravest = gravestFirst.flatMap(result => answers.filter(each => each.result === result))[0];
    return gravest ?? { check, result: 'not-made', detail: unnamedDetail };
  });
}

const gravestFirst: readonly CheckResult[] = ['failed', 'not-made', 'held', 'not-needed'];

/** The checks that did not hold or were not made: what keeps a capture from being complete. */
export function missedChecks(record: {
  readonly checks?: readonly CaptureCheck[] | undefined;
}): readonly CaptureCheck[] {
  return checksOf(record).filter(check => !isWellEnded(check));
}

/** How a check ends where the capture may still be called complete. */
export type WellEnded = 'held' | 'not-needed';

/** Whether a capture with this check may still be called complete. */
export function isWellEnded({ result }: Pick<CaptureCheck, 'result'>): boolean {
  return endsWell(result);
}

/** The same of the answer alone. */
export function endsWell(result: CheckResult): result is WellEnded {
  return result === 'held' || result === 'not-needed';
}

/** The code of a finding that repeats a check: `capture.seams.held`. */
export type CheckCode<Result extends CheckResult = CheckResult> = `capture.${CaptureCheckName}.${Result}`;

/** The check's finding code: `capture.seams.held`. */
export function codeOfCheck<Result extends CheckResult>({
  check,
  result,
}: Pick<CaptureCheck, 'check'> & { readonly result: Result }): CheckCode<Result> {
  return `capture.${check}.${result}`;
}
