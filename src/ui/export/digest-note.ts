import type { ExportedVolume } from '../../messaging/protocol.ts';

/**
 * The text that is saved beside a ZIP: a line for `sha256sum -c`, then, as comments which that program skips,
 * the fingerprint of the certificate inside.
 */
export function digestNote({ name, sha256 }: ExportedVolume, fingerprint: string): string {
  return [
    `${sha256}  ${name}`,
    '# The line above is the SHA-256 of the file, in the form that sha256sum -c reads.',
    '# Fingerprint (SHA-256) of the certificate in the file, signer.crt:',
    `# ${fingerprint}`,
    '',
  ].join('\n');
}
