import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { captureRecordSchema } from '../../src/model/capture.ts';
import type { Account } from '../../src/model/post.ts';

/** An account that a post or a profile in a bundle stands under. */
export interface FoundAccount extends Account {
  readonly platform: string;
}

/** The accounts in the capture records of a bundle by platform, each once: by its number, else by its name. */
export async function accountsIn(bundle: string): Promise<readonly FoundAccount[]> {
  const zip = await JSZip.loadAsync(await readFile(bundle));
  const found = new Map<string, FoundAccount>();
  for (const entry of zip.file(/^data\/exhibits\/[^/]+\/capture\.json$/)) {
    const { post } = captureRecordSchema.parse(JSON.parse(await entry.async('string')));
    if (post === undefined) continue;
    const { handle, displayName, accountId } = post.account;
    const name = accountId ?? handle ?? displayName;
    if (name !== undefined)
      found.set(`${post.platform} ${name}`, { platform: post.platform, ...post.account });
  }
  return [...found.values()].sort((one, other) => one.platform.localeCompare(other.platform));
}
