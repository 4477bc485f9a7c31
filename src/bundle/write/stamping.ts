import { sha256Bytes } from '../../crypto/digest.ts';
import { withTimeStamp } from '../../crypto/signed-data.ts';
import { checkTimeStamp, isUsable, type TimeStampFacts } from '../../crypto/time-stamp/time-stamp-check.ts';
import {
  failureIn,
  type TimeStampFailure,
  type TimeStampRefusal,
} from '../../crypto/time-stamp/time-stamp-client.ts';
import type { MissingTimeStamp, TimeStamps } from '../bundle-input.ts';

/** A signature with a token over it inside, and what the token says; without facts it is as it was. */
export interface StampedSignature {
  readonly cms: Uint8Array<ArrayBuffer>;
  readonly facts?: TimeStampFacts;
}

/** A whole reply and what its token says. */
export interface StampedReply {
  readonly reply: Uint8Array<ArrayBuffer>;
  readonly facts: TimeStampFacts;
  /** Lists of revoked certificates that were had with it, in PEM. */
  readonly lists?: Uint8Array<ArrayBuffer>;
}

/** Puts time-stamps into one bundle. None of its functions rejects: what cannot be had is missing. */
export interface Stamping {
  /** What was asked for and could not be had or kept, so far. */
  readonly missing: readonly MissingTimeStamp[];
  /** A whole reply over the content; undefined when none was asked for or can be had. */
  reply(path: string, content: Uint8Array): Promise<StampedReply | undefined>;
  /**
   * A whole reply over the same content by another authority than that of `first`; undefined when no second one is asked,
   * when it has none to give, and when there is no first one for it to stand beside.
   */
  second(
    path: string,
    content: Uint8Array,
    first: StampedReply | undefined,
  ): Promise<StampedReply | undefined>;
  /** The signature with a token over it inside, or as it is. */
  signature(path: string, cms: Uint8Array<ArrayBuffer>): Promise<StampedSignature>;
  /** Notes that a time-stamp which was had is not kept. */
  drop(path: string, failure: TimeStampFailure): void;
}

/**
 * The time-stamps of one bundle from the authority that is switched on, if one is, and from a second one where two are.
 * Every reply is looked at again. Once the authority has failed it is not asked any more, so that a dead one costs one
 * wait and not three. A second one that fails has no part in that.
 */
export function startStamping(timeStamps: TimeStamps | undefined): Stamping {
  const missing: MissingTimeStamp[] = [];
  let failed: TimeStampRefusal | undefined;
  const lacks = (path: string, { failure, text }: TimeStampRefusal) => {
    missing.push({ path, failure, ...(text === undefined ? {} : { text }) });
    return undefined;
  };
  const stamp = async (path: string, imprint: Uint8Array<ArrayBuffer>): Promise<StampedReply | undefined> => {
    if (timeStamps === undefined) return undefined;
    const answer = failed ?? (await ask(() => timeStamps.stamp(imprint), imprint));
    if ('facts' in answer) return answer;
    failed = answer;
    return lacks(path, answer);
  };
  return {
    missing,
    reply: async (path, content) => stamp(path, await sha256Bytes(content)),
    async second(path, content, first) {
      const { stampBesides } = timeStamps ?? {};
      if (stampBesides === undefined) return undefined;
      if (first === undefined) return lacks(path, failed ?? { failure: 'unreachable' });
      const imprint = await sha256Bytes(content);
      const answer = await ask(() => stampBesides(imprint, first.reply), imprint);
      return 'facts' in answer ? answer : lacks(path, answer);
    },
    async signature(path, cms) {
      let facts: TimeStampFacts | undefined;
      try {
        const stamped = await withTimeStamp(cms, async digest => {
          facts = (await stamp(path, digest))?.facts;
          return facts?.token;
        });
        return { cms: stamped, ...(facts && { facts }) };
      } catch {
        // A token in another encoding than DER can stand in no signature.
        failed ??= { failure: 'not-a-reply' };
        lacks(path, { failure: 'not-a-reply' });
        return { cms };
      }
    },
    drop: (path, failure) => void missing.push({ path, failure }),
  };
}

async function ask(
  question: () => ReturnType<TimeStamps['stamp']>,
  imprint: Uint8Array<ArrayBuffer>,
): Promise<StampedReply | TimeStampRefusal> {
  try {
    const answer = await question();
    if ('failure' in answer) return answer;
    // The request's nonce and the chain were looked at where the request was made.
    const report = await checkTimeStamp(answer.reply, { imprint, trusted: [] });
    if (report.facts === undefined || report.status === undefined || !isUsable(report))
      return failureIn(report);
    const { reply, lists } = answer;
    return { reply, facts: report.facts, ...(lists && { lists }) };
  } catch {
    return { failure: 'unreachable' };
  }
}
