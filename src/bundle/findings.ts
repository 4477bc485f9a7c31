import type { Finding, Severity } from '../model/finding.ts';

type Make = (code: string, subject: string, detail: string) => Finding;

const make =
  (severity: Severity): Make =>
  (code, subject, detail) => ({ code, severity, subject, detail });

/** The check was made and held. */
export const held = make('success');
/** Worth knowing, or a check that could not be made. */
export const noted = make('notice');
/** Something that belongs here is not here. */
export const missing = make('missing');
/** Something is not as it was sealed. */
export const altered = make('failure');
/** The file is not a bundle that can be read at all. */
export const unreadable = make('unreadable');
