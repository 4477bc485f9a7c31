import { paperDocx } from '../document/docx.ts';
import type { ReportInput } from '../input.ts';
import { recipientRules } from '../recipients.ts';
import { type PaperPlan, plans } from './plans.ts';
import { type PoliceCase, type PoliceExtra, policeCaseOf } from './police-case.ts';

/** A paper that would be made: its path and title, what it is and for whom. */
export interface PaperInfo {
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
}

/** A paper that was made. `path` is plain ASCII and relative to the folder of all documents. */
export interface PoliceFile {
  readonly path: string;
  readonly title: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What {@link policeFiles} would make, in the same order. Empty for a recipient who gets no such papers. */
export function policePapers(input: ReportInput, extra: PoliceExtra = {}): readonly PaperInfo[] {
  const police = policeCaseOf(input);
  return chosen(police, extra).map(({ path, title, purpose }) => ({ path, title: title(police), purpose }));
}

/** The papers of the folder `police/`, one after another. The same input always gives the same bytes. */
export async function policeFiles(
  input: ReportInput,
  extra: PoliceExtra = {},
): Promise<readonly PoliceFile[]> {
  const police = policeCaseOf(input);
  const files: PoliceFile[] = [];
  for (const { path, title, make } of chosen(police, extra)) {
    const made = make(police, extra);
    const bytes = made instanceof Uint8Array ? made : await paperDocx(made);
    files.push({ path, title: title(police), bytes });
  }
  return files;
}

function chosen(police: PoliceCase, extra: PoliceExtra): readonly PaperPlan[] {
  const { recipient } = police.input.caseRecord;
  if (recipient !== undefined && !recipientRules[recipient].policePapers) return [];
  return plans(extra).filter(({ isFor }) => isFor === undefined || isFor(police));
}
