import { z } from 'zod';

/**
 * What a capture checks about its own pictures, text and copy, in display order.
 *
 * | check      | what it asks                                                                              |
 * |------------|-------------------------------------------------------------------------------------------|
 * | `frames`   | is every picture newer than the last change of the page that was made or seen?            |
 * | `marks`    | is nothing that Holdfast drew over the page in a picture?                                 |
 * | `place`    | were address, scroll position, zoom and size the same before and after every picture?     |
 * | `identity` | was it the same post (number, words, author) before and after every picture?              |
 * | `seams`    | do neighbouring pictures agree, pixel by pixel, where they overlap?                        |
 * | `still`    | do elements that stay in place while the page scrolls appear at most once when joined?    |
 * | `bands`    | is no part of the picture blank, unpainted or repeated where the page is not?             |
 * | `visible`  | is nothing over the post, and no part of it clipped away?                                 |
 * | `whole`    | does the picture reach both ends of the recorded area, in both directions?                |
 * | `late`     | had pictures, fonts and animations in view loaded?                                        |
 * | `text`     | does the text contain what was visible, and nothing else?                                 |
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
 * `not-made`: the check could not be made, for the reason given. `not-needed`: there was nothing to check, such as the
 * seams of a single picture. A capture is complete only if every check held or was not needed.
 */
export const checkResultSchema = z.enum(['held', 'failed', 'not-made', 'not-needed']);
export type CheckResult = z.infer<typeof checkResultSchema>;

/** One check with its result and a plain sentence: what was compared, or what differs and where. */
export const captureCheckSchema = z.object({
  check: captureCheckNameSchema,
  result: checkResultSchema,
  detail: z.string(),
});
export type CaptureCheck = z.infer<typeof captureCheckSchema>;

/** The detail for a check that a record with other checks does not name. */
const unnamedDetail = 'The record does not say that this was checked.';

/**
 * Every check in display order, each once with the worst result in the record. A check that the record leaves out is
 * `not-made`. Empty where the record has no checks.
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

/** The checks that failed or were not made, so that the capture is not complete. */
export function missedChecks(record: {
  readonly checks?: readonly CaptureCheck[] | undefined;
}): readonly CaptureCheck[] {
  return checksOf(record).filter(check => !isWellEnded(check));
}

/** Results with which a capture can still be complete. */
export type WellEnded = 'held' | 'not-needed';

/** Whether a capture with this check can still be complete. */
export function isWellEnded({ result }: Pick<CaptureCheck, 'result'>): boolean {
  return endsWell(result);
}

/** {@link isWellEnded} for a result alone. */
export function endsWell(result: CheckResult): result is WellEnded {
  return result === 'held' || result === 'not-needed';
}

/** The code of a finding that repeats a check, such as `capture.seams.held`. */
export type CheckCode<Result extends CheckResult = CheckResult> = `capture.${CaptureCheckName}.${Result}`;

/** The check's finding code, such as `capture.seams.held`. */
export function codeOfCheck<Result extends CheckResult>({
  check,
  result,
}: Pick<CaptureCheck, 'check'> & { readonly result: Result }): CheckCode<Result> {
  return `capture.${check}.${result}`;
}
