import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built } from '../../scripts/build.ts';

/** What DESIGN section 6 allows at install: none of these brings a warning in either browser. */
const permissions = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];

/** Keys that would give the extension pages, hosts or code beyond the user's gesture. */
const forbidden = [
  'host_permissions',
  'content_scripts',
  'externally_connectable',
  'devtools_page',
  'chrome_settings_overrides',
  'chrome_url_overrides',
  'sandbox',
  'oauth2',
  'key',
  'update_url',
];

describe.each([
  ['chromium', built.chromium, [...permissions, 'offscreen', 'sidePanel']],
  ['firefox', built.firefox, permissions],
] as const)('the manifest shipped for %s', (_name, folder, allowed) => {
  const manifest = () =>
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

  it('asks for what brings no warning, and nothing else', () => {
    expect(manifest()['manifest_version']).toBe(3);
    expect([...(manifest()['permissions'] as string[])].sort()).toEqual([...allowed].sort());
  });

  it('has no host permission and no standing access to any page', () => {
    for (const key of forbidden) expect(manifest()).not.toHaveProperty(key);
  });

  it('may ask for the host of a time-stamp authority, and for nothing else', () => {
    expect(manifest()['optional_host_permissions']).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest()).not.toHaveProperty('optional_permissions');
  });

  it('offers nothing of itself to web pages', () => {
    expect(manifest()['web_accessible_resources'] ?? []).toEqual([]);
  });

  it('runs its own code alone', () => {
    expect(manifest()['content_security_policy']).toEqual({
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    });
  });
});
