import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LogReader } from '../../evidence/reader.ts';
import type { HeldKey } from '../../evidence/store/held-key.ts';
import type { ExportEngine, Paper } from '../../exporting/engine.ts';
import { noDamage } from '../../exporting/gather/damage.ts';
import type { PicturedExhibit } from '../../exporting/gather/given-pictures.ts';
import type { CaptureRecord } from '../../model/capture.ts';
import { type ExportChoice, wholeCase } from '../../model/export-choice.ts';
import { type CaseId, toInstant } from '../../model/identifiers.ts';
import { usePorts } from '../parts/ports.ts';
import { errorOf, haveAnswered, readyValue, useWatched } from '../parts/use-watched.ts';

/** What can be chosen before an export is made. */
export interface Review {
  readonly choice: ExportChoice;
  readonly change: (change: Partial<ExportChoice>) => void;
  /** Whether everything shown of the case was read or failed to be. Before that the layout may still move. */
  readonly isRead: boolean;
  /** The exhibits that can be exported; undefined while they are read, and when they could not be read. */
  readonly records: readonly CaptureRecord[] | undefined;
  /** The same with their words and working copies; empty where there are no records. */
  readonly pictured: readonly PicturedExhibit[];
  /** Whether the case has any confidential answers. */
  readonly hasConfidential: boolean;
  /** The documents for this recipient; undefined until they were asked for and worked out. */
  readonly papers: readonly Paper[] | undefined;
  readonly askForPapers: () => void;
  readonly error: unknown;
  readonly preview: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The review of one case. Its engines only read, and write nothing. */
export function useReview(
  caseId: CaseId,
  createEngine: (log: LogReader, heldKey: HeldKey) => ExportEngine,
): Review {
  const { log, heldKey, send, now } = usePorts();
  const [choice, setChoice] = useState<ExportChoice>(wholeCase);
  const [papers, setPapers] = useState<readonly Paper[] | undefined>(undefined);
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const records = useWatched(() => log.listRecords(caseId), [caseId]);
  const pictured = useWatched(() => readPictured(log, caseId), [caseId]);
  const confidential = useWatched(() => log.readNotes(caseId, 'confidential'), [caseId]);
  const ask = useMemo(
    () =>
      async <T>(
        question: (engine: ExportEngine, request: Parameters<ExportEngine['papers']>[0]) => Promise<T>,
      ) => {
        const engine = createEngine(log, heldKey);
        try {
          const software = await send('software:describe', {});
          const exportedAt = toInstant(now().getTime());
          return await question(engine, { caseId, agreed: noDamage, choice, software, exportedAt });
        } finally {
          engine.close();
        }
      },
    [caseId, choice, createEngine, log, send, now],
  );
  const { recipient, exhibitsLeftOut, contactSheet } = choice;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    ask((engine, request) => engine.papers(request)).then(
      found => isWanted && setPapers(found),
      thrown => isWanted && setError(thrown),
    );
    return () => {
      isWanted = false;
    };
  }, [caseId, isAsked, recipient, exhibitsLeftOut, contactSheet]);
  return {
    choice,
    change: change => {
      setError(undefined);
      setChoice({ ...choice, ...change });
    },
    isRead: haveAnswered(records, pictured, confidential),
    records: readyValue(records),
    pictured: readyValue(pictured) ?? [],
    hasConfidential: (readyValue(confidential) ?? []).length > 0,
    papers,
    askForPapers: () => setAsked(true),
    error: error ?? errorOf(records, pictured, confidential),
    preview: path => ask((engine, request) => engine.preview(request, path)),
  };
}

async function readPictured(log: LogReader, caseId: CaseId): Promise<readonly PicturedExhibit[]> {
  const records = await log.listRecords(caseId);
  return Promise.all(
    records.map(async record => ({
      record,
      words: await log.readWords(record.id),
      copies: await log.listWorkingCopies(record.id),
    })),
  );
}
