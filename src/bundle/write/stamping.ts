import { sha256Bytes } from '../../crypto/digest.ts';
import { withTimeStamp } from '../../crypto/signed-data.ts';
import { checkTimeStamp, isUsable, type TimeStampFacts } from '../../crypto/time-stamp/time-stamp-check.ts';
import {
  failureIn,
  type TimeStampFailure,
  type TimeStampRefusal,
} from '../../crypto/time-stamp/time-stamp-client.ts';
import type { MissingTimeStamp, TimeStamps } from '../bundle-input.ts';

/** A signature with a time-stamp token inside, and the token's facts; without facts the signature is unchanged. */
export interface StampedSignature {
  readonly cms: Uint8Array<ArrayBuffer>;
  readonly facts?: TimeStampFacts;
}

/** A whole reply and its token's facts. */
export interface StampedReply {
  readonly reply: Uint8Array<ArrayBuffer>;
  readonly facts: TimeStampFacts;
  /** Revocation lists fetched with it, in PEM. */
  readonly lists?: Uint8Array<ArrayBuffer>;
}

/** Adds time-stamps to one bundle. None of its functions rejects: unavailable time-stamps are listed as missing. */
export interface Stamping {
  /** Time-stamps that were requested but not available or not kept so far. */
  readonly missing: readonly MissingTimeStamp[];
  /** A whole reply over the content; undefined when none was requested or is available. */
  reply(path: string, content: Uint8Array): Promise<StampedReply | undefined>;
  /**
   * A whole reply over the same content by another authority than that of `first`; undefined when no second one is
   * requested or available, or there is no first one.
   */
  second(
    path: string,
    content: Uint8Array,
    first: StampedReply | undefined,
  ): Promise<StampedReply | undefined>;
  /** The signature with a token over it inside, or unchanged. */
  signature(path: string, cms: Uint8Array<ArrayBuffer>): Promise<StampedSignature>;
  /** Records that an available time-stamp is not kept. */
  drop(path: string, failure: TimeStampFailure): void;
}

/**
 * The time-stamps of one bundle, by the authority that is switched on and, where two are, by a second one. Every reply
 * is checked again. Once the authority has failed it is not asked again, so that one that does not answer costs one
 * wait instead of three. A failing second authority does not affect this.
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
        // A token that is not in DER cannot be part of a signature.
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
    // The request's nonce and the chain were checked by the client.
    const report = await checkTimeStamp(answer.reply, { imprint, trusted: [] });
    if (report.facts === undefined || report.status === undefined || !isUsable(report))
      return failureIn(report);
    const { reply, lists } = answer;
    return { reply, facts: report.facts, ...(lists && { lists }) };
  } catch {
    return { failure: 'unreachable' };
  }
}
