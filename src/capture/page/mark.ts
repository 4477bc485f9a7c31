import { extensionApi } from './extension-api.ts';

/** What stands in a mark: how the element was and what was written over it, or that it is Holdfast's own. */
export type Inscription =
  | { readonly attribute: string | null; readonly wanted: Readonly<Record<string, string>> }
  | { readonly own: true };

const shape = /(?:^|;)\s*(--k[0-9a-f]{24})\s*:/;
/** Longer ones are left out: they would be written three times over into the page. */
const longestInscription = 30_000;

/**
 * Written beside everything that is altered, so that a later agent can put it right where this one cannot: Firefox
 * ends an agent without a word when the extension is reloaded or switched off. It is a custom property with a name
 * drawn by lot; the extension's storage knows which names were Holdfast's own, so that no page can make one up.
 */
export class Mark {
  readonly name = newName();
  #isKnown = false;

  /** The declaration to be written beside an alteration; none for one that is too long. */
  beside(inscription: Inscription): Readonly<Record<string, string>> {
    const text = encodeURIComponent(JSON.stringify(inscription));
    if (text.length > longestInscription) return {};
    this.#remember();
    return { [this.name]: `"${text}"` };
  }

  /** Nothing is altered any more: the name is a stranger's from now on. */
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

/** The mark in a style attribute's text; undefined when none is there. */
export function markIn(style: string): string | undefined {
  return shape.exec(style)?.[1];
}

/** Which of these names an agent of this extension wrote and none has put right since. */
export async function knownMarks(names: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return new Set(Object.keys((await extensionApi()?.storage?.local.get(names)) ?? {}));
  } catch {
    return new Set();
  }
}

export function forgetMarks(names: readonly string[]): void {
  attempt(() => extensionApi()?.storage?.local.remove(names));
}

/** What a mark's value says; undefined when it is none that an agent wrote. */
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

/** The extension may be gone: then nothing can be kept, and nothing needs to be. */
function attempt(call: () => Promise<void> | undefined): void {
  try {
    call()?.catch(() => undefined);
  } catch {
    // Nothing to do.
  }
}
