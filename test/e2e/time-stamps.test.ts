import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';
import { awaitTimeStamps } from '../../scripts/drive/authorities.ts';
import { hangMs } from '../../scripts/drive/driven-browser.ts';
import { capture, type ExportEnd, exportBundle } from '../../scripts/drive/job.ts';
import { openSession, type Session, strayRequests } from '../../scripts/drive/session.ts';
import { type Authority, startAuthority } from '../samples/authority/server.ts';
import { ask, filesBelow, unzipped } from './proof.ts';

const manifest = 'tagmanifest-sha256.txt';

/** Time-stamps through the real Settings, a real capture and a real export, and what openssl says of each. */
describe('time-stamps of an authority', () => {
  let authority: Authority;
  let session: Session;
  let roots: string;

  beforeAll(async () => {
    authority = await startAuthority();
    session = await openSession('chromium', {
      reach: [authority.address('rsa'), authority.listAddress('root')],
    });
    roots = join(session.folder, 'roots.pem');
    writeFileSync(roots, authority.keys.root);
  });
  afterAll(async () => {
    await session?.close();
    await authority?.close();
  });

  it('are off until somebody lists an authority, tests it and switches them on', async () => {
    const screen = await session.browser.openScreen('options.html');
    await screen.waitFor('#time-stamps-on');
    expect(await screen.attribute('#time-stamps-on', 'disabled')).not.toBeUndefined();
    await screen.fill('#authority-address', authority.address('rsa'));
    await screen.click('#authority-add');
    await screen.waitFor('#authorities li .test');
    await screen.click('#authorities .test');
    await screen.waitFor('.test-result [data-outcome="answered"]');
    expect(await screen.text('.test-result')).toMatch(
      /“Test Authority One” answered.*not among those you trust/,
    );
    const file = await screen.page?.waitForSelector('#root-file');
    await (file as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(roots);
    await screen.waitFor('#roots li');
    expect(await screen.text('#roots li')).toContain('Test Root');
    expect(authority.listRequests).toEqual([]);
    expect(await screen.text('.test-result')).toContain('published elsewhere, at localhost');
    await screen.click('#authorities .test');
    await screen.waitFor('.test-result [data-outcome="answered"]');
    await screen.run(`new Promise(resolve => {
      const look = () => document.querySelector('.test-result').textContent.includes('leads to the root you trust')
        ? resolve() : setTimeout(look, 50);
      look();
    })`);
    expect(authority.listRequests).toEqual([]);
    await screen.click('.allow-lists');
    await screen.run(`new Promise(resolve => {
      const look = () => document.querySelector('.test-result [data-outcome]') && !document.querySelector('.allow-lists')
        ? resolve() : setTimeout(look, 50);
      look();
    })`);
    expect(await screen.text('.test-result')).toContain('is kept with each time-stamp');
    expect(authority.listRequests).toEqual(['/middle.crl', '/root.crl']);
    await screen.click('#time-stamps-on');
    await screen.waitFor('#time-stamps-on:checked');
    await screen.close();
  });

  it('stand beside each record and in the seals of the export, and openssl confirms each', async () => {
    const references = await captureTwo();
    expect(await awaitTimeStamps(session.browser, hangMs / 1000)).toEqual([]);
    const end = await exportBundle(session.browser);
    expect(end.shown).toContain('Time-stamped by Test Authority One');
    const { bundle, folder, files } = read(end);
    const replies = files.filter(path => path.endsWith('.tsr'));
    expect(replies).toHaveLength(references.length + 1);
    for (const path of replies) {
      const over = path.endsWith('capture.tsr') ? join(dirname(path), 'capture.json') : manifest;
      const checked = ask('openssl', ['ts', '-verify', '-data', over, '-in', path, '-CAfile', roots], folder);
      expect(checked).toMatchObject({ status: 0, output: expect.stringContaining('Verification: OK') });
    }
    const lists = files.filter(path => path.endsWith('.crl'));
    expect(lists).toHaveLength(replies.length);
    for (const path of lists) {
      const trusted = join(session.folder, 'with-lists.pem');
      writeFileSync(trusted, authority.keys.root + readFileSync(join(folder, path), 'utf8'));
      const over = path.endsWith('capture.crl') ? join(dirname(path), 'capture.json') : manifest;
      const given = ['-data', over, '-in', path.replace(/crl$/, 'tsr'), '-CAfile', trusted];
      const checked = ask('openssl', ['ts', '-verify', '-crl_check_all', ...given], folder);
      expect(checked).toMatchObject({ status: 0, output: expect.stringContaining('Verification: OK') });
    }
    const { output, status } = ask(process.execPath, [built.cli, 'verify', bundle, '--tsa-ca', roots]);
    expect(status).toBe(0);
    const vouched = output.split('\n').filter(line => line.includes('time-stamp.moment.vouched'));
    expect(vouched).toHaveLength(references.length + 3);
    for (const line of vouched) expect(line).toContain('“Test Authority One” says that this existed at');
    // Only what did not hold is printed.
    expect(output).not.toContain('time-stamp.revocation.');
    const chain = readFileSync(join(folder, 'data/custody.jsonl'), 'utf8');
    expect(chain.match(/"action":"capture\.stamped"/g)).toHaveLength(references.length);
    const howTo = readFileSync(join(folder, 'HOW-TO-VERIFY.txt'), 'utf8');
    expect(howTo).toContain('openssl ts -verify');
    expect(howTo).toContain('-crl_check');
    expect(await momentsIn(bundle, [])).toMatchObject({ unknown: references.length + 3, vouched: 0 });
    expect(await momentsIn(bundle, [roots])).toMatchObject({ unknown: 0, vouched: references.length + 3 });
  });

  it('tell the authority nothing but a digest and a random number, and nobody else anything', () => {
    expect(authority.requests.length).toBeGreaterThan(0);
    // Version, algorithm, 32 bytes of digest, 8 of nonce, the wish for a certificate: nothing more has room.
    for (const request of authority.requests) expect(request.length).toBeLessThan(80);
    expect(strayRequests(session.site)).toEqual([]);
  });

  it('say on the exhibit how long after the recording they came', async () => {
    const screen = await session.browser.openScreen('case.html');
    await screen.waitFor('.exhibit-list li a');
    await screen.click('.exhibit-list li a');
    await screen.waitFor('#time-stamp[data-state="stamped"]');
    expect(await screen.text('#time-stamp')).toMatch(/Time-stamped \d+ seconds? after it was recorded/);
    await screen.close();
  });

  it('come from two authorities for each record where that is chosen, and openssl confirms both', async () => {
    const settings = await session.browser.openScreen('options.html');
    await settings.waitFor('#time-stamps-two');
    expect(await settings.attribute('#time-stamps-two', 'disabled')).not.toBeUndefined();
    await settings.fill('#authority-address', authority.address('foreign'));
    await settings.click('#authority-add');
    await settings.waitFor('#authorities li:nth-child(2) .test');
    await settings.click('#time-stamps-two');
    await settings.waitFor('#time-stamps-two:checked');
    await settings.close();
    await captureTwo();
    expect(await awaitTimeStamps(session.browser, hangMs / 1000)).toEqual([]);
    const screen = await session.browser.openScreen('case.html');
    await screen.waitFor('.exhibit-list li[data-reference$="/4"] a');
    await screen.click('.exhibit-list li[data-reference$="/4"] a');
    await screen.waitFor('#second-time-stamp[data-state="stamped"]');
    expect(await screen.text('#time-stamp')).toMatch(/by Test Authority One.*by Foreign Authority/s);
    await screen.close();
    const end = await exportBundle(session.browser);
    const { bundle, folder, files } = read(end);
    const seconds = files.filter(path => path.endsWith('capture.2.tsr'));
    expect(seconds).toHaveLength(2);
    const both = join(session.folder, 'both-roots.pem');
    writeFileSync(both, authority.keys.root + authority.keys.otherRoot);
    for (const path of seconds)
      for (const reply of [path, path.replace('.2.tsr', '.tsr')]) {
        const given = ['-data', join(dirname(path), 'capture.json'), '-in', reply, '-CAfile', both];
        const checked = ask('openssl', ['ts', '-verify', ...given], folder);
        expect(checked).toMatchObject({ status: 0, output: expect.stringContaining('Verification: OK') });
      }
    const ofList = ['tsr', '2.tsr'].map(end => `${manifest}.${end}`);
    for (const reply of ofList) {
      const checked = ask(
        'openssl',
        ['ts', '-verify', '-data', manifest, '-in', reply, '-CAfile', both],
        folder,
      );
      expect(checked).toMatchObject({ status: 0, output: expect.stringContaining('Verification: OK') });
    }
    expect(end.shown).toMatch(/Time-stamped by Test Authority One.*second authority too: Foreign Authority/s);
    const howTo = readFileSync(join(folder, 'HOW-TO-VERIFY.txt'), 'utf8');
    expect(howTo).toContain('capture.2.tsr');
    expect(howTo).toContain(`${manifest}.2.tsr`);
    const { output, status } = ask(process.execPath, [built.cli, 'verify', bundle, '--tsa-ca', both]);
    expect(status).toBe(0);
    expect(output.match(/“Foreign Authority” says that this existed at/g)).toHaveLength(3);
  });

  it('keep nothing back when the authority is dead: it is recorded, exported and said', async () => {
    await authority.close();
    await captureTwo();
    const screen = await session.browser.openScreen('case.html');
    await screen.waitFor('.exhibit-list li');
    expect(await screen.text('.exhibit-list li[data-reference$="/6"]')).toContain(
      'Waiting for the time-stamp authority',
    );
    await screen.close();
    const end = await exportBundle(session.browser);
    expect(end.shown).toContain('The file has no time-stamp of its own.');
    expect(end.shown).toContain('could not be reached');
    expect(end.shown).toContain('2 records have no time-stamp yet');
    const { bundle, files } = read(end);
    expect(files.filter(path => path.endsWith('.tsr'))).toHaveLength(6);
    expect(ask(process.execPath, [built.cli, 'verify', bundle])).toMatchObject({ status: 0 });
  });

  async function captureTwo(): Promise<readonly (string | undefined)[]> {
    const references: (string | undefined)[] = [];
    for (const address of session.site.addresses.posts.slice(1, 3)) {
      const page = await session.browser.openPage(address);
      references.push((await capture(session.browser, page, 'post')).reference);
      await page.close();
    }
    return references;
  }

  function read({ volumes }: ExportEnd) {
    const bundle = volumes[0]?.path ?? '';
    const folder = unzipped(bundle, session.folder);
    return { bundle, folder, files: filesBelow(folder, folder) };
  }

  /** How many moments `verify.html` shows under each heading, with these roots trusted. */
  async function momentsIn(bundle: string, trusted: readonly string[]) {
    const page = await session.browser.openPage(pathToFileURL(built.verifyPage).href);
    await page.click('#roots-for-check summary');
    const field = await page.waitForSelector('#check-roots');
    for (const path of trusted) {
      await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
      await page.waitForSelector('#roots-for-check li');
    }
    const file = await page.waitForSelector('input[type="file"]');
    await (file as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(bundle);
    await page.waitForSelector('#moments');
    const count = (name: string) => page.$$(`[data-moments="${name}"] li`).then(found => found.length);
    const counted = { vouched: await count('vouched'), unknown: await count('unknown') };
    await page.close();
    return counted;
  }
});
