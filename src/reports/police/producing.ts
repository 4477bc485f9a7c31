import { accountName } from '../../matter/platform-names.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import { type CaptureCheck, missedChecks } from '../../model/capture-check.ts';
import { checkResultWords, checkWords } from '../../model/capture-check-words.ts';
import type { Capacity } from '../../model/details.ts';
import { shownImages } from '../../words/artifacts.ts';
import { errorAnswer } from '../../words/http-status.ts';
import { givenArtifacts, latestWords, type ReportExhibit } from '../input.ts';
import { recordedAt, ukMoment } from './item-words.ts';
import type { PoliceCase } from './police-case.ts';

const whose: Readonly<Record<Capacity, string>> = {
  affected: '[my computer]',
  'parent-or-carer': '[my own computer / their computer]',
  representative: '[my own computer / their computer]',
  helper: '[my own computer / their computer]',
  witness: '[my computer]',
  officer: '[which police computer]',
};

/**
 * The paragraph by which a witness produces one exhibit, filled in from the record. What was seen is in the person's
 * own words; without any it is left to be filled in.
 */
export function producingWords(exhibit: ReportExhibit, { words, capacity }: PoliceCase): string {
  const { record } = exhibit;
  const { name, version } = record.software;
  const sentences = [
    ...ownWords(exhibit),
    `On ${ukMoment(recordedAt(record))} (UK time) I used the browser extension ${name}, version ${version}, on ${whose[capacity]} to make a record of ${pageWords(record)}, which was open in my browser ${signedInWords(record)}.`,
    ...(hasOwnWords(exhibit) ? [] : [seenWords(capacity)]),
    ...shownTime(record),
    ...limitsOf(record),
    ...heldBackWords(exhibit),
    `I produce it as my ${words.exhibit} ${record.reference}: the files in the folder data/${exhibit.entry.directory}, among them those below.`,
  ];
  return sentences.join(' ').replaceAll('\n ', '\n');
}

function hasOwnWords({ entry }: ReportExhibit): boolean {
  return (latestWords(entry)?.whatHappened.trim() ?? '') !== '';
}

function ownWords({ entry }: ReportExhibit): readonly string[] {
  const words = latestWords(entry);
  if (words === undefined) return [];
  const last = entry.words.toSorted((a, b) => b.version - a.version)[0];
  const parts = [
    words.whatHappened,
    words.untrue ? `What is not true in it: ${words.untrue}` : '',
    words.people.length > 0 ? `Who did it, as I believe: ${words.people.join(', ')}.` : '',
    words.target ? `It was aimed at ${words.target}.` : '',
    words.offline ? `What it has to do with things away from the screen: ${words.offline}` : '',
    words.witnesses ? `Who else saw it: ${words.witnesses}` : '',
  ].filter(part => part.trim() !== '');
  if (parts.length === 0 || last === undefined) return [];
  return [`${parts.join('\n')}\n(I wrote these words on ${ukMoment(last.writtenAt)}.)\n`];
}

/** Somebody who helps must say who saw it: they themselves, or the person who told them. */
function seenWords(capacity: Capacity): string {
  if (capacity === 'helper' || capacity === 'parent-or-carer' || capacity === 'representative')
    return 'I saw on the screen myself: [describe what you saw; where you were only told, say who told you].';
  return 'I saw on the screen: [describe what you saw].';
}

/** The time as it was shown on the page: what the witness could see, not a finding. */
function shownTime({ post }: CaptureRecord): readonly string[] {
  const text = post?.displayedTime?.text.trim() ?? '';
  return text === '' ? [] : [`The time shown beside it was “${text}”.`];
}

function pageWords({ page }: CaptureRecord): string {
  if (page === undefined) return 'a page whose title and address were not recorded';
  const title = page.title.trim() === '' ? 'a page without a title' : `the page “${page.title}”`;
  return `${title} at ${page.finalAddress}`;
}

function signedInWords({ post }: CaptureRecord): string {
  const name = post?.signedIn && accountName(post.signedIn);
  return name === undefined ? '[while signed in as … / while not signed in]' : `while signed in as ${name}`;
}

/** States that a whole record shows what was seen; of any other, what is missing or was not checked. */
function limitsOf(record: CaptureRecord): readonly string[] {
  const { artifacts, outcome, page } = record;
  const [picture] = shownImages(artifacts);
  const redrawn = picture?.method === 're-render';
  const missed = missedChecks(record);
  const answer = errorAnswer(page?.httpStatus);
  if (picture !== undefined && outcome === 'complete' && !redrawn && missed.length === 0)
    return [...answer, 'The record shows what I saw. I did not alter it.'];
  return [
    ...answer,
    ...(picture === undefined ? ['There is no picture.'] : []),
    ...(redrawn
      ? [
          'The browser gave no picture, so the program drew the page again from its code; the drawing may differ from what I saw.',
        ]
      : []),
    ...(outcome === 'partial' ? [`The record is partial${reasonsOf(record)}`] : []),
    ...(missed.length > 0
      ? [`What the program did not find to be so, or did not check: ${listOf(missed)}.`]
      : []),
    'I did not alter it.',
  ];
}

/** The reasons of the failed steps, except those that the checks already give. */
function reasonsOf(record: CaptureRecord): string {
  const said = new Set(missedChecks(record).map(({ detail }) => detail));
  const reasons = record.steps.flatMap(({ outcome, reason }) =>
    outcome === 'failed' && reason !== undefined && !said.has(reason) ? [reason.replace(/\.?$/, '.')] : [],
  );
  return reasons.length === 0 ? '.' : `: ${[...new Set(reasons)].join(' ')}`;
}

function listOf(missed: readonly CaptureCheck[]): string {
  return missed
    .map(({ check, result, detail }) => {
      const why = detail === '' ? '' : `: ${detail.replace(/\.$/, '')}`;
      return `${checkWords[check]} (${checkResultWords[result]}${why})`;
    })
    .join('; ');
}

/** Says that pictures are not among the files, and what replaces them. */
function heldBackWords({ entry: { heldBack, workingCopies = [] } }: ReportExhibit): readonly string[] {
  return [
    ...(heldBack === undefined
      ? []
      : ['I keep the original pictures and the copy of the page; they are not in the folder.']),
    ...(workingCopies.length === 0
      ? []
      : ['The folder holds a working copy of a picture, on which I covered or cut off areas.']),
  ];
}

/** The shown picture, the working copies and the record, each with its digest on a line of its own. */
export function digestLines(exhibit: ReportExhibit): string {
  const { entry } = exhibit;
  const [picture] = shownImages(givenArtifacts(exhibit));
  const files = [
    ...(picture === undefined ? [] : [{ path: picture.path, sha256: picture.sha256 }]),
    ...(entry.workingCopies ?? []),
    { path: 'capture.json', sha256: entry.recordSha256 },
  ];
  return files.map(({ path, sha256 }) => `${path} SHA-256 ${sha256}`).join('\n');
}
