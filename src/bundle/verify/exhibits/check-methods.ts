import type { Artifact, ArtifactRole, CaptureRecord, ImageMethod } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import { altered, noted } from '../../findings.ts';

/** The possible methods for pictures of each role. Other files have no method. */
const methods: Partial<Readonly<Record<ArtifactRole, readonly ImageMethod[]>>> = {
  tile: ['browser'],
  'screenshot-viewport': ['browser', 're-render'],
  'screenshot-post': ['crop', 'stitch', 're-render'],
  'screenshot-full-page': ['browser', 'crop', 'stitch', 're-render'],
};

/**
 * Whether the stated method of each picture is possible and agrees with the rest of the record. A picture that was
 * drawn again from the page's code but is called the browser's own leaves traces: a remark made while recording, a
 * joined picture without its parts, a whole-page picture from a browser that makes none.
 */
export function checkMethods(path: string, record: CaptureRecord): readonly Finding[] {
  const { artifacts, outcome, checks } = record;
  // Versions without checks, and partial recordings, may lack the parts.
  const isOwed = outcome === 'complete' && checks !== undefined;
  const impossible = artifacts
    .map(artifact => whyImpossible(artifact, record))
    .filter(why => why !== undefined)
    .map(why => altered('capture.method.impossible', path, why));
  const joined = new Set(record.compositions?.map(composition => composition.path));
  const unsaid = artifacts
    .filter(({ path: own, method }) => (method === 'crop' || method === 'stitch') && !joined.has(own))
    .map(({ path: own }) =>
      (isOwed ? altered : noted)(
        'capture.composition.absent',
        path,
        `It does not say what ${own} was cut or joined from. It was not compared.`,
      ),
    );
  return [...impossible, ...unsaid, ...checkDrawnAgain(path, record)];
}

function whyImpossible({ role, path, method }: Artifact, record: CaptureRecord): string | undefined {
  const known = methods[role];
  if (known === undefined)
    return method === undefined
      ? undefined
      : `${path} is no picture, and it is said how its picture was made.`;
  if (method === undefined || !known.includes(method))
    return `${path} cannot have been made as it is said: “${method ?? 'nothing is said'}”.`;
  const { browser } = record.software;
  if (role === 'screenshot-full-page' && method === 'browser' && /chrom|edge|opera/i.test(browser))
    return `${path} is said to be the browser’s own picture of a whole page; ${browser} gives none.`;
  const composition = record.compositions?.find(each => each.path === path);
  if (composition === undefined) return undefined;
  if (method !== 'crop' && method !== 'stitch')
    return `${path} is not said to be joined, and it is said what it was joined of.`;
  if ((composition.parts.length === 1) !== (method === 'crop'))
    return `${path} is said to be a ${method}, and to have ${composition.parts.length} parts.`;
  return undefined;
}

/** Remarks in every record of a page whose picture the browser did not give. */
const drawnAgain =
  /^The browser gave no picture of this page\.|^The picture was drawn again (?:in one piece|from the page’s code)/;

function checkDrawnAgain(path: string, record: CaptureRecord): readonly Finding[] {
  const { artifacts, pageChanges, steps, checks = [] } = record;
  const said = [
    ...pageChanges.map(({ detail }) => detail),
    ...steps.map(({ reason }) => reason ?? ''),
    ...checks.map(({ detail }) => detail),
  ];
  if (!said.some(words => drawnAgain.test(words))) return [];
  if (artifacts.some(({ method }) => method === 're-render')) return [];
  const why =
    'It says that the picture was drawn again from the page’s code. Yet it calls none of its pictures so.';
  return [altered('capture.method.contradicted', path, why)];
}
