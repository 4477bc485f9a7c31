import { checkChain } from '../../../custody/check-chain.ts';
import { jsonlToValues } from '../../../custody/jsonl.ts';
import { type Losses, lossesOf, noLosses } from '../../../custody/losses.ts';
import type { CaseRecord } from '../../../model/case.ts';
import { type CustodyEvent, custodyEventSchema } from '../../../model/custody.ts';
import { unknownDetailNames } from '../../../model/custody-details.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, held } from '../../findings.ts';
import { bundlePaths } from '../../layout.ts';
import { isCanonical } from '../canonical-form.ts';
import type { BundleContents } from '../contents.ts';
import { mostNamed, readOwn } from '../exhibits/own-record.ts';
import { checkActors } from './check-actors.ts';
import { checkDetails } from './check-details.ts';
import { checkExports } from './check-exports.ts';
import { checkKeys } from './check-keys.ts';
import { checkLives } from './check-lives.ts';
import { checkOrder } from './check-order.ts';
import { checkPreparation, preparationOf } from './check-preparation.ts';

interface ReadEvents {
  readonly findings: readonly Finding[];
  readonly events: readonly CustodyEvent[];
}

/** The events that can be read, in order, those declared lost, and the findings. */
export interface CustodyCheck extends ReadEvents {
  readonly losses: Losses;
}

/** Checks the chain itself, its written form, and that it ends where the case record says. */
export async function checkCustody(
  contents: BundleContents,
  record: CaseRecord | undefined,
): Promise<CustodyCheck> {
  const path = bundlePaths.custody;
  const lost = record?.lostEvents ?? [];
  const losses = lossesOf(lost) ?? noLosses;
  if (!contents.files.has(path)) return { findings: [], events: [], losses };
  const text = await contents.readText(path);
  if (text === undefined) {
    const detail = 'The record of who did what, and when, cannot be read.';
    return { findings: [altered('custody.text.unreadable', path, detail)], events: [], losses };
  }
  const values = jsonlToValues(text);
  const { events, findings: ofMembers } = readEvents(values);
  const findings = [
    ...(await checkChain(values, lost)),
    checkForm(text, values),
    ...ofMembers,
    ...checkDetails(events),
    ...checkOrder(events, losses),
    ...checkLives(events, losses),
    ...checkExports(events, losses),
  ];
  if (record === undefined) return { events, losses, findings };
  return {
    events,
    losses,
    findings: [
      ...findings,
      ...checkAgreement(record, events),
      ...checkActors(record, events, losses),
      ...checkKeys(record, events, losses),
      ...(await checkPreparation({ record, events, losses, paths: [...contents.files.keys()] })),
    ],
  };
}

/** The events that can be read, and findings on members that no event has. */
function readEvents(values: readonly unknown[]): ReadEvents {
  const events: CustodyEvent[] = [];
  const findings: Finding[] = [];
  for (const [index, value] of values.entries()) {
    const subject = `custody.jsonl:${index + 1}`;
    const { record: event, findings: ofMembers } = readOwn(custodyEventSchema, value, subject);
    findings.push(...ofMembers);
    if (event === undefined) continue;
    events.push(event);
    for (const name of unknownDetailNames(event).slice(0, mostNamed))
      findings.push(
        altered(
          'record.member.unknown',
          subject,
          `“detail.${name}” stands in it. Holdfast never writes that of “${event.action}”.`,
        ),
      );
  }
  return { events, findings };
}

/** Whether one of the event's details equals this digest or identifier. */
export function detailHolds(event: CustodyEvent, value: string): boolean {
  return Object.values(event.detail).includes(value);
}

function checkForm(text: string, values: readonly unknown[]): Finding {
  const lines = text.split('\n');
  const isWhole = lines.pop() === '' && lines.length === values.length;
  return isWhole && lines.every((line, index) => isCanonical(line, values[index]))
    ? held('custody.text.canonical', bundlePaths.custody, 'Every event has its one proper written form.')
    : altered('custody.text.not-canonical', bundlePaths.custody, 'An event is not written as Holdfast does.');
}

function checkAgreement(record: CaseRecord, events: readonly CustodyEvent[]): readonly Finding[] {
  const path = bundlePaths.custody;
  const isOwn = events.every(event => event.subject.caseId === record.case.id);
  const isNamed = preparationOf(record, events) !== undefined;
  return [
    events.at(-1)?.digest === record.custodyHead
      ? held('custody.head.match', path, 'The chain ends where the record of the case says.')
      : altered('custody.head.mismatch', path, 'The chain does not end where the record of the case says.'),
    isOwn
      ? held('case.custody.match', path, 'Every event is of this case.')
      : altered('case.custody.mismatch', path, 'The chain holds events of another case.'),
    isNamed
      ? held('custody.bundle.match', path, 'The chain says that this bundle was being made.')
      : altered('custody.bundle.mismatch', path, 'The chain does not say that this bundle was being made.'),
  ];
}
