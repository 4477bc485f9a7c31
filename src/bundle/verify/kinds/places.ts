import type { Artifact } from '../../../model/capture.ts';

/** What a file in a bundle may be. */
export type FileKind =
  | 'png'
  | 'jpg'
  | 'jpeg'
  | 'webp'
  | 'report'
  | 'copy'
  | 'text'
  | 'json'
  | 'table'
  | 'pdf'
  | 'word'
  | 'bundle'
  | 'time-stamp'
  | 'revocation-lists';

const exhibit = 'data/exhibits/[A-Z]{1,5}_[1-9]\\d{0,6}/';
const artifact = `${exhibit}(?:[a-z0-9][a-z0-9-]*/)?[a-z0-9][a-z0-9-]*`;
const recipient = 'data/preservation/[a-z0-9][a-z0-9.-]{0,39}/';
const received = 'data/received/[0-9a-f]{16}/';

/**
 * What may stand where below `data/`: the one list, by path and ending. A file that is on no line of it is none of
 * Holdfast's, whatever it holds.
 */
const places: readonly (readonly [path: string, kind: FileKind])[] = [
  ['data/report\\.html', 'report'],
  ['data/report\\.pdf', 'pdf'],
  ['data/case\\.json', 'json'],
  ['data/custody\\.jsonl', 'json'],
  [`${exhibit}capture\\.json`, 'json'],
  [`${exhibit}capture(?:\\.2)?\\.tsr`, 'time-stamp'],
  [`${exhibit}capture(?:\\.2)?\\.crl`, 'revocation-lists'],
  [`${artifact}\\.png`, 'png'],
  [`${artifact}\\.jpg`, 'jpg'],
  [`${artifact}\\.jpeg`, 'jpeg'],
  [`${artifact}\\.webp`, 'webp'],
  [`${artifact}\\.html`, 'copy'],
  [`${artifact}\\.txt`, 'text'],
  [
    'data/police/(?:statement-draft|exhibit-list|continuity-sheet|accounts-annex|unused-material|impact-notes|offences|contact-sheet)\\.docx',
    'word',
  ],
  ['data/police/(?:exhibit-list|chronology|accounts|unused-material)\\.csv', 'table'],
  [`${recipient}(?:request|covering-note|own-data)\\.docx`, 'word'],
  [`${recipient}items\\.csv`, 'table'],
  [`${recipient}items\\.json`, 'json'],
  ['data/preservation/not-drafted\\.txt', 'text'],
  [`${received}[A-Za-z0-9_][A-Za-z0-9_-]{0,59}\\.zip`, 'bundle'],
  [`${received}receipt\\.txt`, 'text'],
  [`${received}receipt\\.docx`, 'word'],
  ['(?:READ-ME-FIRST|HOW-TO-VERIFY)\\.txt', 'text'],
  ['(?:bagit|bag-info|manifest-sha256|tagmanifest-sha256)\\.txt', 'text'],
];

const compiled = places.map(([path, kind]) => [new RegExp(`^${path}$`), kind] as const);

/** What the file at this path of a bundle may be; undefined when none stands there. */
export function kindAt(path: string): FileKind | undefined {
  return compiled.find(([pattern]) => pattern.test(path))?.[1];
}

/** What a file of each role is called, and its media type: every version names them so. Others are listed in no record. */
const roles: Readonly<
  Partial<Record<Artifact['role'], readonly [path: RegExp, mediaType: Artifact['mediaType']]>>
> = {
  'screenshot-viewport': [/^screenshot-viewport\.png$/, 'image/png'],
  'screenshot-full-page': [/^screenshot-full-page(?:-\d{1,4})?\.png$/, 'image/png'],
  'screenshot-post': [/^screenshot-post(?:-\d{1,4})?\.png$/, 'image/png'],
  tile: [/^tiles\/[a-z0-9-]+\.png$/, 'image/png'],
  'page-snapshot': [/^page\.html$/, 'text/html'],
  'post-text': [/^text\.txt$/, 'text/plain'],
};

/** Whether a file that a record lists is called as Holdfast calls a file of its role, and is of its media type. */
export function isKnownArtifact({ role, mediaType, path }: Artifact): boolean {
  const [name, type] = roles[role] ?? [];
  return name?.test(path) === true && type === mediaType;
}
