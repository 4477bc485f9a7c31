import type { Finding } from '../../../model/finding.ts';
import type { Instant } from '../../../model/identifiers.ts';
import { altered, held } from '../../findings.ts';
import { clockTolerance } from './time-stamp-findings.ts';

/** The signer's clock for each seal whose signature holds, by the seal's path. */
export type SigningTimes = ReadonlyMap<string, Date>;

/**
 * Whether both seals state the time of the export. All three times are by one clock and at most minutes apart.
 * `exportedAt` is undefined when the case record cannot be read; then only the seals are compared.
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
