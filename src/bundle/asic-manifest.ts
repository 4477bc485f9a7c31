import { bundlePaths, containerFolder } from './layout.ts';
import type { ManifestLine } from './manifest.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  crl: 'application/x-pem-file',
  crt: 'application/x-pem-file',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  mhtml: 'multipart/related',
  p7s: 'application/pkcs7-signature',
  pdf: 'application/pdf',
  png: 'image/png',
  tsr: 'application/timestamp-reply',
  txt: 'text/plain',
  webp: 'image/webp',
};

/**
 * `META-INF/ASiCManifest001.xml`, ETSI EN 319 162-1 A.4: names the signature and, in the given order, each file that it
 * covers with its SHA-256. One element a line, for human readers. Paths must be plain ASCII without characters that XML
 * or an address would escape.
 */
export function asicManifestText(files: Iterable<ManifestLine>): string {
  const references = [...files].map(
    file =>
      `  <asic:DataObjectReference URI="${file.path}" MimeType="${mediaTypeOf(file.path)}">\n` +
      '    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\n' +
      `    <ds:DigestValue>${hexToBase64(file.sha256)}</ds:DigestValue>\n` +
      '  </asic:DataObjectReference>\n',
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\n' +
    `  <asic:SigReference URI="${bundlePaths.asicSignature}" MimeType="application/pkcs7-signature"/>\n` +
    `${references.join('')}</asic:ASiCManifest>\n`
  );
}

const referencePattern =
  /<asic:DataObjectReference URI="([^"<>&]*)"[^<>]*>\s*<ds:DigestMethod [^<>]*\/>\s*<ds:DigestValue>([A-Za-z0-9+/]{43}=)<\/ds:DigestValue>/g;

/**
 * The files of a manifest that {@link asicManifestText} wrote; undefined for any other text. No XML parser is used:
 * anything that differs from what we write is refused.
 */
export function textToAsicManifest(text: string): readonly ManifestLine[] | undefined {
  const files: ManifestLine[] = [];
  for (const [, path, digest] of text.matchAll(referencePattern)) {
    if (path === undefined || digest === undefined) return undefined;
    files.push({ path, sha256: base64ToHex(digest) });
  }
  const unique = new Set(files.map(file => file.path)).size === files.length;
  return unique && asicManifestText(files) === text ? files : undefined;
}

/** Whether the container's signature covers a file with this name: all except its own folder and the type. */
export function isCoveredByContainer(path: string): boolean {
  return path !== bundlePaths.mimetype && !path.startsWith(containerFolder);
}

function mediaTypeOf(path: string): string {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

function hexToBase64(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  return btoa(String.fromCharCode(...bytes.map(byte => Number.parseInt(byte, 16))));
}

function base64ToHex(base64: string): string {
  return [...atob(base64)].map(char => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
