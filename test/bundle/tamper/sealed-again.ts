import { textBytes } from '../../../src/bundle/layout.ts';
import { flip, get, joined, post, type Row, record1, replaced, withKey } from './forgeries.ts';

/** By somebody who has the key itself: what is inside must still agree with itself. */
export const sealedAgain: readonly Row[] = [
  [
    'a record changed with its manifest',
    () => withKey(f => f.set(record1, replaced(get(f, record1), 'where you live', 'where he lives'))),
    'exhibit.record.mismatch',
    record1,
  ],
  [
    'a record in another spelling',
    () => withKey(f => f.set(record1, joined(get(f, record1), textBytes('\n')))),
    'exhibit.record.not-canonical',
    record1,
  ],
  [
    'a record that is none',
    () => withKey(f => f.set(record1, textBytes('{}'))),
    'exhibit.record.unreadable',
    record1,
  ],
  [
    'an image changed with its manifest',
    () => withKey(f => f.set(post, flip(get(f, post), 99))),
    'exhibit.artifact.mismatch',
    post,
  ],
  [
    'an image removed with its manifest',
    () => withKey(f => f.delete(post)),
    'exhibit.artifact.missing',
    post,
    'incomplete',
  ],
  [
    'a file put into an exhibit with its manifest',
    () => withKey(f => f.set('data/exhibits/ABC_1/extra.png', textBytes('x'))),
    'exhibit.file.unlisted',
    'data/exhibits/ABC_1/extra.png',
  ],
  [
    'a folder for an exhibit that is not listed',
    () => withKey(f => f.set('data/exhibits/ABC_9/capture.json', textBytes('{}'))),
    'exhibit.file.unlisted',
    'data/exhibits/ABC_9/capture.json',
  ],
  [
    'bag-info about another payload',
    () => withKey(f => f.set('bag-info.txt', replaced(get(f, 'bag-info.txt'), 'Oxum: ', 'Oxum: 1'))),
    'bag-info.payload.mismatch',
    'bag-info.txt',
  ],
  [
    'bag-info of another group',
    () => withKey(f => f.set('bag-info.txt', replaced(get(f, 'bag-info.txt'), '1 of 1', '1 of 2'))),
    'bag-info.group.mismatch',
    'bag-info.txt',
  ],
  [
    'a declaration that is no text',
    () => withKey(f => f.set('bagit.txt', Uint8Array.of(0xff, 0xfe))),
    'bagit.declaration.mismatch',
    'bagit.txt',
  ],
  [
    'a bag-info that is no text',
    () => withKey(f => f.set('bag-info.txt', Uint8Array.of(0xff, 0xfe))),
    'bag-info.text.unreadable',
    'bag-info.txt',
  ],
  [
    'another declaration',
    () => withKey(f => f.set('bagit.txt', textBytes('BagIt-Version: 0.97\n'))),
    'bagit.declaration.mismatch',
    'bagit.txt',
  ],
  [
    'a case that is none',
    () => withKey(f => f.set('data/case.json', textBytes('{"formatVersion":1}'))),
    'case.record.unreadable',
    'data/case.json',
  ],
  [
    'a case with a member twice',
    () =>
      withKey(f =>
        f.set(
          'data/case.json',
          replaced(get(f, 'data/case.json'), '"formatVersion":1', '"formatVersion":1,"formatVersion":1'),
        ),
      ),
    'case.record.not-canonical',
    'data/case.json',
  ],
  [
    'a newer format',
    () =>
      withKey(f =>
        f.set('data/case.json', replaced(get(f, 'data/case.json'), '"formatVersion":1', '"formatVersion":2')),
      ),
    'bundle.format.unsupported',
    'data/case.json',
    'unreadable',
  ],
];
