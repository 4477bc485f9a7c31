import { plain } from '../../src/cli/plain.ts';
import { leavesOf } from './leaves.ts';
import type { Explained, Matched, PageReading, Place, PostReading, Tried } from './reading.ts';

/** What every post is looked through for. */
const sought = [
  'handle',
  'displayName',
  'accountId',
  'profileAddress',
  'text',
  'postId',
  'permalink',
  'displayedTime',
  'machineTime',
];

/** What few posts have: whether it is missing or the reader fails to see it, only a look at the page tells. */
const seldom = ['parentId', 'edited', 'visibility', 'counts', 'media', 'related'];

/** Said where no page of the tests tells what to look at. */
const notFoundAnywhere = 'not found, and nothing that was asked for here finds it on a known page';

const longestValue = 100;
const longestSelector = 300;
const mostTried = 4;
const nameWidth = 26;

/** Where a selector is written in the source, as `path:line`; undefined where that cannot be told. */
export type SourceOf = (selector: string) => string | undefined;

/** What was read of a page, as lines for a terminal, which finds nothing in them that it acts on. */
export function linesOf(reading: PageReading, sourceOf: SourceOf, only?: number): string[] {
  const { posts, account, signedIn } = reading;
  const shown = posts.map((post, index) => ({ post, number: index + 1 }));
  const lines = [
    ...headLines(reading, sourceOf),
    ...shown
      .filter(({ number }) => only === undefined || number === only)
      .flatMap(({ post, number }) => ['', ...postLines(post, number, reading, sourceOf)]),
    ...(only === undefined ? besideLines('Account of this page', account, sourceOf) : []),
    ...(only === undefined ? besideLines('Signed in', signedIn, sourceOf) : []),
  ];
  return lines.map(line => plain(line).trimEnd());
}

function headLines({ platform, identified, named, asked, posts }: PageReading, sourceOf: SourceOf): string[] {
  const told = identified === undefined ? 'no post and no account to identify()' : tellAddress(identified);
  const name = named === undefined ? 'the address names none of them' : `the address names post ${named + 1}`;
  return [
    row('Platform', `${platform.name}, src/platforms/sites/${platform.id}`),
    row('Address', told),
    row('Posts', posts.length === 0 ? 'none found' : `${posts.length}; ${name}`),
    ...(posts.length > 0 && (named !== undefined || identified?.['postId'] === undefined)
      ? []
      : [
          '  To find posts, these were asked of the whole page:',
          ...asked.map(each => askedLine(each, sourceOf)),
        ]),
  ];
}

function tellAddress(identified: Readonly<Record<string, unknown>>): string {
  const parts = [...leavesOf(identified)].map(([name, value]) => `${name} ${shortened(value)}`);
  return [String(identified['kind']), ...parts].join(', ');
}

function askedLine({ selector, matched }: Matched, sourceOf: SourceOf): string {
  return `  ${String(matched).padStart(6)} matched  ${selector}${at(selector, sourceOf)}`;
}

function postLines(post: PostReading, number: number, reading: PageReading, sourceOf: SourceOf): string[] {
  const { read, unmatched, fault, element } = post;
  const isNamed = reading.named === number - 1;
  const kind = typeof read['kind'] === 'string' ? read['kind'] : '';
  const head = [
    `Post ${number} of ${reading.posts.length}${isNamed ? ', which the address names' : ''}`,
    row('  stands in', element),
    row('  found by', wayLine(post, sourceOf)),
  ];
  if (fault !== undefined) return [...head, row('  failed', `the reader threw ${fault}`)];
  const notes = Array.isArray(read['notes']) ? read['notes'].map(String) : [];
  return [
    ...head,
    ...(typeof read['reader'] === 'string' ? [row('  reader', read['reader'])] : []),
    row('  kind', kind),
    ...fieldLines(post, sourceOf, post.tried),
    ...notes.map(note => row('  note', shortened(note))),
    ...(unmatched.length === 0
      ? []
      : [
          '  Asked for below this post, and matched by nothing in it:',
          ...unmatched.map(
            selector => `    ${shortened(selector, longestSelector)}${at(selector, sourceOf)}`,
          ),
        ]),
  ];
}

function besideLines(title: string, explained: Explained | undefined, sourceOf: SourceOf): string[] {
  if (explained === undefined) return [];
  if (explained.fault !== undefined)
    return ['', title, row('  failed', `the reader threw ${explained.fault}`)];
  return ['', title, ...foundLines(explained, sourceOf)];
}

function fieldLines(post: PostReading, sourceOf: SourceOf, tried: PostReading['tried']): string[] {
  const found = leavesOf(post.read);
  const has = (name: string) => [...found.keys()].some(each => each === name || each.startsWith(`${name}.`));
  const missing = sought.filter(name => !has(name));
  const absent = seldom.filter(name => !has(name));
  return [
    ...foundLines(post, sourceOf),
    ...missing.flatMap(name => [
      row(`  ${name}`, tried[name] === undefined ? notFoundAnywhere : 'not found'),
      ...triedLines(tried[name] ?? [], sourceOf),
    ]),
    ...(absent.length > 0
      ? [row('  not found', `either, and most posts have none: ${absent.join(', ')}`)]
      : []),
  ];
}

function foundLines({ read, places }: Explained, sourceOf: SourceOf): string[] {
  const order = [...sought, ...seldom];
  const rank = (name: string) => {
    const place = order.indexOf(name.replace(/\..*$/, ''));
    return place < 0 ? order.length : place;
  };
  return [...leavesOf(read)]
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .flatMap(([name, value]) => [row(`  ${name}`, shortened(value)), ...placeLines(places[name], sourceOf)]);
}

function placeLines(place: Place | undefined, sourceOf: SourceOf): string[] {
  if (place === undefined) return [row('    in', 'no one place: the reader put it together')];
  const { element, attribute, isOutside, isOnly } = place;
  const remarks = [...(isOutside ? ['outside the post'] : []), ...(isOnly ? [] : ['said elsewhere as well'])];
  const remark = remarks.length > 0 ? ` (${remarks.join(', ')})` : '';
  return [
    row('    in', `${element}, its ${attribute ?? 'text'}${remark}`),
    row('    by', wayLine(place, sourceOf)),
  ];
}

function triedLines(tried: readonly Tried[], sourceOf: SourceOf): string[] {
  const isBroken = ({ steps }: Tried) => steps.some(({ matched }) => matched === 0);
  return tried
    .toSorted((one, other) => Number(isBroken(other)) - Number(isBroken(one)))
    .slice(0, mostTried)
    .map(({ page, steps }) => {
      const counted = steps.map(
        ({ selector, matched }) =>
          `${shortened(selector, longestSelector)}${at(selector, sourceOf)} [${matched === 0 ? 'nothing' : matched} here]`,
      );
      return row('    on a known page', `${page} by ${counted.join(' › ')}`);
    });
}

/** How the reader got there, by its selectors one after another. */
function wayLine({ rules, isWalked }: Pick<Place, 'rules' | 'isWalked'>, sourceOf: SourceOf): string {
  const steps = rules.map(({ selector, toward }) => {
    const told = `${shortened(selector, longestSelector)}${at(selector, sourceOf)}`;
    return toward === 'around' ? `around it ${told}` : told;
  });
  if (steps.length === 0) return isWalked ? 'step by step' : 'the post itself';
  return [...steps, ...(isWalked ? ['step by step'] : [])].join(' › ');
}

function at(selector: string, sourceOf: SourceOf): string {
  const line = sourceOf(selector);
  return line === undefined ? '' : ` (${line})`;
}

function row(name: string, value: string): string {
  return `${name.padEnd(nameWidth)}  ${value}`;
}

/** One line, cut to what a terminal shows of it. */
function shortened(text: string, longest = longestValue): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
