/**
 * `success`: the check was made and held. `notice`: worth knowing, or a check that could not be made. `missing`:
 * something that belongs here is absent. `failure`: something differs from what was sealed. `unreadable`: the file
 * cannot be read as a bundle.
 */
export const severities = ['unreadable', 'failure', 'missing', 'notice', 'success'] as const;
export type Severity = (typeof severities)[number];
