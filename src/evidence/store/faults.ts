import { Fault, type FaultCode, faultCodeOf } from '../../model/fault.ts';

/** Errors of IndexedDB, Dexie and the vault that mean that stored data cannot be read. */
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
 * The Fault for an error of the log, or the error itself when it is a defect. `isOpen`: the database had opened.
 * Firefox throws InvalidStateError on opening one in a private window.
 */
export function toFault(error: unknown, isOpen: boolean): unknown {
  if (faultCodeOf(error) !== undefined) return error;
  // Every act on a database that failed to open throws an error with the cause inside.
  const inner = typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
  if (faultCodeOf(inner) !== undefined) return inner;
  // Chromium reports a full disk only in the message, Dexie a row's failure among many.
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

/** The names of an error and of those it wraps as `inner` or `cause`. */
function namesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : [];
  const inner = 'inner' in error ? namesOf(error.inner, depth + 1) : [];
  const cause = 'cause' in error ? namesOf(error.cause, depth + 1) : [];
  return [...name, ...inner, ...cause];
}
