import { Fault, type FaultCode, faultCodeOf } from '../../model/fault.ts';

/** Errors of IndexedDB, Dexie and the vault that say: what is stored cannot be read. */
const unreadable: ReadonlySet<string> = new Set([
  'SealError',
  'UnknownError',
  'DataError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'DatabaseClosedError',
  'VersionError',
  'MissingAPIError',
  'InvalidStateError',
]);

/**
 * The fault that an error of the log means to the user, or the error itself when it is a defect. `isOpen`: the
 * database had opened. Firefox answers InvalidStateError to opening one in a private window.
 */
export function toFault(error: unknown, isOpen: boolean): unknown {
  if (faultCodeOf(error) !== undefined) return error;
  // What kept a database from opening stands in the error of each act on it.
  const inner = typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
  if (faultCodeOf(inner) !== undefined) return inner;
  // Chromium says what the disk said only in words, Dexie what became of one row of many.
  if (/QuotaExceededError|NO_SPACE|no space left|disk full/i.test(String(error))) {
    return new Fault('log.disk.full', String(error), { cause: error });
  }
  const code = codeFor(namesOf(error), isOpen);
  return code === undefined ? error : new Fault(code, String(error), { cause: error });
}

function codeFor(names: readonly string[], isOpen: boolean): FaultCode | undefined {
  if (names.includes('QuotaExceededError')) return 'log.disk.full';
  if (!isOpen && names.includes('InvalidStateError')) return 'log.private-window';
  return names.some(name => unreadable.has(name)) ? 'log.not-readable' : undefined;
}

/** The names of an error and of those that it wraps; Dexie calls the inner one `inner`. */
function namesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : [];
  const inner = 'inner' in error ? namesOf(error.inner, depth + 1) : [];
  const cause = 'cause' in error ? namesOf(error.cause, depth + 1) : [];
  return [...name, ...inner, ...cause];
}
