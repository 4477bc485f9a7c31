import type { Finding } from '../../model/finding.ts';
import { altered } from '../findings.ts';
import { longestName } from '../layout.ts';
import type { ListedEntry } from './entries.ts';

const segment = '[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?';
const safeName = new RegExp(`^${segment}(?:/${segment})*$`);
/** Windows reserves these names for devices, in any folder and whatever the extension. */
const deviceName = /(?:^|\/)(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:[./]|$)/i;

/** Whether a file with this name unzips on every system, below a folder of the user's. */
export function isSafeName(name: string): boolean {
  return name.length <= longestName && safeName.test(name) && !deviceName.test(name);
}

/**
 * Whether every name can be unzipped safely anywhere: plain ASCII, relative, not hidden, not leading outside the folder
 * or to a device, and no two names that some system treats as one.
 */
export function checkNames(entries: readonly ListedEntry[]): readonly Finding[] {
  const findings: Finding[] = [];
  const exact = new Set<string>();
  const alike = new Map<string, string>();
  for (const { name, rawName } of entries) {
    if (!isSafeName(name) || rawName.length !== name.length)
      findings.push(altered('zip.name.unsafe', printable(name), 'This name does not occur in a bundle.'));
    const key = alikeKey(name);
    const other = alike.get(key);
    if (exact.has(name))
      findings.push(altered('zip.name.duplicate', printable(name), 'Two files have this name.'));
    else if (other !== undefined)
      findings.push(
        altered('zip.name.collision', printable(name), `Some computers take it for “${printable(other)}”.`),
      );
    exact.add(name);
    alike.set(key, name);
  }
  return [...findings, ...checkFolders(entries)];
}

function checkFolders(entries: readonly ListedEntry[]): readonly Finding[] {
  const folders = new Set<string>();
  for (const { name } of entries) {
    // A name of 60,000 characters may have 30,000 folders. It is unsafe anyway.
    if (name.length > longestName) continue;
    const parts = alikeKey(name).split('/');
    for (let depth = 1; depth < parts.length; depth++) folders.add(parts.slice(0, depth).join('/'));
  }
  return entries
    .filter(entry => folders.has(alikeKey(entry.name)))
    .map(entry => altered('zip.name.collision', printable(entry.name), 'A folder has the same name.'));
}

function alikeKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** An untrusted name made printable: control and direction characters are shown as codes. */
function printable(name: string): string {
  return name
    .slice(0, longestName)
    .replace(/[^\x20-\x7e]/gu, char => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
