import { equalBytes, unshared } from './bytes.ts';
import { sha256Bytes } from './digest.ts';
import { type Argon2Cost, isBearable, passphraseKey, usualCost } from './passphrase-key.ts';
import type { Random } from './random.ts';

// A file encrypted with a passphrase, of any length, written and read in pieces:
//   bytes 0–10     magic, `sealed-log` and a line feed
//   byte  11       version, 1
//   bytes 12–15    Argon2id: memory in KiB, big-endian
//   bytes 16–19    Argon2id: passes, big-endian
//   bytes 20–35    Argon2id: salt
//   bytes 36–67    SHA-256 of bytes 0–35, so that a damaged head is not taken for a wrong passphrase
//   bytes 68–83    an empty piece with number 2^32 − 1: opens only with the right passphrase
//   bytes 84–      pieces of 1 MiB, the last one shorter or empty, each AES-256-GCM with its tag of 16 bytes
// The initialisation vector of a piece is 7 zeros, its number in 4 bytes, and 1 for the last piece or 0: the STREAM
// construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), so that pieces cannot be exchanged, left out or cut off.
// The key is unique to this file, because the salt is. Bytes 0–67 are authenticated with every piece.
const MAGIC = new TextEncoder().encode('sealed-log\n');
const VERSION = 1;
const SALT_LENGTH = 16;
const BARE_HEAD_LENGTH = MAGIC.length + 1 + 4 + 4 + SALT_LENGTH;
const HEAD_LENGTH = BARE_HEAD_LENGTH + 32;
const TAG_LENGTH = 16;
const CHECK_NUMBER = 0xffff_ffff;
const START = HEAD_LENGTH + TAG_LENGTH;
/** Bytes of a whole piece before it is sealed. */
export const pieceLength = 1_048_576;

/** `unreadable`: not a sealed file, damaged or truncated. `wrong-passphrase`: the head is intact but does not open. */
export class SealedFileError extends Error {
  readonly reason: 'unreadable' | 'wrong-passphrase';

  constructor(reason: SealedFileError['reason'], options?: ErrorOptions) {
    super(`sealed file: ${reason}`, options);
    this.name = 'SealedFileError';
    this.reason = reason;
  }
}

/** Receives the bytes of a file in order. */
export type Sink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** Writes a sealed file. Call `finish` last: without it the file does not open. */
export interface SealedFileWriter {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
}

/** Starts a file under a passphrase. Only tests pass another `cost`. */
export async function createSealedFile(
  passphrase: string,
  random: Random,
  sink: Sink,
  cost: Argon2Cost = usualCost,
): Promise<SealedFileWriter> {
  const salt = random(SALT_LENGTH);
  const head = await headOf(cost, salt);
  const key = await passphraseKey(passphrase, salt, cost);
  const seal = async (bytes: Uint8Array<ArrayBuffer>, number: number, isLast: boolean) =>
    new Uint8Array(await crypto.subtle.encrypt(parameters(head, number, isLast), key, bytes));
  await sink(head);
  await sink(await seal(new Uint8Array(), CHECK_NUMBER, false));
  const piece = new Uint8Array(pieceLength);
  let filled = 0;
  let number = 0;
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + pieceLength - filled);
        piece.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < pieceLength) continue;
        await sink(await seal(piece, number, false));
        number += 1;
        filled = 0;
      }
    },
    finish: async () => sink(await seal(piece.subarray(0, filled), number, true)),
  };
}

/** A sealed file that was opened with its passphrase. */
export interface SealedFile {
  /** The plain pieces in order, from the start on each call. Throws SealedFileError when a piece is damaged. */
  pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/** Opens a file by its head; pieces are checked as they are read. Throws SealedFileError. */
export async function openSealedFile(file: Blob, passphrase: string): Promise<SealedFile> {
  const start = new Uint8Array(await file.slice(0, START).arrayBuffer());
  const head = start.subarray(0, HEAD_LENGTH);
  const bare = head.subarray(0, BARE_HEAD_LENGTH);
  const isOurs = equalBytes(head.subarray(0, MAGIC.length), MAGIC) && head[MAGIC.length] === VERSION;
  if (start.length < START || !isOurs) throw new SealedFileError('unreadable');
  if (!equalBytes(await sha256Bytes(bare), head.subarray(BARE_HEAD_LENGTH)))
    throw new SealedFileError('unreadable');
  const numbers = new DataView(bare.buffer, bare.byteOffset + MAGIC.length + 1);
  const cost = { memory: numbers.getUint32(0), passes: numbers.getUint32(4) };
  if (!isBearable(cost)) throw new SealedFileError('unreadable');
  // No file has an empty passphrase, so Argon2id need not run.
  if (passphrase === '') throw new SealedFileError('wrong-passphrase');
  const key = await passphraseKey(passphrase, bare.subarray(BARE_HEAD_LENGTH - SALT_LENGTH), cost);
  const open = opener(key, head);
  await open(start.subarray(HEAD_LENGTH), CHECK_NUMBER, false, 'wrong-passphrase');
  return { pieces: () => readPieces(file, open) };
}

type Open = (
  sealed: Uint8Array<ArrayBuffer>,
  number: number,
  isLast: boolean,
  reason?: SealedFileError['reason'],
) => Promise<Uint8Array<ArrayBuffer>>;

function opener(key: CryptoKey, head: Uint8Array<ArrayBuffer>): Open {
  return async (sealed, number, isLast, reason = 'unreadable') => {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(parameters(head, number, isLast), key, sealed));
    } catch (error) {
      throw new SealedFileError(reason, { cause: error });
    }
  };
}

async function* readPieces(file: Blob, open: Open): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const sealedLength = pieceLength + TAG_LENGTH;
  for (let number = 0, at = START; ; number += 1, at += sealedLength) {
    const sealed = new Uint8Array(await file.slice(at, at + sealedLength).arrayBuffer());
    const isLast = sealed.length < sealedLength;
    yield await open(sealed, number, isLast);
    if (isLast) return;
  }
}

async function headOf({ memory, passes }: Argon2Cost, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(HEAD_LENGTH);
  const numbers = new DataView(head.buffer, MAGIC.length + 1);
  head.set(MAGIC);
  head[MAGIC.length] = VERSION;
  numbers.setUint32(0, memory);
  numbers.setUint32(4, passes);
  head.set(salt, BARE_HEAD_LENGTH - SALT_LENGTH);
  head.set(await sha256Bytes(head.subarray(0, BARE_HEAD_LENGTH)), BARE_HEAD_LENGTH);
  return head;
}

function parameters(head: Uint8Array, number: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(7, number);
  iv[11] = isLast ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: unshared(head), tagLength: 8 * TAG_LENGTH };
}
