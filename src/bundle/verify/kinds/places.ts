import type { Artifact } from '../../../model/capture.ts';

/** The kinds of files in a bundle. */
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
 * The permitted files below `data/` by path and extension. A file that matches no line is not Holdfast's, whatever it
 * contains.
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

/** The kind of file permitted at this path; undefined when none is. */
export function kindAt(path: string): FileKind | undefined {
  return compiled.find(([pattern]) => pattern.test(path))?.[1];
}

/** File name and media type for each role, the same in all versions. No record lists other roles. */
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

/** Whether a listed file has the name and media type of its role. */
export function isKnownArtifact({ role, mediaType, path }: Artifact): boolean {
  const [name, type] = roles[role] ?? [];
  return name?.test(path) === true && type === mediaType;
}
