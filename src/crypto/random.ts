/** Gives `length` unpredictable bytes. A parameter everywhere, so that a test can say which bytes come. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

/** The platform's own generator (Web Cryptography API, getRandomValues): at most 65,536 bytes at once. */
export const systemRandom: Random = length => crypto.getRandomValues(new Uint8Array(length));
