import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { sharedWorkers } from './scripts/shared-workers.ts';

const pdfPart = (file: string) =>
  fileURLToPath(new URL(`src/reports/pdf/in-browser/${file}`, import.meta.url));

/** What stands in for Node under pdfmake and pdfkit, and for what the report does not use of them. */
const pdfAliases = [
  // pdfkit imports and pdfmake requires it, which would be two copies.
  { find: /^linebreak$/, replacement: fileURLToPath(import.meta.resolve('linebreak')) },
  { find: /^(?:node:)?stream$/, replacement: pdfPart('stream.ts') },
  { find: /^(?:node:)?zlib$/, replacement: pdfPart('zlib.ts') },
  { find: /^(?:node:)?events$/, replacement: pdfPart('events.ts') },
  {
    find: /^(?:(?:node:)?fs|png-js|brotli\/decompress\.js|@noble\/ciphers\/aes|@noble\/hashes\/sha2|xmldoc|\.\/qrEnc\.js|\.\/3rd-party\/svg-to-pdfkit)$/,
    replacement: pdfPart('left-out.ts'),
  },
];

/**
 * The shipped manifest: no permission here brings a warning at install. No host is granted; that of a time-stamp
 * authority, which may be any, is asked for when the user lists one.
 */
export default defineConfig({
  srcDir: '.',
  publicDir: 'assets/public',
  outDir: '.output',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // SHA-256 over the sources, computed by scripts/build.ts; zeros in a build that nobody vouches for.
  vite: () => ({
    plugins: [sharedWorkers()],
    resolve: { alias: pdfAliases },
    define: { __BUILD_DIGEST__: JSON.stringify(process.env['HOLDFAST_BUILD_DIGEST'] ?? '0'.repeat(64)) },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      'capture-post': {
        suggested_key: { default: 'Alt+Shift+1' },
        description: '__MSG_commandCapturePost__',
      },
      'capture-viewport': {
        suggested_key: { default: 'Alt+Shift+2' },
        description: '__MSG_commandCaptureViewport__',
      },
      lock: { suggested_key: { default: 'Alt+Shift+9' }, description: '__MSG_commandLock__' },
    },
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'holdfast@holdfast.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
