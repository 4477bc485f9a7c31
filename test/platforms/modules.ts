import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toInstant } from '../../src/model/identifiers.ts';
import type { Example, Platform, Vector } from '../../src/platforms/contract.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { PreservationFacts } from '../../src/platforms/preservation.ts';

/** What the file of one platform exports. */
export interface PlatformModule {
  readonly file: string;
  readonly platform: Platform;
  readonly examples: readonly Example[];
  readonly vectors: readonly Vector[];
  readonly preservation: PreservationFacts;
}

/** The moment the tests take for that of the capture. */
export const notAfter = toInstant(Date.UTC(2026, 10, 21));

const folder = resolve(fileURLToPath(import.meta.url), '../../../src/platforms/sites');

/** The files of all platforms: `src/platforms/sites/<id>/platform.ts`. */
export const modules: readonly PlatformModule[] = await Promise.all(
  platforms.map(async platform => {
    const file = `${platform.id}/platform.ts`;
    const exported = (await import(join(folder, file))) as Omit<PlatformModule, 'file' | 'platform'>;
    return { file, platform, ...exported };
  }),
);
