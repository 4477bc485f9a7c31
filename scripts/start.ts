import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { CaptureScope } from '../src/model/capture.ts';
import { verifyCommands } from '../src/reports/how-to-verify.ts';
import { timeStampCommands } from '../src/reports/how-to-verify-time.ts';
import { type Site, startSite } from '../test/samples/site/server.ts';
import { buildAll, built } from './build.ts';
import { accountsIn } from './drive/accounts.ts';
import { awaitTimeStamps, chooseAuthorities } from './drive/authorities.ts';
import type { BrowserName, DrivenBrowser } from './drive/driven-browser.ts';
import { capture, type ExportEnd, exportBundle } from './drive/job.ts';
import { launch } from './drive/launch.ts';
import { tellCase } from './drive/tell.ts';
import { isHeaded, type Options, readOptions } from './start-options.ts';

interface Task {
  readonly address: string;
  readonly scope: CaptureScope;
}

process.exitCode = await main().catch(error => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const options = readOptions(say);
  if (!options) return 2;
  say('Building the extension …');
  await buildAll();
  const out = resolve(options.out);
  mkdirSync(out, { recursive: true });
  const site = options.url.length === 0 ? await startSite() : undefined;
  try {
    return isHeaded(options) ? await openAndLeave(options, site, out) : await doTheJob(options, site, out);
  } finally {
    await site?.close();
  }
}

async function start(options: Options, site: Site | undefined, out: string): Promise<DrivenBrowser> {
  const name: BrowserName = options.browser;
  say(`Starting ${name} with the extension …`);
  const browser = await launch(name, {
    headless: !isHeaded(options),
    downloadDir: out,
    args: options['browser-arg'],
    ...(site ? { proxyPort: site.proxy.port } : {}),
    ...(options.tsa.length > 0 ? { reach: options.tsa } : {}),
  });
  await switchOnTimeStamps(browser, options);
  return browser;
}

/** Lists the authorities in the extension's settings and says what each answered to a test. */
async function switchOnTimeStamps(browser: DrivenBrowser, options: Options): Promise<void> {
  if (options.tsa.length === 0) return;
  const roots = options['tsa-ca'].map(path => readFileSync(path, 'utf8')).join('\n');
  for (const said of await chooseAuthorities(browser, { addresses: options.tsa, roots })) say(`  ${said}`);
}

async function openAndLeave(options: Options, site: Site | undefined, out: string): Promise<number> {
  const browser = await start(options, site, out);
  const addresses = site ? [site.addresses.chat, site.addresses.forum, site.addresses.posts[1]] : options.url;
  for (const address of addresses) if (address) await browser.openPage(address);
  say(
    `The browser is open. Press the puzzle piece in its toolbar, then Holdfast. Exports go to ${relative('.', out)}/.`,
  );
  say('Close the browser when you are done.');
  await browser.closed;
  return 0;
}

function tasksOf(options: Options, site: Site | undefined): readonly Task[] {
  if (!site) return options.url.map(address => ({ address, scope: options.scope }));
  const { posts, chat, forum, platform } = site.addresses;
  return [
    ...posts.slice(1, 4).map(address => ({ address, scope: 'post' as const })),
    { address: chat, scope: 'viewport' },
    { address: forum, scope: 'page' },
    { address: platform('x/profile'), scope: 'viewport' },
    { address: platform('instagram/post'), scope: 'post' },
    { address: platform('tiktok/video'), scope: 'post' },
  ];
}

async function doTheJob(options: Options, site: Site | undefined, out: string): Promise<number> {
  const browser = await start(options, site, out);
  try {
    const ends: boolean[] = [];
    for (const task of tasksOf(options, site)) ends.push(await record(browser, task));
    if (!ends.includes(true)) {
      say('Nothing was recorded, so there is nothing to export.');
      return 1;
    }
    if (site) {
      say('Filling in an invented case …');
      say(
        `  ${await tellCase(browser)} things told: details, diary, an order, contacts, words about exhibits`,
      );
    }
    if (options.tsa.length > 0) {
      const waiting = await awaitTimeStamps(browser, 120);
      if (waiting.length > 0) say(`  no time-stamp yet: ${waiting.join(', ')}`);
    }
    say('Exporting …');
    const intact = await report(await exportBundle(browser), options);
    return intact && !ends.includes(false) ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** Records one page; false when it could not be captured, with a line that says why. */
async function record(browser: DrivenBrowser, { address, scope }: Task): Promise<boolean> {
  say(`Recording the ${scope} at ${address} …`);
  try {
    const page = await browser.openPage(address);
    const end = await capture(browser, page, scope);
    await page.close();
    if (!end.reference) {
      say(`  not captured: ${oneLine(end.reasons)}`);
      return false;
    }
    say(`  ${end.reference}, ${end.outcome ?? 'complete'}`);
    if (end.outcome === 'partial') say(`  ${oneLine(end.reasons)}`);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say(`  not captured: ${oneLine(message.split('\n')[0] ?? '')}`);
    return false;
  }
}

async function report({ volumes, fingerprint }: ExportEnd, options: Options): Promise<boolean> {
  const trust = options['tsa-ca'].flatMap(path => ['--tsa-ca', path]);
  let intact = volumes.length > 0;
  for (const volume of volumes) {
    const path = relative('.', volume.path);
    const checked = spawnSync(process.execPath, [built.cli, 'verify', volume.path, ...trust], {
      encoding: 'utf8',
    });
    intact &&= checked.status === 0;
    say('');
    say(`Bundle       ${path} (${volume.size} bytes)`);
    say(`SHA-256      ${volume.sha256}`);
    say(`Fingerprint  ${fingerprint}`);
    say(`Checked      ${checked.status === 0 ? 'intact' : `not intact (exit code ${checked.status})`}`);
    if (checked.status !== 0) say(`${checked.stdout}${checked.stderr}`);
    if (options.tsa.length > 0) for (const line of momentLines(checked.stdout)) say(line);
    for (const [index, line] of (await accountLines(volume.path)).entries()) {
      say(`${index === 0 ? 'Accounts' : '        '}     ${line}`);
    }
    say('');
    say('Check it without Holdfast:');
    for (const command of commands(path, options)) say(`  ${command}`);
  }
  return intact;
}

/** Platform, handle or name, and number of each account in the bundle. */
async function accountLines(bundle: string): Promise<readonly string[]> {
  const accounts = await accountsIn(bundle);
  return accounts.map(({ platform, handle, displayName, accountId }) =>
    [platform.padEnd(10), (handle ?? displayName ?? '').padEnd(16), accountId ?? '(number not shown)'].join(
      ' ',
    ),
  );
}

/** What the check says of each time-stamp: which authority, which moment. */
function momentLines(checked: string): readonly string[] {
  const lines = checked.split('\n').filter(line => line.includes('says that this existed at'));
  return lines.map((line, index) => `${index === 0 ? 'Time-stamps' : '           '}  ${oneLine(line)}`);
}

function commands(path: string, { tsa, 'tsa-ca': roots }: Options): readonly string[] {
  const { fingerprint, digests, tagManifestSignature, containerSignature } = verifyCommands;
  return [
    `node dist/holdfast.mjs verify ${path}${roots.map(root => ` --tsa-ca ${root}`).join('')}`,
    `unzip -q ${path} -d checked && cd checked`,
    ...[fingerprint, digests, tagManifestSignature, containerSignature],
    ...(tsa.length > 0 && roots.length > 0
      ? [
          `cat ${roots.map(root => relative('checked', root)).join(' ')} > tsa-ca.pem`,
          timeStampCommands.bundle,
        ]
      : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 400);
}

function say(line: string): void {
  console.log(line);
}
