import { queryAll, textContentOf } from '../../dom/tree.ts';

/*
 * JSON that a page carries for its own script. The page may have written anything, so it is read without recursion,
 * within a budget, and only through own properties.
 */

const longestScript = 4_000_000;
const mostScripts = 200;
const mostNodes = 400_000;

/** The JSON of every script that matches and can be parsed, in document order. */
export function scriptJson(root: Document, selector: string): unknown[] {
  return queryAll(root, selector)
    .slice(0, mostScripts)
    .flatMap(script => parseJson(textContentOf(script)));
}

function parseJson(text: string): unknown[] {
  if (text.length > longestScript) return [];
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

/** A JSON object, whose properties are unknown until checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at the path; undefined where a step is missing. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (!isObject(at) && !Array.isArray(at)) return undefined;
    if (!Object.hasOwn(at, name)) return undefined;
    at = Reflect.get(at, name);
  }
  return at;
}

/** The text at the path, or a safe integer there as text; undefined for anything else. */
export function textIn(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  if (typeof found === 'number' && Number.isSafeInteger(found)) return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** Every object inside `root`, outermost first, for which `isWanted` holds. */
export function objectsIn(root: unknown, isWanted: (object: JsonObject) => boolean): JsonObject[] {
  const found: JsonObject[] = [];
  const queue: unknown[] = [root];
  for (let index = 0; index < queue.length && index < mostNodes; index += 1) {
    const value = queue[index];
    if (isObject(value) && isWanted(value)) found.push(value);
    if (typeof value !== 'object' || value === null) continue;
    for (const member of Object.values(value)) {
      if (typeof member === 'object' && member !== null && queue.length < mostNodes) queue.push(member);
    }
  }
  return found;
}
