import type { Log } from '../../src/evidence/open-log.ts';
import type { CaptureId } from '../../src/model/identifiers.ts';
import { instantSchema } from '../../src/model/identifiers.ts';
import type { AuthorityKeys } from '../../test/samples/authority/keys.ts';
import { functionThen } from './then.ts';

/** Which records there are, and in which version of the log. */
interface Stamping extends Pick<Log, 'reader' | 'writer'> {
  readonly version: number;
  readonly stamped: CaptureId;
  readonly waiting: CaptureId;
}

const at = instantSchema.parse('2026-03-03T10:05:00.000Z');

/** Has one record time-stamped, with all that the version keeps beside it, and another wait after it was refused. */
export async function keepStamps({ reader, writer, version, stamped, waiting }: Stamping): Promise<void> {
  const makeAuthorityKeys = await functionThen('makeAuthorityKeys', 'test/samples/authority/keys.ts');
  const keys = makeAuthorityKeys() as AuthorityKeys;
  try {
    await writer.queueTimeStamps();
    const { recordSha256 } = await reader.readRecord(stamped);
    const reply = await replyOver(keys, Buffer.from(recordSha256, 'hex'));
    const authority = 'Test Authority Two';
    const address = 'http://authority.example/';
    const facts = { genTime: at, authority, address, askedAt: at, receivedAt: at, clockDifference: 0 };
    const keep = writer.keepTimeStamp.bind(writer) as (...given: readonly unknown[]) => Promise<void>;
    const files = { reply, ...(version >= 7 && { lists: await listsBy(keys) }) };
    if (version < 7) await keep(stamped, reply, facts);
    else if (version < 8) await keep(stamped, files, facts);
    else await keep(stamped, { files, facts, anchor: 1, awaitsSecond: true });
    const refusals = [{ address, failure: 'refused' as const, text: 'Not now.' }];
    await writer.postponeTimeStamp(waiting, { refusals, nextAt: at, anchor: 1 });
    if (version < 8) return;
    const second = { ...facts, authority: 'Test Authority One', address: 'http://two.example/' };
    const other = await replyOver(keys, Buffer.from(recordSha256, 'hex'), 'rsa');
    await keep(stamped, { files: { reply: other }, facts: second, anchor: 2 });
  } finally {
    keys.remove();
  }
}

async function replyOver(keys: AuthorityKeys, imprint: Uint8Array, authority = 'ecdsa'): Promise<Uint8Array> {
  const replyAt = await functionThen('replyAt', 'test/bundle/time-stamped.ts');
  return replyAt(keys, imprint, at, authority) as Uint8Array;
}

/** The lists of revoked certificates that were had with the reply, in PEM. */
async function listsBy(keys: AuthorityKeys): Promise<Uint8Array> {
  const listOf = await functionThen('listOf', 'test/samples/authority/keys.ts');
  const holdList = await functionThen('holdList', 'src/crypto/revocation-list.ts');
  const listsToPem = await functionThen('listsToPem', 'src/crypto/revocation-list.ts');
  const pem = listsToPem([holdList(listOf(keys, 'root'))]);
  return new TextEncoder().encode(String(pem));
}
