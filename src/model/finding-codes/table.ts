import type { Severity } from '../severity.ts';

/** Codes with one sentence for each severity that they can have: what was checked, and what the result means. */
export type FindingTable = Readonly<Record<string, Readonly<Partial<Record<Severity, string>>>>>;
