/** A request that discloses as little as possible to the server, with a limit on its answer. */
export interface PrivateRequest {
  readonly address: string;
  readonly fetch: typeof fetch;
  /** The body to send; a GET when absent. */
  readonly post?: { readonly body: Uint8Array<ArrayBuffer>; readonly type: string };
  /** The media type to accept. */
  readonly accept: string;
  /** Longest answer that is read, in bytes. */
  readonly longest: number;
  /** In milliseconds, for the whole answer. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal | undefined;
}

/** Why a request failed. */
export type RequestFailure =
  | 'stopped'
  | 'unreachable'
  | 'timed-out'
  | 'http-error'
  | 'not-a-reply'
  | 'too-large';

/** The whole body, or why there is none. */
export type PrivateAnswer =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly failure: RequestFailure };

/**
 * Sends one request and reads the whole answer. Sends no cookie and no referrer, keeps nothing in the browser's cache
 * and follows no redirect. An answer of type text/* is `not-a-reply`, whatever it contains. Never rejects.
 */
export async function askPrivately(request: PrivateRequest): Promise<PrivateAnswer> {
  const { address, post, accept, signal: given } = request;
  const limit = AbortSignal.timeout(request.timeLimit);
  try {
    const response = await request.fetch.call(undefined, address, {
      method: post === undefined ? 'GET' : 'POST',
      headers: { accept, ...(post && { 'content-type': post.type }) },
      ...(post && { body: post.body }),
      signal: given === undefined ? limit : AbortSignal.any([limit, given]),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) return { failure: 'http-error' };
    // Servers may send a general type or none, so only text is excluded.
    if (/^text\//i.test(response.headers.get('content-type') ?? '')) return { failure: 'not-a-reply' };
    return await readBody(response, request.longest);
  } catch {
    if (given?.aborted) return { failure: 'stopped' };
    return { failure: limit.aborted ? 'timed-out' : 'unreachable' };
  }
}

async function readBody(response: Response, longest: number): Promise<PrivateAnswer> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { failure: 'not-a-reply' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > longest) {
      await reader.cancel();
      return { failure: 'too-large' };
    }
    chunks.push(piece.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes };
}
