import { parseArgs } from 'node:util';
import type { Expectations } from '../bundle/verify/check-expected.ts';
import { digestIn } from '../model/pasted-digest.ts';

/** A parsed command line. */
export type Command =
  | {
      readonly name: 'verify';
      readonly files: readonly string[];
      readonly json: boolean;
      readonly authorities: readonly string[];
      readonly expected: Expectations;
    }
  | { readonly name: 'inspect'; readonly file: string }
  | { readonly name: 'inspect-addresses'; readonly addresses: readonly string[] }
  | { readonly name: 'help' | 'version' };

/** Shown by `--help`, and after an invalid command. */
export const usage = `Usage:
  holdfast verify FILE… [--json] [--tsa-ca FILE]… [--signer FINGERPRINT]… [--sha256 DIGEST]…
                        [--require-time-stamp]
                                   Check signed bundles; the volumes of one case are judged together.
                                   --tsa-ca names certificates (PEM) of time-stamp authorities' roots that
                                   you trust; without it is said who gave a time-stamp, and no more.
                                   --signer is the fingerprint of the certificate, and --sha256 that of the
                                   ZIP file (one for each file), as they were written down elsewhere. A file
                                   that differs is not intact.
                                   --require-time-stamp: nor is one without a time-stamp of an authority
                                   that --tsa-ca names.
  holdfast inspect FILE            Show what a bundle says, without checking it.
  holdfast inspect URL…            Say of each address who, which post and when, as JSON. Fetches nothing.
  holdfast --help | --version

Exit code: 0 intact, 1 altered or incomplete, 2 could not be read. Of addresses: 0 all understood, 1 one
is of no known site or of nothing on it, 2 one is no web address.
`;

/** Parses the arguments after the program's name; undefined when they are invalid. */
export function toCommand(args: readonly string[]): Command | undefined {
  const parsed = parse(args);
  if (parsed === undefined) return undefined;
  const { values, positionals } = parsed;
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name, ...files] = positionals;
  const [file] = files;
  const authorities = values['tsa-ca'] ?? [];
  const expected = toExpectations(values);
  if (name === 'verify' && file !== undefined && expected !== undefined)
    return { name, files, json: values.json ?? false, authorities, expected };
  if (verifyOnly.some(option => values[option] !== undefined)) return undefined;
  if (name !== 'inspect' || file === undefined) return undefined;
  if (files.some(isAddress)) return { name: 'inspect-addresses', addresses: files };
  return files.length === 1 && !values.json ? { name, file } : undefined;
}

const verifyOnly = ['tsa-ca', 'signer', 'sha256', 'require-time-stamp'] as const;

/** The values to compare with; undefined when a value that should be a SHA-256 is not one. */
function toExpectations(values: {
  readonly signer?: readonly string[];
  readonly sha256?: readonly string[];
  readonly 'require-time-stamp'?: boolean;
}): Expectations | undefined {
  const [signers, digests] = [digestsIn(values.signer), digestsIn(values.sha256)];
  if ([...signers, ...digests].includes('')) return undefined;
  return { signers, digests, timeStamp: values['require-time-stamp'] ?? false };
}

/** Each as a SHA-256; empty where it is not one. */
function digestsIn(texts: readonly string[] = []): readonly string[] {
  return texts.map(each => digestIn(each) ?? '');
}

/** Whether the text begins with a scheme; a single letter before the colon is a Windows drive. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        json: { type: 'boolean' },
        'tsa-ca': { type: 'string', multiple: true },
        signer: { type: 'string', multiple: true },
        sha256: { type: 'string', multiple: true },
        'require-time-stamp': { type: 'boolean' },
      },
    });
  } catch {
    return undefined;
  }
}
