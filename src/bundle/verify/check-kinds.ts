import type { Finding } from '../../model/finding.ts';
import type { FindingCode } from '../../model/finding-codes.ts';
import { altered, held, noted } from '../findings.ts';
import type { BundleContents } from './contents.ts';

/** How far into a file PDF readers look for its beginning (ISO 32000-1, annex H.3.4.1), and browsers for a page's. */
const lookedInto = 1_024;

/** Whether the ZIP also begins like a file of another kind: renamed, it would show that instead of the listed files. */
export async function checkStart({ source }: BundleContents): Promise<readonly Finding[]> {
  const start = await source.read(0, Math.min(lookedInto, source.size));
  const text = new TextDecoder('latin1').decode(start);
  if (!/%PDF-|<!doctype|<html|<script|<svg/i.test(text)) return [];
  const detail =
    'The first bytes of the ZIP file can be read as the beginning of a file of another kind. Open it only as a ZIP file.';
  return [noted('zip.start.two-kinds', source.name, detail)];
}

/** Limit on files named individually; a bundle has at most 1,000. */
const mostNamed = 1_000;

/**
 * Whether every file is of a kind that belongs at its path, and none could act when it is opened. This is reported
 * whoever sealed the bundle, because a seal protects a program as well as a picture.
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
