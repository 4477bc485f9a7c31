import {
  type ArtifactRole,
  type CaptureRecord,
  type CaptureScope,
  type CaptureStep,
  captureSteps,
} from '../../../model/capture.ts';
import {
  type CaptureCheck,
  checksOf,
  codeOfCheck,
  endsWell,
  isWellEnded,
} from '../../../model/capture-check.ts';
import { checkResultWords, checkWords, noChecksWords } from '../../../model/capture-check-words.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held, noted } from '../../findings.ts';
import { checkClocks } from './check-clocks.ts';

/**
 * What a record says about its own recording: each check of pictures, text and copy, and whether the outcome follows
 * from steps and checks. `path` is the record's.
 *
 * A failed check is a notice, because the record itself reports it and nobody need have changed anything. A record that
 * is called complete all the same is a failure, because Holdfast writes none.
 */
export function checkCapture(path: string, record: CaptureRecord): readonly Finding[] {
  return [
    ...checkOutcome(path, record),
    ...checkSteps(path, record),
    ...checkReasons(path, record),
    ...checkChecks(path, record),
    ...checkClocks(path, record),
  ];
}

function checkOutcome(path: string, record: CaptureRecord): readonly Finding[] {
  const { outcome, reference } = record;
  const missed = missedOf(record);
  if (outcome === 'complete') {
    const lacking = lackingIn(record);
    if (lacking.length > 0) {
      const why = `It is called complete, yet it lacks: ${lacking.join(', ')}.`;
      return [altered('capture.outcome.contradicted', path, why)];
    }
    if (missed.length === 0)
      return [
        held('capture.outcome.match', path, 'It is called complete, and nothing in it says otherwise.'),
      ];
    const why = `It is called complete, yet this is said not to have been done or to hold: ${missed.join(', ')}.`;
    return [altered('capture.outcome.contradicted', path, why)];
  }
  const failed = record.steps.filter(step => step.outcome === 'failed').map(({ step }) => step);
  const which = failed.length > 0 ? ` These steps failed: ${failed.join(', ')}.` : '';
  const partial = noted('exhibit.capture.partial', reference, `The recording was not complete.${which}`);
  if (missed.length > 0) return [partial];
  const why = 'It is called partial, yet none of its steps and checks failed.';
  return [partial, altered('capture.outcome.contradicted', path, why)];
}

/** Steps and checks that the record itself reports as failed or not made. */
function missedOf({ steps, checks, pageChanges }: CaptureRecord): readonly string[] {
  // Versions without checks may have reported a cut in a recording that they called complete.
  const isCut = checks !== undefined && pageChanges.some(({ kind }) => kind === 'truncated');
  return [
    ...(isCut ? ['the whole in the picture'] : []),
    ...steps.filter(({ outcome }) => outcome === 'failed').map(({ step }) => step),
    ...(checks ?? []).filter(check => !isWellEnded(check)).map(({ check }) => check),
  ];
}

/** Steps that no complete recording skips: without them it never began or kept nothing. */
const needed: readonly CaptureStep[] = ['guard', 'clocks', 'tiles', 'commit'];

/** The picture of what the user chose to record. */
const pictureOf: Readonly<Record<CaptureScope, ArtifactRole>> = {
  post: 'screenshot-post',
  viewport: 'screenshot-viewport',
  page: 'screenshot-full-page',
};

/** What every complete recording holds but this one does not, in words. */
function lackingIn({ scope, post, page, clocks, steps, artifacts }: CaptureRecord): readonly string[] {
  const roles = new Set(artifacts.map(({ role }) => role));
  const done = new Set(steps.filter(({ outcome }) => outcome === 'done').map(({ step }) => step));
  const skipped = steps.filter(({ step, outcome }) => outcome === 'skipped' && needed.includes(step));
  const lacking: readonly (readonly [isThere: boolean, what: string])[] = [
    [scope !== 'post' || post !== undefined, 'the post that was asked for'],
    [roles.has(pictureOf[scope]), 'the picture of what was asked for'],
    [page !== undefined, 'the page'],
    [clocks !== undefined, 'the time of the picture'],
    [done.size > 0, 'any step that was done'],
    [skipped.length === 0, `these steps: ${skipped.map(({ step }) => step).join(', ')}`],
    [!done.has('snapshot') || roles.has('page-snapshot'), 'the copy of the page that it says was made'],
    [!done.has('post') || roles.has('post-text'), 'the text that it says was kept'],
  ];
  return lacking.filter(([isThere]) => !isThere).map(([, what]) => what);
}

/** Each step must be reported once, and some file kept, because a recording without files gets no number. */
function checkSteps(path: string, { steps, artifacts }: CaptureRecord): readonly Finding[] {
  const names = new Set(steps.map(({ step }) => step));
  return [
    ...(names.size === steps.length
      ? []
      : [altered('capture.steps.duplicate', path, 'It says more than once how one step ended.')]),
    ...(artifacts.length > 0
      ? []
      : [
          altered(
            'capture.artifacts.empty',
            path,
            'It lists no file. A recording that kept nothing gets no number.',
          ),
        ]),
  ];
}

/** Steps must be in the order in which they are made; a step has a reason unless it was done. */
function checkReasons(path: string, { steps, artifacts }: CaptureRecord): readonly Finding[] {
  const places = steps.map(({ step }) => captureSteps.indexOf(step));
  const isInOrder = places.every((place, index) => place >= (places[index - 1] ?? 0));
  const strange = steps.filter(({ outcome, reason }) => (outcome === 'done') !== (reason === undefined));
  // An interrupted recording has its files, but not everything that was known about its steps.
  const isCopyLeftOut =
    steps.some(({ step, outcome }) => step === 'snapshot' && outcome === 'skipped') &&
    steps.every(({ outcome }) => outcome !== 'failed');
  const hasCopy = artifacts.some(({ role }) => role === 'page-snapshot');
  const names = strange.map(({ step }) => step).join(', ');
  return [
    ...(isInOrder
      ? []
      : [
          altered('capture.steps.disordered', path, 'Its steps are not in the order in which they are made.'),
        ]),
    ...(strange.length === 0
      ? []
      : [
          altered(
            'capture.steps.contradicted',
            path,
            `A step that was done has no reason, and any other has one. It is not so with: ${names}.`,
          ),
        ]),
    ...(isCopyLeftOut && hasCopy
      ? [
          altered(
            'capture.steps.contradicted',
            path,
            'It says that no copy of the page was made, and lists one.',
          ),
        ]
      : []),
  ];
}

function checkChecks(path: string, record: CaptureRecord): readonly Finding[] {
  const { checks, reference } = record;
  if (checks === undefined) return [noted('capture.checks.absent', reference, noChecksWords)];
  if (checks.length === 0)
    return [altered('capture.checks.empty', path, 'It has a list of checks with nothing in it.')];
  const names = new Set(checks.map(({ check }) => check));
  const twice =
    names.size === checks.length
      ? []
      : [altered('capture.checks.duplicate', path, 'It gives more than one answer to one check.')];
  return [...twice, ...checksOf(record).map(check => toFinding(reference, check))];
}

function toFinding(reference: string, { check, result, detail }: CaptureCheck): Finding {
  const said = `Checked while it was recorded – ${checkWords[check]}: ${checkResultWords[result]}. ${detail}`;
  return endsWell(result)
    ? held(codeOfCheck({ check, result }), reference, said.trim())
    : noted(codeOfCheck({ check, result }), reference, said.trim());
}
