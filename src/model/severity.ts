/**
 * `success`: the check was made and held. `notice`: worth knowing, or a check that could not be made.
 * `missing`: something that belongs here is not here. `failure`: something is not as it was sealed.
 * `unreadable`: the file is not a bundle that can be read at all.
 */
export const severities = ['unreadable', 'failure', 'missing', 'notice', 'success'] as const;
export type Severity = (typeof severities)[number];
