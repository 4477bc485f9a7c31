import {
  type Authorities,
  type AuthorityChoice,
  authoritiesSchema,
  noAuthorities,
} from '../model/time-stamp.ts';
import { contexts } from './contexts.ts';
import type { LogStore } from './store.ts';

const authorities = 'authorities';

/** Which time-stamp authorities are asked; none until somebody chose some, or when the row does not open. */
export async function readAuthorities(store: LogStore): Promise<Authorities> {
  const row = await store.database.settings.get(authorities);
  const chosen =
    row && (await store.tryUnsealJson(authoritiesSchema, contexts.setting(authorities), row.sealed));
  return chosen ?? noAuthorities;
}

/** Keeps the choice. Switched on anew, only what is recorded from now on is time-stamped. */
export async function setAuthorities(
  store: LogStore,
  { isOn, addresses, roots }: AuthorityChoice,
): Promise<void> {
  const before = await readAuthorities(store);
  const chosen = authoritiesSchema.parse({
    addresses,
    roots,
    ...(isOn && { onSince: before.onSince ?? store.now() }),
  });
  const sealed = await store.sealJson(contexts.setting(authorities), chosen);
  await store.database.settings.put({ id: authorities, sealed });
}
