/** What is wrong with the content of one file, whatever the record says. */
export interface Concern {
  /** The last two are notices and no sign of a change to the bundle. */
  readonly code:
    | 'file.kind.unexpected'
    | 'content.active.present'
    | 'content.reference.blocked'
    | 'file.kind.doubtful';
  readonly detail: string;
}

/** The file is not of the kind that belongs at its path. */
export function isStrange(detail: string): Concern {
  return { code: 'file.kind.unexpected', detail };
}

/** The file could act when it is opened. */
export function isActive(detail: string): Concern {
  return { code: 'content.active.present', detail };
}
