import type { Finding } from '../../../model/finding.ts';
import type { Instant } from '../../../model/identifiers.ts';
import { altered, held } from '../../findings.ts';
import { clockTolerance } from './time-stamp-findings.ts';

/** What the signer's clock said for each seal whose signature holds, by the seal's path. */
export type SigningTimes = ReadonlyMap<string, Date>;

/**
 * Whether both seals say that they were made at one moment, which is that of the export. One clock gave all three, so
 * that they are minutes apart at most. `exportedAt` is undefined when the record of the case cannot be read; then the
 * seals are held against one another alone.
 */
export function checkSigningTimes(times: SigningTimes, exportedAt: Instant | undefined): readonly Finding[] {
  const [first] = times.values();
  return [...times].flatMap(([path, at]) => {
    const others = [first, ...(exportedAt === undefined ? [] : [new Date(exportedAt)])];
    const away = others.find(other => other !== undefined && !isNear(at, other));
    if (away === undefined)
      return [held('signature.signing-time.match', path, `The seal says ${at.toISOString()}, as it should.`)];
    const detail = `This seal says that it was made at ${at.toISOString()}. By the rest of the file it was made at ${away.toISOString()}.`;
    return [altered('signature.signing-time.mismatch', path, detail)];
  });
}

function isNear(one: Date, other: Date): boolean {
  return Math.abs(one.getTime() - other.getTime()) <= clockTolerance;
}
