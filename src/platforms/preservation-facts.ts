import type { PreservationFacts } from './preservation.ts';
import { preservationOf } from './registry/preservation.ts';
import { preservation as web } from './sites/web/platform.ts';

/** The facts of this platform; those of any website when the platform is not known. */
export function preservationFactsOf(platformId: string): PreservationFacts {
  return Object.hasOwn(preservationOf, platformId) ? (preservationOf[platformId] ?? web) : web;
}
