import {
  type Authorities,
  type AuthorityChoice,
  authoritiesSchema,
  noAuthorities,
} from '../../model/time-stamp.ts';
import { exhibitsOf } from '../captures/exhibit-list.ts';
import { contexts } from '../store/contexts.ts';
import type { LogStore } from '../store/store.ts';

const authorities = 'authorities';

/** Which time-stamp authorities are asked; none by default and when the setting does not open. */
export async function readAuthorities(store: LogStore): Promise<Authorities> {
  const row = await store.database.settings.get(authorities);
  const chosen =
    row && (await store.tryUnsealJson(authoritiesSchema, contexts.setting(authorities), row.sealed));
  return chosen ?? noAuthorities;
}

/** Stores the choice. When switched on again, only later recordings are time-stamped. */
export async function setAuthorities(
  store: LogStore,
  { isOn, addresses, roots, lists, anchors }: AuthorityChoice,
): Promise<void> {
  const before = await readAuthorities(store);
  const chosen = authoritiesSchema.parse({
    addresses,
    roots,
    lists,
    anchors,
    ...(isOn && (await onFrom(store, before))),
  });
  const sealed = await store.sealJson(contexts.setting(authorities), chosen);
  await store.database.settings.put({ id: authorities, sealed });
}

/** When it was switched on: as before, or now, with the last exhibit number of each case. */
async function onFrom(store: LogStore, { onSince, onAfter }: Authorities) {
  if (onSince !== undefined) return { onSince, ...(onAfter !== undefined && { onAfter }) };
  const ids = await store.database.cases.toCollection().primaryKeys();
  const last = ids.map(async id => [id, (await exhibitsOf(store, id).last())?.number ?? 0] as const);
  return { onSince: store.now(), onAfter: Object.fromEntries(await Promise.all(last)) };
}
