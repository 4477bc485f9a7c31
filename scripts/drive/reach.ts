import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A manifest, of which nothing is looked at. */
const manifestSchema = z.record(z.string(), z.unknown());

/** The hosts of web addresses as match patterns, each once. Such patterns know no ports. */
export function originsOf(addresses: readonly string[]): readonly string[] {
  const origins = addresses.map(address => {
    const { protocol, hostname } = new URL(address);
    return `${protocol}//${hostname}/*`;
  });
  return [...new Set(origins)];
}

/** `host:port` of each address, as browsers list what goes past a proxy. */
export function hostsAndPorts(addresses: readonly string[]): readonly string[] {
  return addresses.map(address => {
    const { protocol, hostname, port } = new URL(address);
    return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  });
}

/** A copy of an extension in a folder of its own. */
export interface CopiedExtension {
  readonly folder: string;
  remove(): void;
}

/**
 * A copy of the extension whose manifest grants the hosts of these addresses. The shipped one asks for each when it is
 * listed, in a window of the browser's own that nobody can press without a screen.
 */
export function copyThatReaches(extension: string, addresses: readonly string[]): CopiedExtension {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-extension-'));
  cpSync(extension, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: originsOf(addresses) }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
