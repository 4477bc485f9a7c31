import type { Artifact } from '../../model/capture.ts';

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

const pictures = { 'image/png': 'png', 'image/jpeg': 'jpe?g', 'image/webp': 'webp' } as const;

/** The media types and endings that a file of each role may have. Roles that Holdfast lists in no record have none. */
const roles: Readonly<Record<Artifact['role'], Readonly<Record<string, string>>>> = {
  'screenshot-viewport': pictures,
  'screenshot-full-page': pictures,
  'screenshot-post': pictures,
  tile: pictures,
  'page-snapshot': { 'text/html': 'html' },
  'page-mhtml': {},
  'post-text': { 'text/plain': 'txt' },
  'capture-record': {},
  'time-stamp': {},
};

/** Whether role, media type and ending of a file that a record lists say the same, and that of a file Holdfast makes. */
export function isKnownArtifact({ role, mediaType, path }: Artifact): boolean {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const endings = roles[role];
  const ending = Object.hasOwn(endings, type) ? endings[type] : undefined;
  return ending !== undefined && new RegExp(`\\.${ending}$`).test(path);
}
