import { readFile } from 'node:fs/promises';
import { type BundleReading, readBundle } from '../bundle/verify/read-bundle.ts';
import { unreadableReport } from '../bundle/verify/verify-bundle.ts';
import { type GroupReport, verifyBundles } from '../bundle/verify/verify-group.ts';
import type { VerifyOptions } from '../bundle/verify/verify-options.ts';
import { isReadError } from '../bundle/zip/source.ts';
import { fromPemFile } from '../crypto/certificates/held-certificate.ts';
import { type Verdict, verdictOf } from '../model/finding.ts';
import { deriveTime, readAddress } from '../platforms/index.ts';
import { remakeTexts } from '../reports/remake.ts';
import { type Command, toCommand, usage } from './arguments.ts';
import { type FileSource, nodeSpeed, openFileSource } from './file-source.ts';
import { exitCodeOf, inspectAddresses } from './inspect-addresses.ts';
import { plain, printableJson } from './plain.ts';
import { readingToText } from './reading-text.ts';
import { groupToText } from './report-text.ts';

/** Where the command writes its output, and the program's version. */
export interface Terminal {
  readonly version: string;
  out(text: string): void;
  err(text: string): void;
}

const exitCodes: Readonly<Record<Verdict, number>> = { intact: 0, altered: 1, incomplete: 1, unreadable: 2 };

/**
 * Runs the command and resolves to the exit code. `verify`: 0 intact, 1 altered or incomplete, 2 unreadable. `inspect`:
 * 0 read, 2 unreadable; of addresses see {@link exitCodeOf}. Invalid arguments: 2.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = toCommand(args);
  switch (command?.name) {
    case 'verify':
      return verify(command, terminal);
    case 'inspect':
      return inspect(command.file, terminal);
    case 'inspect-addresses': {
      const inspections = inspectAddresses(command.addresses, Date.now());
      terminal.out(`${printableJson(inspections)}\n`);
      return exitCodeOf(inspections);
    }
    case 'help':
      terminal.out(usage);
      return 0;
    case 'version':
      terminal.out(`holdfast ${terminal.version}\n`);
      return 0;
    default:
      terminal.err(usage);
      return 2;
  }
}

async function verify(
  { files, json, authorities, expected }: Extract<Command, { name: 'verify' }>,
  terminal: Terminal,
): Promise<number> {
  const trustedAuthorities: Uint8Array[] = [];
  for (const path of authorities) {
    const certificates = await readCertificates(path);
    if (certificates.length === 0) {
      terminal.err(`No certificate in PEM could be read from this file: ${plain(path)}\n`);
      return 2;
    }
    trustedAuthorities.push(...certificates);
  }
  const group = await verifyFiles(files, { trustedAuthorities, expected });
  terminal.out(json ? `${printableJson(group)}\n` : groupToText(group));
  return exitCodes[group.verdict];
}

async function verifyFiles(
  paths: readonly string[],
  asked: Pick<VerifyOptions, 'trustedAuthorities' | 'expected'>,
): Promise<GroupReport> {
  const opened = await Promise.all(paths.map(openOrRefuse));
  const sources = opened.filter(source => 'read' in source);
  try {
    const group = await verifyBundles(sources, {
      deriveTime,
      readAddress,
      remake: remakeTexts,
      wholeDigest: true,
      ...asked,
      ...nodeSpeed,
    });
    const refused = opened.filter(source => !('read' in source)).map(unreadableReport);
    const verdicts = refused.flatMap(report => report.findings);
    if (refused.length === 0) return group;
    return { ...group, reports: [...group.reports, ...refused], verdict: verdictOf(verdicts) };
  } finally {
    await Promise.all(sources.map(source => source.close()));
  }
}

async function readCertificates(path: string): Promise<readonly Uint8Array[]> {
  try {
    return fromPemFile(await readFile(path, 'utf8'));
  } catch (error) {
    if (!isReadError(error)) throw error;
    return [];
  }
}

async function openOrRefuse(path: string): Promise<FileSource | { name: string; size: number }> {
  try {
    return await openFileSource(path);
  } catch (error) {
    if (!isReadError(error)) throw error;
    return { name: path, size: 0 };
  }
}

async function inspect(path: string, terminal: Terminal): Promise<number> {
  const source = await openOrRefuse(path);
  const reading = 'read' in source ? await readAndClose(source) : undefined;
  if (reading === undefined) {
    terminal.err(`This file could not be read as a bundle: ${plain(source.name)}\n`);
    return 2;
  }
  terminal.out(readingToText(source.name, reading));
  return 0;
}

async function readAndClose(source: FileSource): Promise<BundleReading | undefined> {
  try {
    return await readBundle(source);
  } catch (error) {
    if (!isReadError(error)) throw error;
    return undefined;
  } finally {
    await source.close();
  }
}
