/**
 * Inflates a zlib stream (RFC 1950) that comes in pieces, each used up before the next is requested. Throws when it is
 * not such a stream, ends early, or its checksum differs.
 */
export type Inflate = (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** Uses the platform's own stream, and inflates only on demand, so that memory use stays flat. */
export async function* streamInflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate');
  const feeding = feed(packed, writable.getWriter());
  feeding.catch(() => undefined);
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function feed(
  packed: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  try {
    for await (const piece of packed) {
      await writer.ready;
      await writer.write(new Uint8Array(piece));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
