import { type Reporter, reporterSchema } from '../../model/reporter.ts';
import { wellFormedValue } from '../../model/well-formed.ts';
import { contexts } from '../store/contexts.ts';
import type { LogStore } from '../store/store.ts';

const reporter = 'reporter';

/** Who records with this installation; the affected person by default and when the setting does not open. */
export async function readReporter(store: LogStore): Promise<Reporter> {
  const row = await store.database.settings.get(reporter);
  const said = row && (await store.tryUnsealJson(reporterSchema, contexts.setting(reporter), row.sealed));
  return said ?? { capacity: 'affected' };
}

/** Sets who records with this installation. */
export async function setReporter(store: LogStore, said: Reporter): Promise<void> {
  const known = reporterSchema.parse(wellFormedValue(said));
  const sealed = await store.sealJson(contexts.setting(reporter), known);
  await store.database.settings.put({ id: reporter, sealed });
}
