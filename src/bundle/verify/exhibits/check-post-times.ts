import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { type Instant, toInstant } from '../../../model/identifiers.ts';
import type { MachineTime, PostedAt, RelatedPost } from '../../../model/post.ts';
import { altered, held, noted } from '../../findings.ts';
import type { VerifyOptions } from '../verify-options.ts';

const day = 24 * 60 * 60;
/** The latest time that a record can state. */
const latest = toInstant(Date.UTC(2100, 0, 1));

/**
 * Checks the record's answers to "when was it posted": derives those from the post's number again, and compares all
 * with each other and with the time of the recording.
 */
export function checkPostTimes(record: CaptureRecord, options: VerifyOptions): readonly Finding[] {
  const { post, reference } = record;
  if (post === undefined) return [];
  const derived = post.postedAt.filter(time => time.method === 'derived-from-id');
  const machine = post.postedAt.filter(time => time.method === 'machine-time');
  const twice =
    derived.length > 1 || machine.length > 1
      ? [altered('post.time.duplicate', reference, 'It gives two answers of one kind to when it was posted.')]
      : [];
  return [
    ...derived.flatMap(time => checkDerived(record, time, options)),
    ...twice,
    ...machine.slice(0, 1).flatMap(time => checkMachine(record, time, options)),
    ...checkVague(record, machine),
    ...(post.related ?? []).flatMap(related => checkRelatedTime(record, related, options)),
  ];
}

/** In seconds. Holdfast reads a page's time to the second or minute; a tolerance of a year would fit anything. */
const vaguest = day;

function checkVague({ reference, post }: CaptureRecord, machine: readonly PostedAt[]): readonly Finding[] {
  const related = (post?.related ?? []).flatMap(({ machineTime }) => machineTime ?? []);
  if ([...machine, ...related].every(({ toleranceSeconds }) => toleranceSeconds <= vaguest)) return [];
  const detail = 'It calls a time of the page less sure than Holdfast ever reads one.';
  return [altered('post.time.vague', reference, detail)];
}

/** Compares the time of a quoted or answered post with the recording and with its own number. */
function checkRelatedTime(
  record: CaptureRecord,
  { postId, machineTime }: RelatedPost,
  { deriveTime }: VerifyOptions,
): readonly Finding[] {
  const { post, reference } = record;
  if (machineTime === undefined || post === undefined) return [];
  const late = secondsAfter(machineTime, capturedAtOf(record));
  const which = `A post that it quotes or answers is said to be of ${machineTime.at}`;
  const inNumber = postId === undefined ? undefined : deriveTime(post.platform, postId, capturedAtOf(record));
  return [
    ...(late <= day ? [] : [noted('post.time.late', reference, `${which}, after the recording.`)]),
    ...(inNumber === undefined || areNear(machineTime, inNumber, day)
      ? []
      : [noted('post.time.differs', reference, `${which}; its number holds ${inNumber.at}.`)]),
  ];
}

function checkDerived(
  record: CaptureRecord,
  time: PostedAt,
  { deriveTime }: VerifyOptions,
): readonly Finding[] {
  const { platform, postId } = record.post ?? {};
  const again =
    platform === undefined || postId === undefined
      ? undefined
      : deriveTime(platform, postId, capturedAtOf(record));
  const subject = record.reference;
  if (again === undefined)
    return [
      altered(
        'post.time.not-derivable',
        subject,
        'The post’s number does not hold the time that is recorded.',
      ),
    ];
  if (again.at !== time.at || again.toleranceSeconds !== time.toleranceSeconds)
    return [
      altered(
        'post.time.mismatch',
        subject,
        `The post's number gives ${again.at}; the record says ${time.at}.`,
      ),
    ];
  return [
    held('post.time.match', subject, `The time worked out from the post's number is ${time.at} again.`),
    ...(again.caveat === time.caveat ? [] : [noted('post.time.caveat', subject, otherWords)]),
  ];
}

const otherWords =
  'What the record says of how sure the time in the post’s number is, is not what this version says of it.';

/** Compares the page's own time with the one in the post's number, recorded or not, and with the recording. */
function checkMachine(record: CaptureRecord, machine: PostedAt, options: VerifyOptions): readonly Finding[] {
  const { post, reference } = record;
  const { platform = '', postId } = post ?? {};
  const timeIn = (notAfter: Instant) =>
    postId === undefined ? undefined : options.deriveTime(platform, postId, notAfter);
  const inNumber = timeIn(capturedAtOf(record));
  const isSaid = post?.postedAt.some(({ method }) => method === 'derived-from-id') ?? false;
  const findings: Finding[] = [];
  if (inNumber !== undefined && !areNear(machine, inNumber, isSaid ? 0 : day))
    findings.push(contradiction(record, machine, inNumber));
  const late = secondsAfter(machine, capturedAtOf(record));
  if (late <= 0) return findings;
  const why = `It is said to be posted ${lengthWords(late)} after it was recorded: ${machine.at}.`;
  // Where the post's number gives the same time, the computer's clock was behind.
  const later = timeIn(latest);
  const isShared = later !== undefined && areNear(machine, later, 0);
  const isPossible = late <= day || isShared || platform === 'web';
  return [
    ...findings,
    isPossible
      ? noted('post.time.late', reference, `${why} The clock of the computer may have been behind.`)
      : altered('post.time.after-recording', reference, `${why} Both cannot be.`),
  ];
}

/** Scheduled posts and late deliveries can differ; then the record itself has a note about it. */
function contradiction({ post, reference }: CaptureRecord, machine: PostedAt, inNumber: PostedAt): Finding {
  const why = `The page’s own time is ${machine.at}; the post’s number holds ${inNumber.at}.`;
  const isNoted = post?.notes?.some(note => note.includes(machine.at) && note.includes(inNumber.at)) ?? false;
  return isNoted
    ? noted('post.time.differs', reference, `${why} The record says so.`)
    : altered('post.time.contradicted', reference, `${why} The record does not say that they differ.`);
}

function areNear(one: MachineTime, other: MachineTime, slack: number): boolean {
  const apart = Math.abs(Date.parse(one.at) - Date.parse(other.at)) / 1_000;
  return apart <= one.toleranceSeconds + other.toleranceSeconds + slack;
}

function secondsAfter({ at, toleranceSeconds }: MachineTime, moment: Instant): number {
  return (Date.parse(at) - Date.parse(moment)) / 1_000 - toleranceSeconds;
}

function lengthWords(seconds: number): string {
  if (seconds >= 2 * day) return `${Math.round(seconds / day)} days`;
  return seconds >= 7_200 ? `${Math.round(seconds / 3_600)} hours` : `${Math.ceil(seconds)} seconds`;
}

function capturedAtOf(record: CaptureRecord): Instant {
  return record.clocks?.capturedAt ?? record.completedAt;
}
