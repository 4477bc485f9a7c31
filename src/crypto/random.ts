/** Returns `length` unpredictable bytes. Passed as a parameter, so that tests can supply fixed bytes. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

/** The platform's generator (Web Cryptography API, getRandomValues): at most 65,536 bytes at once. */
export const systemRandom: Random = length => crypto.getRandomValues(new Uint8Array(length));
