import { textBytes } from '../../../src/bundle/layout.ts';
import { withTwin } from '../../crypto/signature-twin.ts';
import { patched, reseal } from '../zip-surgery.ts';
import {
  edited,
  exchange,
  flip,
  get,
  joined,
  other,
  post,
  type Row,
  record1,
  rename,
  without,
} from './forgeries.ts';

/** By somebody who unzips, edits, and zips again with everything in the ZIP right. */
export const filesChanged: readonly Row[] = [
  ['an image', () => edited(f => f.set(post, flip(get(f, post), 99))), 'file.digest.mismatch', post],
  [
    'an image, seen by its record too',
    () => edited(f => f.set(post, flip(get(f, post), 99))),
    'exhibit.artifact.mismatch',
    post,
  ],
  [
    'the report',
    () => edited(f => f.set('data/report.html', textBytes('<p>'))),
    'file.digest.mismatch',
    'data/report.html',
  ],
  [
    'mimetype',
    () => edited(f => f.set('mimetype', textBytes('application/zip'))),
    'mimetype.content.mismatch',
    'mimetype',
  ],
  [
    'mimetype, to what is no text',
    () => edited(f => f.set('mimetype', patched(get(f, 'mimetype'), 9, [0xff]))),
    'mimetype.content.mismatch',
    'mimetype',
  ],
  [
    'the instructions',
    () => edited(f => f.set('HOW-TO-VERIFY.txt', textBytes('Trust me.'))),
    'file.digest.mismatch',
    'HOW-TO-VERIFY.txt',
  ],
  [
    'a file added to data',
    () => edited(f => f.set('data/police/note.txt', textBytes('x'))),
    'file.listing.unlisted',
    'data/police/note.txt',
  ],
  [
    'a file added to an exhibit',
    () => edited(f => f.set('data/exhibits/ABC_1/extra.png', textBytes('x'))),
    'exhibit.file.unlisted',
    'data/exhibits/ABC_1/extra.png',
  ],
  [
    'a file added beside data',
    () => edited(f => f.set('run.sh', textBytes('x'))),
    'file.listing.unlisted',
    'run.sh',
  ],
  [
    'a file added to META-INF',
    () => edited(f => f.set('META-INF/signature002.p7s', textBytes('x'))),
    'file.listing.unlisted',
    'META-INF/signature002.p7s',
  ],
  ['a file removed', () => edited(f => f.delete(post)), 'file.listing.missing', post, 'incomplete'],
  ['a record removed', () => edited(f => f.delete(record1)), 'exhibit.record.missing', record1, 'incomplete'],
  [
    'a file renamed',
    () => edited(f => rename(f, post, 'data/exhibits/ABC_1/screenshot-past.png')),
    'file.listing.unlisted',
    'data/exhibits/ABC_1/screenshot-past.png',
  ],
  [
    'a seal removed',
    () => edited(f => f.delete('tagmanifest-sha256.txt.p7s')),
    'signature.file.missing',
    'tagmanifest-sha256.txt.p7s',
    'incomplete',
  ],
  [
    'the manifest removed',
    () => edited(f => f.delete('manifest-sha256.txt')),
    'file.listing.missing',
    'manifest-sha256.txt',
    'incomplete',
  ],
  [
    'the certificate removed',
    () => edited(f => f.delete('signer.crt')),
    'signer.certificate.unreadable',
    'signer.crt',
    'incomplete',
  ],
  [
    'the two seals exchanged',
    () => edited(f => exchange(f, 'tagmanifest-sha256.txt.p7s', 'META-INF/signature001.p7s')),
    'signature.digest.failed',
    'tagmanifest-sha256.txt.p7s',
  ],
  [
    'a seal over the same by another key',
    () =>
      edited(async f =>
        f.set('tagmanifest-sha256.txt.p7s', await other.sign(get(f, 'tagmanifest-sha256.txt'), new Date())),
      ),
    'signature.certificate.failed',
    'tagmanifest-sha256.txt.p7s',
  ],
  [
    'bytes behind a seal',
    () =>
      edited(f =>
        f.set('META-INF/signature001.p7s', joined(get(f, 'META-INF/signature001.p7s'), textBytes('x'))),
      ),
    'signature.parse.failed',
    'META-INF/signature001.p7s',
  ],
  [
    'text behind the certificate',
    () => edited(f => f.set('signer.crt', joined(get(f, 'signer.crt'), textBytes('# x\n')))),
    'signer.certificate.unreadable',
    'signer.crt',
  ],
  [
    'a line of the manifest removed, and its file',
    () =>
      edited(f => {
        f.delete(post);
        f.set('manifest-sha256.txt', without(get(f, 'manifest-sha256.txt'), 'screenshot-post'));
      }),
    'file.digest.mismatch',
    'manifest-sha256.txt',
  ],
  [
    'a manifest in another spelling',
    () =>
      edited(f =>
        f.set(
          'manifest-sha256.txt',
          textBytes(new TextDecoder().decode(get(f, 'manifest-sha256.txt')).replaceAll('  data', ' *data')),
        ),
      ),
    'manifest.text.unreadable',
    'manifest-sha256.txt',
  ],
  [
    'manifests made anew, seals left',
    () => edited(f => f.set(post, flip(get(f, post), 99)), 'manifests'),
    'signature.digest.failed',
    'tagmanifest-sha256.txt.p7s',
  ],
  [
    'manifests made anew for an added file',
    () => edited(f => f.set('data/police/note.txt', textBytes('x')), 'manifests'),
    'signature.digest.failed',
    'META-INF/signature001.p7s',
  ],
  [
    'everything sealed again with another key',
    () => edited(f => f.set(post, flip(get(f, post), 99)), 'other key'),
    'signer.case.mismatch',
    'signer.crt',
  ],
  [
    'exhibits exchanged, sealed again',
    () => edited(f => exchange(f, record1, 'data/exhibits/ABC_3/capture.json'), 'other key'),
    'exhibit.record.mismatch',
    record1,
  ],
  [
    'the certificate exchanged',
    () => edited(async f => f.set('signer.crt', get(await reseal(f, other), 'signer.crt'))),
    'signature.certificate.failed',
    'tagmanifest-sha256.txt.p7s',
  ],
  ...['tagmanifest-sha256.txt.p7s', 'META-INF/signature001.p7s'].map(
    (name): Row => [
      `the twin of ${name}, which its key would hold to be its own`,
      () => edited(f => f.set(name, withTwin(get(f, name)))),
      'signature.parse.failed',
      name,
    ],
  ),
];
