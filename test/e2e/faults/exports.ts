import { describe, expect, it } from 'vitest';
import type { Screen } from '../../../scripts/drive/driven-browser.ts';
import { hangMs, until } from '../../../scripts/drive/driven-browser.ts';
import { type Bench, expectNextWorks, expectWords } from './bench.ts';
import { proveLog } from './prove.ts';

/** Exports that have nothing to write, or are not let finish. The case holds at least one exhibit before. */
export function describeExportFaults(bench: () => Bench): void {
  describe('an export', () => {
    it('of an empty case says that there is nothing yet, and the next one works', async () => {
      await expectNextWorks(bench());
      const full = await currentCase(bench());
      await send(bench(), 'case:open', { title: 'Empty', initials: 'EMP', name: '' });
      const screen = await exportScreen(bench());
      await screen.click('#export');
      await screen.waitFor('[role="alert"]');
      expectWords((await screen.text('[role="alert"]')) ?? '', 'export.case.empty');
      await screen.close();
      await send(bench(), 'case:choose', { caseId: full });
      await proveLog(bench());
    });

    it('stopped half-way says so, leaves no file, and the next one works', async () => {
      const screen = await exportScreen(bench());
      await heldHalfway(bench(), screen, () => screen.click('#export-stop'));
      await screen.waitFor('[role="alert"]');
      expectWords((await screen.text('[role="alert"]')) ?? '', 'export.stopped');
      expect(await leftovers(bench())).toEqual([]);
      await screen.close();
      const { events } = await proveLog(bench());
      expect(events.map(event => event.action)).toContain('bundle.stopped');
    });

    it('stopped at once, before it has read anything, says so too', async () => {
      const screen = await exportScreen(bench());
      await screen.run(`(() => {
        document.querySelector('#export').click();
        return new Promise(resolve => {
          const press = () => {
            const stop = document.querySelector('#export-stop');
            if (stop === null) return setTimeout(press, 0);
            stop.click();
            resolve(true);
          };
          press();
        });
      })()`);
      await screen.waitFor('[role="alert"], #export-done');
      expectWords((await screen.text('[role="alert"]')) ?? '', 'export.stopped');
      await screen.close();
    });

    it('stopped while the finished file is checked says so, leaves no file, and the next one works', async () => {
      const screen = await exportScreen(bench());
      await screen.run(stopInCheck);
      await screen.click('#export');
      await screen.waitFor('[role="alert"], #export-done');
      expect(await screen.run('window.stoppedAt')).toMatch(/^Checking what was written/);
      expectWords((await screen.text('[role="alert"]')) ?? '', 'export.stopped');
      expect(await leftovers(bench())).toEqual([]);
      await screen.close();
      const { events } = await proveLog(bench());
      expect(events.map(event => event.action)).toContain('bundle.stopped');
    });

    it('killed half-way with its page: what it left is cleaned away, and the next one works', async () => {
      const screen = await exportScreen(bench());
      await heldHalfway(bench(), screen, () => screen.close());
      const again = await exportScreen(bench());
      await until(
        async () => (await leftovers(bench())).length === 0,
        hangMs,
        async () => `still there: ${(await leftovers(bench())).join(', ')}`,
      );
      await again.close();
      const { events } = await proveLog(bench());
      const bundles = events.map(event => event.action).filter(action => action.startsWith('bundle.'));
      expect(bundles.slice(-2)).toEqual(['bundle.prepared', 'bundle.prepared']);
      await expectNextWorks(bench());
    });
  });
}

async function exportScreen({ browser }: Bench): Promise<Screen> {
  const screen = await browser.openScreen('case.html');
  await screen.waitFor('a[href$="/export"]');
  await screen.click('a[href$="/export"]');
  await screen.waitFor('#export');
  return screen;
}

/**
 * As soon as the bundle's file is there, takes the exhibits' files away from the export, so that it waits in the
 * middle; does what is asked in that moment, and gives them back. All in the page in front, whose timers run.
 */
async function heldHalfway(bench: Bench, screen: Screen, act: () => Promise<void>): Promise<void> {
  await screen.run(holdFiles);
  await screen.click('#export');
  await until(
    async () => (await screen.run('window.isHalfway')) === true,
    hangMs,
    () => 'the export did not begin to write',
  );
  try {
    expect(await leftovers(bench)).toHaveLength(1);
    await act();
  } finally {
    if (await screen.isOpen()) await screen.run('window.letGo()');
  }
}

const leftoversExpression = `(async () => {
  try {
    const root = await navigator.storage.getDirectory();
    const names = [];
    for await (const name of (await root.getDirectoryHandle('export')).keys()) names.push(name);
    return names;
  } catch {
    return [];
  }
})()`;

/** A transaction that begins with the bundle's file and goes on until `letGo` is called, or its page is closed. */
const holdFiles = `(() => {
  let isHeld = true;
  window.letGo = () => { isHeld = false; };
  const beat = new MessageChannel();
  const nextTurn = () => new Promise(resolve => {
    beat.port1.onmessage = resolve;
    beat.port2.postMessage(0);
  });
  indexedDB.open('evidence').onsuccess = async ({ target: { result: database } }) => {
    while ((await (${leftoversExpression})).length === 0) await nextTurn();
    const files = database.transaction('artifacts', 'readwrite').objectStore('artifacts');
    const turn = () => {
      window.isHalfway = true;
      if (isHeld) files.count().onsuccess = turn;
      else database.close();
    };
    files.count().onsuccess = turn;
  };
})()`;

/** Presses *Stop* in the turn in which the page says that it checks what was written. */
const stopInCheck = `(() => {
  const watch = new MutationObserver(() => {
    const words = document.querySelector('#export-status')?.textContent ?? '';
    if (!words.startsWith('Checking')) return;
    watch.disconnect();
    window.stoppedAt = words;
    document.querySelector('#export-stop').click();
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
})()`;

async function leftovers({ watch }: Bench): Promise<readonly string[]> {
  return (await watch.run(leftoversExpression)) as string[];
}

async function send({ watch }: Bench, type: string, data: unknown): Promise<unknown> {
  return await watch.run(`(globalThis.browser ?? chrome).runtime.sendMessage(
    { id: 1, type: ${JSON.stringify(type)}, data: ${JSON.stringify(data)}, timestamp: Date.now() })`);
}

/** The case that captures go to, read from the address of its export. */
async function currentCase(bench: Bench): Promise<string> {
  const screen = await exportScreen(bench);
  const hash = String(await screen.run('location.hash'));
  await screen.close();
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(hash)?.[0];
  if (id === undefined) throw new Error(`no case in ${hash}`);
  return id;
}
