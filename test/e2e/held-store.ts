import type { Screen } from '../../scripts/drive/driven-browser.ts';

/**
 * Keeps every other document from reading this store of the log until what it answers is called: as a slow disk or
 * a busy machine does, but for as long as a test needs. `screen` is any page of the extension but the one under test.
 */
export async function holdStore(screen: Screen, store: string): Promise<() => Promise<void>> {
  await screen.run(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('evidence');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const held = opening.result.transaction(${JSON.stringify(store)}, 'readwrite');
      globalThis.heldStore = { isLetGo: false, ended: new Promise(end => { held.oncomplete = end; }) };
      void heldStore.ended.then(() => opening.result.close());
      // A transaction lives as long as there is always one more question.
      const ask = () => {
        if (heldStore.isLetGo) return;
        held.objectStore(${JSON.stringify(store)}).count().onsuccess = () => { resolve(true); ask(); };
      };
      ask();
    };
  })`);
  return async () => {
    await screen.run('(heldStore.isLetGo = true, heldStore.ended.then(() => true))');
  };
}
