import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command ended with. `status` is its exit code. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real openssl with these files in its working directory, and leaves nothing behind. */
export function openssl(
  args: readonly string[],
  files: Readonly<Record<string, Uint8Array | string>>,
): CommandResult {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-openssl-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(directory, name), bytes);
    const { status, stdout, stderr, error } = spawnSync('openssl', args, {
      cwd: directory,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    return { status, stdout, stderr };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The command that HOW-TO-VERIFY.txt gives, for a signature X.p7s over X. */
export const cmsVerify =
  'cms -verify -cades -binary -inform DER -in X.p7s -content X -CAfile signer.crt -no_check_time -out /dev/null'.split(
    ' ',
  );
