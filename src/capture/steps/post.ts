import type { PagePost, SeenTextAnswer } from '../../messaging/page-protocol.ts';
import { Fault } from '../../model/fault.ts';
import { type Instant, toInstant } from '../../model/identifiers.ts';
import type { Post, PostedAt } from '../../model/post.ts';
import { type Agreement, agreementOf } from '../agreement.ts';
import type { CaptureContext } from '../context.ts';
import type { CapturePorts } from '../ports.ts';
import { startReading } from '../reading.ts';
import type { Step } from './step.ts';

/**
 * Keeps the seen text, reads what the post says, and compares the two. Throws `capture.post.not-found` when a chosen
 * post is gone, and `capture.layout.unknown`, with everything kept, where the address names a post that could not be
 * read.
 */
export const post: Step = {
  name: 'post',
  needs: 'answers',
  async run(context) {
    const { state, request, ports } = context;
    if (state.moved !== undefined) {
      context.check('text', 'not-made', state.moved);
      return { skipped: state.moved };
    }
    const { post: read, text: seen, shown, isLayoutKnown } = await startReading(context).read;
    const agreement = read === null || shown === null ? undefined : agreementOf(read, shown);
    checkText(context, seen, agreement);
    // NUL is no character of text, and programs do not show a file with one as text.
    const bytes = new TextEncoder().encode(seen.text.replaceAll('\0', '\uFFFD'));
    await context.keep({ role: 'post-text', path: 'text.txt', mediaType: 'text/plain' }, bytes);
    if (read !== null) {
      const notAfter = state.clocks?.capturedAt ?? toInstant(ports.clock.now());
      state.post = withNotes(withTimes(read, notAfter, ports.derivePostedAt), agreement);
      if (!isLayoutKnown) throw new Fault('capture.layout.unknown');
      return undefined;
    }
    if (request.scope === 'post') throw new Fault('capture.post.not-found');
    return { skipped: 'The page’s address names no single post; the text of the page was kept.' };
  },
};

/** Notes how the text, and what was read as the post's, compare with what was on the screen. */
function checkText(
  context: CaptureContext,
  { unseen, doubtful, notes }: SeenTextAnswer,
  agreement: Agreement | undefined,
): void {
  const place = context.request.scope === 'post' ? 'post' : 'page';
  if (agreement !== undefined && agreement.differences.length > 0) {
    context.check('text', 'failed', [...agreement.differences, ...agreement.remarks].join(' '));
    return;
  }
  if (doubtful > 0) {
    const words = `${doubtful} ${doubtful === 1 ? 'word' : 'words'}`;
    const detail = `Of ${words} of the ${place} it could not be told whether they were on the screen.`;
    context.check('text', 'not-made', detail);
    return;
  }
  const hidden =
    unseen === 1
      ? `1 word stands in the code of the ${place} and was not on the screen; it is in the copy only.`
      : `${unseen} words stand in the code of the ${place} and were not on the screen; they are in the copy only.`;
  const said = ['The text holds the words that were seen, in the order in which they were shown.'];
  const alsoSaid = [...(unseen > 0 ? [hidden] : []), ...notes, ...(agreement?.remarks ?? [])];
  context.check('text', 'held', [...said, ...alsoSaid].join(' '));
}

/** The post with the notes of the comparison added. Its text is not changed. */
function withNotes(post: Post, agreement: Agreement | undefined): Post {
  const notes = [...(post.notes ?? []), ...(agreement?.differences ?? []), ...(agreement?.remarks ?? [])];
  return notes.length === 0 ? post : { ...post, notes };
}

/**
 * The post with every known time of posting: the page's machine-readable time, and the time encoded in its id. Neither
 * corrects the other; where they differ by more than both tolerances, a note says so.
 */
export function withTimes(
  { machineTime, ...read }: PagePost,
  notAfter: Instant,
  derivePostedAt: CapturePorts['derivePostedAt'],
): Post {
  const machine: PostedAt | undefined = machineTime && { ...machineTime, method: 'machine-time' };
  const derived =
    read.postId === undefined ? undefined : derivePostedAt(read.platform, read.postId, notAfter);
  const postedAt = [machine, derived].filter(answer => answer !== undefined);
  const conflict = machine && derived && conflictBetween(machine, derived);
  const notes = [...(read.notes ?? []), ...(conflict === undefined ? [] : [conflict])];
  return { ...read, postedAt, ...(notes.length === 0 ? {} : { notes }) };
}

function conflictBetween(machine: PostedAt, derived: PostedAt): string | undefined {
  const seconds = Math.abs(Date.parse(machine.at) - Date.parse(derived.at)) / 1_000;
  if (seconds <= machine.toleranceSeconds + derived.toleranceSeconds) return undefined;
  return `The page’s own time (${machine.at}) and the time held in the post’s number (${derived.at}) differ by ${Math.round(seconds)} seconds.`;
}
