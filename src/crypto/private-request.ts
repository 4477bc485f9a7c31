/** One request that tells the server as little as can be, and how much of an answer is read. */
export interface PrivateRequest {
  readonly address: string;
  readonly fetch: typeof fetch;
  /** What is sent; a GET when there is none. */
  readonly post?: { readonly body: Uint8Array<ArrayBuffer>; readonly type: string };
  /** The media type that is wanted. */
  readonly accept: string;
  /** In bytes. */
  readonly longest: number;
  /** In milliseconds, for the whole answer. */
  readonly timeLimit: number;
  readonly signal?: AbortSignal | undefined;
}

/** Why nothing came of a request. */
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
 * Asks once and reads the whole answer. No cookie and no referrer is sent, nothing is kept in the browser's cache, and a
 * redirect is not followed. A page of text is no reply whatever is in it. Never rejects.
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
    // Some servers send a general type or none.
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
