import type { VolumeLimits } from '../../bundle/layout.ts';
import type { ExportEngine, Gathered, WriteProgress, Written } from '../../exporting/engine.ts';
import { type Damage, isAny, noDamage, withMore } from '../../exporting/gather/damage.ts';
import type { ExportChoice } from '../../model/export-choice.ts';
import { faultCodeOf } from '../../model/fault.ts';
import { type CaseId, toInstant } from '../../model/identifiers.ts';
import { lostReceivedWords } from '../../model/lost-received.ts';
import type { Send } from '../parts/ports.ts';

/** The state of an export, as the panel shows it. */
export type ExportState =
  | { readonly stage: 'ready' }
  | { readonly stage: 'gathering' }
  | { readonly stage: 'damaged'; readonly damage: Damage }
  | { readonly stage: 'writing'; readonly progress: WriteProgress | undefined }
  | { readonly stage: 'done'; readonly written: Written }
  | { readonly stage: 'failed'; readonly error: unknown };

export interface ExportSession {
  readonly caseId: CaseId;
  readonly limits: VolumeLimits;
  readonly choice: ExportChoice;
  readonly engine: ExportEngine;
  readonly send: Send;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly onState: (state: ExportState) => void;
  /** Asks whether to export without what is damaged. */
  readonly decide: (damage: Damage) => Promise<boolean>;
}

/**
 * Exports a case from the first reading to the last event in its chain. Never rejects: every outcome is a state. A
 * capture that the browser interrupted is ended first, so that the bundle holds what there is of it. The chain gets
 * `bundle:prepared` before it is read for the bundle, and afterwards either `bundle:exported` or `bundle:stopped`.
 */
export async function exportCase(session: ExportSession): Promise<void> {
  try {
    session.onState(await attempts(session));
  } catch (error) {
    session.onState({ stage: 'failed', error });
  }
}

/** Tries again without what was found damaged, for as long as the user agrees. */
async function attempts(session: ExportSession): Promise<ExportState> {
  let agreed = noDamage;
  session.onState({ stage: 'gathering' });
  await session.send('capture:recover', {}).catch(() => undefined);
  for (;;) {
    const { caseId, choice } = session;
    const gathered = await session.engine.gather({ caseId, agreed, choice });
    const attempt = isAny(gathered) ? damageIn(gathered) : await write(session, gathered, agreed);
    if ('volumes' in attempt) return { stage: 'done', written: attempt };
    session.onState({ stage: 'damaged', damage: attempt });
    if (!(await session.decide(attempt))) return { stage: 'ready' };
    agreed = withMore(agreed, attempt);
    session.onState({ stage: 'gathering' });
  }
}

function damageIn(gathered: Gathered): Damage {
  const { damaged, refused, lost, lostNotes, lostWords, lostReceived } = gathered;
  return { damaged, refused, lost, lostNotes, lostWords, lostReceived };
}

/** Writes once. Returns the bundle, or the exhibits and received files found at fault. */
async function write(session: ExportSession, gathered: Gathered, agreed: Damage): Promise<Written | Damage> {
  const { caseId, engine, send, limits, choice } = session;
  const groupId = session.newId();
  const software = await send('software:describe', {});
  await send('bundle:prepared', {
    caseId,
    groupId,
    references: gathered.references,
    absent: gathered.absent,
    heldBack: gathered.heldBack ?? [],
    workingCopies: gathered.workingCopies ?? [],
    received: gathered.received?.map(({ receivedId }) => receivedId) ?? [],
    choice: {
      recipient: choice.recipient,
      documentsLeftOut: [...choice.documentsLeftOut],
      contactSheet: choice.contactSheet,
      tellVulnerability: choice.tellVulnerability,
    },
  });
  session.onState({ stage: 'writing', progress: undefined });
  const exportedAt = toInstant(session.now().getTime());
  let written: Written;
  try {
    const request = { caseId, agreed, choice, groupId, exportedAt, software, limits };
    written = await engine.write(request, progress => session.onState({ stage: 'writing', progress }));
  } catch (error) {
    await send('bundle:stopped', { caseId, groupId, reason: reasonOf(error, gathered) });
    const found = damageOf(error, gathered);
    if (found === undefined) throw error;
    return found;
  }
  const { volumes, signerFingerprint } = written;
  const timeStamps = written.timeStamps?.stamps.map(({ genTime, authority }) => `${genTime} ${authority}`);
  await send('bundle:exported', {
    caseId,
    groupId,
    volumes,
    signerFingerprint,
    ...(timeStamps && { timeStamps }),
  });
  return written;
}

function reasonOf(error: unknown, gathered: Gathered): string {
  const code = faultCodeOf(error);
  if (code === 'export.stopped') return 'stopped by the user';
  const { damaged, refused, lostReceived } = damageOf(error, gathered) ?? noDamage;
  const reasons = [
    ...(damaged.length > 0 ? [`damaged: ${listed(damaged)}`] : []),
    ...(refused.length > 0 ? [`did not pass the check: ${listed(refused)}`] : []),
    ...(lostReceived.length > 0 ? [`damaged: ${lostReceivedWords(lostReceived.length)}`] : []),
  ];
  return reasons.length > 0 ? reasons.join('; ') : (code ?? 'the export failed');
}

/** The reasons in the chain are short; the case record says which exhibits were left out in the end. */
const mostNamed = 50;

function listed(references: readonly string[]): string {
  const more = references.length - mostNamed;
  return `${references.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The exhibits and received files that the fault names; undefined when it names none or is of another kind. */
function damageOf(error: unknown, { received = [] }: Gathered): Damage | undefined {
  const code = faultCodeOf(error);
  if (!(error instanceof Error)) return undefined;
  const names = error.message.split(', ');
  const lostReceived = received.filter(({ receivedId }) => names.includes(receivedId));
  const ids = new Set<string>(lostReceived.map(({ receivedId }) => receivedId));
  const references = names.filter(name => !ids.has(name));
  if (code === 'export.exhibits.damaged') return { ...noDamage, damaged: references, lostReceived };
  if (code === 'export.exhibits.refused') return { ...noDamage, refused: references, lostReceived };
  return code === 'export.received.damaged' && lostReceived.length > 0
    ? { ...noDamage, lostReceived }
    : undefined;
}
