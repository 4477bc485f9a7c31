/**
 * An error the user can act on. `code` is dotted, `subject.aspect.outcome`, and survives messages between contexts,
 * where the class does not: use {@link faultCodeOf}, never `instanceof`. The user reads the sentence for the code;
 * `message` is for the developer.
 */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}

/** Every code of a {@link Fault}; their sentences are in `faultWords`. */
export const faultCodes = [
  'capture.tab.not-permitted',
  'capture.tab.closed',
  'capture.tab.switched',
  'capture.tab.navigated',
  'capture.page.unreachable',
  'capture.page.not-answering',
  'capture.page.too-large',
  'capture.pixels.refused',
  'capture.post.not-found',
  'capture.post.not-chosen',
  'capture.layout.unknown',
  'capture.picker.removed',
  'capture.stopped',
  'capture.interrupted',
  'capture.busy',
  'log.disk.full',
  'log.private-window',
  'log.not-readable',
  'log.newer',
  'log.locked',
  'log.case.not-found',
  'log.exhibit.not-found',
  'log.exhibit.erased',
  'log.artifact.damaged',
  'export.case.empty',
  'export.case.damaged',
  'export.exhibits.damaged',
  'export.exhibits.refused',
  'export.received.damaged',
  'export.damage.new',
  'export.disk.full',
  'export.stopped',
  'export.check.failed',
  'export.exhibit.too-large',
  'export.received.too-large',
  'log.received.not-whole',
  'log.received.damaged',
  'log.received.twice',
  'log.received.too-many',
  'receive.stopped',
  'bundle.file.unreadable',
  'key.not-readable',
  'key.file.unreadable',
  'key.file.wrong-password',
  'key.file.legacy',
  'key.file.no-key',
  'key.file.unsupported-key',
  'key.file.unfit-certificate',
  'key.file.ended',
  'key.certificate.ended',
  'key.certificate.not-begun',
  'backup.file.unreadable',
  'backup.passphrase.wrong',
  'backup.log.not-empty',
  'backup.log.empty',
  'backup.disk.full',
  'backup.stopped',
  'backup.log.passphrase',
  'lock.passphrase.wrong',
  'lock.passphrase.too-soon',
] as const;
export type FaultCode = (typeof faultCodes)[number];

const known: ReadonlySet<string> = new Set(faultCodes);

/** The fault code of an error from any context; undefined for a defect. */
export function faultCodeOf(error: unknown): FaultCode | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && isFaultCode(code) ? code : undefined;
}

function isFaultCode(code: string): code is FaultCode {
  return known.has(code);
}
