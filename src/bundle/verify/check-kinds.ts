import type { Finding } from '../../model/finding.ts';
import type { FindingCode } from '../../model/finding-codes.ts';
import { altered, held, noted } from '../findings.ts';
import type { BundleContents } from './contents.ts';

/** Readers of PDF look for a beginning so far into a file (ISO 32000-1, annex H.3.4.1), browsers for one of a page. */
const lookedInto = 1_024;

/**
 * Whether the ZIP begins like a file of another kind as well: under another name a program would show that, and not what
 * is listed.
 */
export async function checkStart({ source }: BundleContents): Promise<readonly Finding[]> {
  const start = await source.read(0, Math.min(lookedInto, source.size));
  const text = new TextDecoder('latin1').decode(start);
  if (!/%PDF-|<!doctype|<html|<script|<svg/i.test(text)) return [];
  const detail =
    'The first bytes of the ZIP file can be read as the beginning of a file of another kind. Open it only as a ZIP file.';
  return [noted('zip.start.two-kinds', source.name, detail)];
}

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
      findings.push(
        code === 'content.reference.blocked' || code === 'file.kind.doubtful'
          ? noted(code, path, detail)
          : altered(code, path, detail),
      );
    }
  }
  const has = (code: FindingCode) => findings.some(finding => finding.code === code);
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
