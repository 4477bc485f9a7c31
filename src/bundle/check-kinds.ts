import type { Finding } from '../model/finding.ts';
import type { BundleContents } from './contents.ts';
import { altered, held, noted } from './findings.ts';
import type { Concern, ConcernToNote } from './kinds/concern.ts';

const toNote: ReadonlySet<Concern['code']> = new Set<ConcernToNote>([
  'content.reference.blocked',
  'file.kind.doubtful',
]);

/** So many files are named one by one; a bundle has no more than 1,000. */
const mostNamed = 1_000;

/**
 * Whether every file is of a kind that belongs where it stands, and none could do something when it is opened. It is
 * said whoever sealed the bundle: a seal keeps a program as well as a picture.
 */
export function checkKinds({ files, source }: BundleContents): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [path, { concerns }] of files) {
    for (const { code, detail } of concerns) {
      if (findings.length >= mostNamed) break;
      const make = toNote.has(code) ? noted : altered;
      findings.push(make(code, path, detail));
    }
  }
  const has = (code: string) => findings.some(finding => finding.code === code);
  return [
    ...(has('file.kind.unexpected')
      ? []
      : [held('file.kind.expected', source.name, 'Every file is of a kind that belongs where it stands.')]),
    ...(has('content.active.present')
      ? []
      : [
          held(
            'content.active.absent',
            source.name,
            'In no page, table or document was anything found that runs or loads something when it is opened.',
          ),
        ]),
    ...findings,
  ];
}
