import { existsSync } from 'node:fs';

/** A module of the code beside this file, by the paths that it has had, the newest first. */
export async function moduleThen(...paths: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  for (const path of paths) {
    const address = new URL(`../../${path}`, import.meta.url);
    if (existsSync(address)) return await import(address.href);
  }
  throw new Error(`none of ${paths.join(', ')}`);
}

/** A function of such a module. How it was called then is for the caller to know. */
export async function functionThen(
  name: string,
  ...paths: readonly string[]
): Promise<(...given: readonly unknown[]) => unknown> {
  const found = (await moduleThen(...paths))[name];
  if (typeof found !== 'function') throw new Error(`no function ${name} in ${paths.join(', ')}`);
  return (...given) => Reflect.apply(found, undefined, given);
}
