import { captureIdOf, sampleZip } from '../../samples/bundle.ts';
import {
  get,
  type Row,
  record1,
  replaced,
  resignedByOther,
  withCase,
  withChain,
  withKey,
  withRecord,
} from './forgeries.ts';

/** By somebody who has the key itself: the chain and the case, which must agree with each other. */
export const recordSealedAgain: readonly Row[] = [
  [
    'the chain cut at its end',
    () => withChain(events => events.slice(0, -1), 'keep'),
    'custody.head.mismatch',
    'data/custody.jsonl',
  ],
  [
    'an event taken out of the chain',
    () => withChain(events => events.toSpliced(2, 1), 'keep'),
    'custody.previous.mismatch',
    'custody.jsonl:3',
  ],
  [
    'two events exchanged',
    () =>
      withChain(events => [events[1], events[0], ...events.slice(2)].flatMap(event => event ?? []), 'keep'),
    'custody.sequence.broken',
    'custody.jsonl:1',
  ],
  [
    'an event changed',
    () => withChain(events => events.map(event => ({ ...event, actor: 'someone' })), 'keep'),
    'custody.digest.mismatch',
    'custody.jsonl:1',
  ],
  [
    'the chain made anew from its first event',
    () => withChain(events => events.map(event => ({ ...event, actor: 'someone' })), 'link'),
    'custody.head.mismatch',
    'data/custody.jsonl',
  ],
  [
    'an event in another spelling',
    () =>
      withKey(f =>
        f.set('data/custody.jsonl', replaced(get(f, 'data/custody.jsonl'), '{"action"', '{ "action"')),
      ),
    'custody.text.not-canonical',
    'data/custody.jsonl',
  ],
  [
    'the chain made anew without the erasure',
    () => withChain(events => events.filter(event => event.action !== 'exhibit.erased'), 'link and name'),
    'exhibit.absent.unexplained',
    'ABC/2',
  ],
  [
    'the chain made anew without a recording',
    () => withChain(events => events.filter(event => event.subject.reference !== 'ABC/3'), 'link and name'),
    'exhibit.commit.missing',
    'ABC/3',
  ],
  [
    'the chain made anew without the words',
    () => withChain(events => events.filter(event => event.action !== 'exhibit.described'), 'link and name'),
    'exhibit.words.unchained',
    'ABC/1 words 1',
  ],
  [
    'the chain made anew without the export',
    () => withChain(events => events.filter(event => event.action !== 'bundle.prepared'), 'link and name'),
    'custody.bundle.mismatch',
    'data/custody.jsonl',
  ],
  [
    'an exhibit left out without a word',
    () => withCase(record => ({ ...record, exhibits: record.exhibits.slice(0, 1) })),
    'exhibit.listing.missing',
    'ABC/3',
  ],
  [
    'an erased exhibit no longer mentioned',
    () => withCase(record => ({ ...record, absent: [] })),
    'exhibit.listing.missing',
    'ABC/2',
  ],
  [
    'an exhibit said to be erased that was not',
    () =>
      withCase(record => ({
        ...record,
        absent: [...record.absent, { ...record.absent[0], captureId: captureIdOf(7), reference: 'ABC/7' }],
      })),
    'exhibit.absent.unexplained',
    'ABC/7',
  ],
  [
    'the words changed',
    () =>
      withCase(record => ({
        ...record,
        exhibits: record.exhibits.map(one => ({
          ...one,
          words: one.words.map(version => ({ ...version, words: { ...version.words, impact: 'None.' } })),
        })),
      })),
    'exhibit.words.mismatch',
    'ABC/1 words 1',
  ],
  [
    'a version of the words taken out',
    () =>
      withCase(record => ({
        ...record,
        exhibits: record.exhibits.map(one => ({ ...one, words: one.words.slice(0, 1) })),
      })),
    'exhibit.words.missing',
    'ABC/1',
  ],
  [
    'an exhibit listed twice',
    () => withCase(record => ({ ...record, exhibits: [...record.exhibits, ...record.exhibits.slice(0, 1)] })),
    'exhibit.reference.duplicate',
    'ABC/1',
  ],
  [
    'two exhibits with each other’s reference',
    () =>
      withCase(record => ({
        ...record,
        exhibits: record.exhibits.map((one, index) => ({
          ...one,
          reference: index === 0 ? 'ABC/3' : 'ABC/1',
        })),
      })),
    'exhibit.identity.mismatch',
    record1,
  ],
  [
    'another signer named',
    () => withCase(record => ({ ...record, signerFingerprint: 'a'.repeat(64) })),
    'signer.case.mismatch',
    'signer.crt',
  ],
  [
    'volume 3 of 1',
    () => withCase(record => ({ ...record, group: { ...record.group, volume: 3 } })),
    'case.volume.mismatch',
    'data/case.json',
  ],
  [
    'the time of a post',
    () => withRecord(text => text.replace(/("postedAt":\[\{"at":")\d{4}/, '$12019')),
    'post.time.mismatch',
    'ABC/1',
  ],
  [
    'the number of a post',
    () => withRecord(text => text.replace('"postId":"189', '"postId":"abc')),
    'post.time.not-derivable',
    'ABC/1',
  ],
  [
    'a text that is said to be an image',
    () => withRecord(text => text.replace('"text/plain"', '"image/png"')),
    'exhibit.artifact.type-mismatch',
    'data/exhibits/ABC_1/text.txt',
  ],
  [
    'an export that says it is incomplete',
    () => sampleZip({ outcome: 'incomplete' }),
    'case.outcome.incomplete',
    'data/case.json',
    'incomplete',
  ],
  [
    'everything sealed again by another holder',
    () => resignedByOther(),
    'signer.certificate.fingerprint',
    'signer.crt',
    'intact',
  ],
];
