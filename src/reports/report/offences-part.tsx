import type { ComponentChildren } from 'preact';
import type { ReportFacts } from './facts.ts';

/** The sheet of offences that may be relevant in the case's jurisdiction; undefined while there is none to show. */
export function offencesPart(_facts: ReportFacts): ComponentChildren | undefined {
  return undefined;
}
