import type { CaptureRecord } from '../../../src/model/capture.ts';
import type { CaptureProgress } from '../../../src/model/journal.ts';

/** Where a capture stands, how many of its files are on the disk while it is not committed, and its draft. */
export interface JournalEntry extends CaptureProgress {
  readonly staged: number;
  readonly draft?: Pick<Partial<CaptureRecord>, 'pageChanges' | 'checks'>;
}

/**
 * Reads the journal from any of the extension's pages, with IndexedDB and WebCrypto alone, so that asking
 * wakes nobody: the popup would send a message. Answers an empty list while there is no log yet.
 */
export const journalExpression = `(async () => {
  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const known = await indexedDB.databases();
  if (!known.some(each => each.name === 'evidence' && each.version >= 10)) return [];
  const database = await done(indexedDB.open('evidence'));
  try {
    const read = database.transaction(['vault', 'journal', 'staged']);
    const [row, passphrase, rows, staged] = await Promise.all([
      done(read.objectStore('vault').get('profile')),
      done(read.objectStore('vault').get('passphrase')),
      done(read.objectStore('journal').index('startedAt').getAll()),
      done(read.objectStore('staged').getAllKeys()),
    ]);
    if (!row && !passphrase) return [];
    const named = (iv, context) => ({
      name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(context), tagLength: 128,
    });
    const ofProfile = async ({ wrapped, wrapKey, iv }) => crypto.subtle.unwrapKey('raw', wrapped, wrapKey,
      named(iv, 'vault/profile'), { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
    // The key of a log with a passphrase is remembered from when it was open.
    const held = async () => {
      const kept = (await (globalThis.browser ?? chrome).storage.session.get('held-key'))['held-key'];
      if (kept) sessionStorage.setItem('key-when-open', kept);
      const hex = sessionStorage.getItem('key-when-open') ?? '';
      const bytes = Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
      return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
    };
    const key = row ? await ofProfile(row.slot) : await held();
    const opened = async (sealed, context) => {
      const opening = named(sealed.subarray(1, 13), context);
      const plain = await crypto.subtle.decrypt(opening, key, sealed.subarray(13));
      return JSON.parse(new TextDecoder().decode(plain));
    };
    return await Promise.all(rows.map(async ({ captureId, sealed, draft }) => ({
      ...(await opened(sealed, 'journal/' + captureId)),
      ...(draft && { draft: await opened(draft, 'journal/' + captureId + '/draft') }),
      staged: staged.filter(([id]) => id === captureId).length,
    })));
  } finally {
    database.close();
  }
})()`;
