import { extensionApi } from './extension-api.ts';

/** The content of a mark: how the element was and what was written over it, or that the element is Holdfast's own. */
export type Inscription =
  | { readonly attribute: string | null; readonly wanted: Readonly<Record<string, string>> }
  | { readonly own: true };

const shape = /(?:^|;)\s*(--k[0-9a-f]{24})\s*:/;
const wholeShape = /^--k[0-9a-f]{24}$/;
/** The longest inscription, in characters; a longer one is left out, because the page would hold it three times. */
const longestInscription = 30_000;

/**
 * Written beside every alteration, so that a later agent can restore it where this one cannot: Firefox ends an agent
 * without notice when the extension is reloaded or disabled. It is a custom property with a random name. The
 * extension's storage lists the names that are Holdfast's, so that no page can forge one.
 */
export class Mark {
  readonly name = newName();
  #isKnown = false;

  /** The declaration to write beside an alteration; empty for an inscription that is too long. */
  beside(inscription: Inscription): Readonly<Record<string, string>> {
    const text = encodeURIComponent(JSON.stringify(inscription));
    if (text.length > longestInscription) return {};
    this.#remember();
    return { [this.name]: `"${text}"` };
  }

  /** The name alone, for an alteration that has no style. */
  worn(): string {
    this.#remember();
    return this.name;
  }

  /** Call when nothing is altered any more: the name is no longer known as Holdfast's. */
  forget(): void {
    if (this.#isKnown) forgetMarks([this.name]);
    this.#isKnown = false;
  }

  #remember(): void {
    if (this.#isKnown) return;
    this.#isKnown = true;
    attempt(() => extensionApi()?.storage?.local.set({ [this.name]: Date.now() }));
  }
}

function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `--k${Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The name of the mark in a style attribute's text; undefined when there is none. */
export function markIn(style: string): string | undefined {
  return shape.exec(style)?.[1];
}

/** Whether this is the name of a mark. */
export function isMark(name: string): boolean {
  return wholeShape.test(name);
}

/** Which of these names belong to an agent of this extension and were not restored since. Never rejects. */
export async function knownMarks(names: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return new Set(Object.keys((await extensionApi()?.storage?.local.get(names)) ?? {}));
  } catch {
    return new Set();
  }
}

/** Removes these names from the extension's storage. Failures are ignored. */
export function forgetMarks(names: readonly string[]): void {
  attempt(() => extensionApi()?.storage?.local.remove(names));
}

/** The content of a mark's value; undefined when no agent wrote it. */
export function inscriptionIn(value: string): Inscription | undefined {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(value.trim().replace(/^"|"$/g, '')));
    return isInscription(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isInscription(read: unknown): read is Inscription {
  if (typeof read !== 'object' || read === null) return false;
  if ('own' in read) return read.own === true;
  if (!('attribute' in read && 'wanted' in read)) return false;
  const isAttribute = read.attribute === null || typeof read.attribute === 'string';
  const isWanted = typeof read.wanted === 'object' && read.wanted !== null;
  return (
    isAttribute && isWanted && Object.values(read.wanted ?? {}).every(value => typeof value === 'string')
  );
}

/** Ignores failures: when the extension is gone, nothing can be stored. */
function attempt(call: () => Promise<void> | undefined): void {
  try {
    call()?.catch(() => undefined);
  } catch {
    // Ignored for the same reason.
  }
}
