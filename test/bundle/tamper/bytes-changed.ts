import { locate } from '../zip-surgery.ts';
import { flip, post, type Row, record1, zip } from './forgeries.ts';

/** By somebody with a program for editing bytes: nothing is repaired. */
export const bytesChanged: readonly Row[] = [
  ...[
    'mimetype',
    'READ-ME-FIRST.txt',
    'HOW-TO-VERIFY.txt',
    'bagit.txt',
    'bag-info.txt',
    'signer.crt',
    'data/report.html',
    'data/case.json',
    'data/custody.jsonl',
    record1,
    post,
    'data/exhibits/ABC_1/tiles/001.png',
    'data/exhibits/ABC_1/page.html',
    'data/exhibits/ABC_1/text.txt',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sha256.txt.p7s',
    'META-INF/ASiCManifest001.xml',
    'META-INF/signature001.p7s',
  ].map(
    (name): Row => [
      `a byte of ${name}`,
      () => flip(zip, locate(zip, name).data + 9),
      'file.crc.mismatch',
      name,
    ],
  ),
];
