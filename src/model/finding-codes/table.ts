import type { Severity } from '../severity.ts';

/** Codes, each with a sentence for every severity that it comes with: what was checked, and what that means. */
export type FindingTable = Readonly<Record<string, Readonly<Partial<Record<Severity, string>>>>>;
