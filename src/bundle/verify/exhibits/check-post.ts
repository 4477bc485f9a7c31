import type { CaptureRecord } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Account, Post, PostAddress, RelatedPost } from '../../../model/post.ts';
import { altered, held, noted } from '../../findings.ts';
import type { VerifyOptions } from '../verify-options.ts';

/** The parts of a post, whole or quoted, that its addresses can confirm. */
type Addressed = Pick<Post, 'postId' | 'parentId' | 'ids' | 'permalink'> & {
  readonly account?: Account | undefined;
};

/** The record's platform, and how addresses are read. */
interface Reading {
  readonly path: string;
  readonly platform: string;
  readonly readAddress: NonNullable<VerifyOptions['readAddress']>;
}

/**
 * Whether a post in a record agrees with its addresses: the page's host with the platform, and the post's own link with
 * its number, its author and everything else that the link names. Where a site's link may name somebody else, or opens
 * under any name, a difference is only a notice.
 */
export function checkPost(
  path: string,
  record: CaptureRecord,
  { readAddress }: VerifyOptions,
): readonly Finding[] {
  const { post, reference } = record;
  if (post === undefined) return [];
  if (readAddress === undefined)
    return [noted('post.address.not-compared', reference, 'Its addresses were not compared here.')];
  const reading: Reading = { path, platform: post.platform, readAddress };
  const findings = [
    ...checkPlatform(reading, record),
    ...checkLink(reading, post, 'The post'),
    ...checkProfile(reading, post.account),
    ...checkPage(reading, record, post),
    ...(post.related ?? []).flatMap(related => checkRelated(reading, related)),
  ];
  if (findings.some(({ severity }) => severity === 'failure') || post.permalink === undefined)
    return findings;
  return [held('post.address.match', path, 'What it says of the post agrees with its link.'), ...findings];
}

function checkRelated(reading: Reading, related: RelatedPost): readonly Finding[] {
  const { postId, permalink, account } = related;
  const addressed = {
    ...(postId !== undefined && { postId }),
    ...(permalink !== undefined && { permalink }),
  };
  return [
    ...checkLink(reading, { ...addressed, account }, 'A post that it quotes or answers'),
    ...(account === undefined ? [] : checkProfile(reading, account)),
  ];
}

/** Compares the platform with the address bar before and after: one of the two must be on its hosts. */
function checkPlatform(
  { path, platform, readAddress }: Reading,
  { page }: CaptureRecord,
): readonly Finding[] {
  if (page === undefined) return [];
  const readings = [page.address, page.finalAddress].map(address => readAddress(platform, address));
  const known = readings.filter(reading => reading !== undefined);
  if (known.some(({ place }) => place === 'own'))
    return [
      ...checkWeb({ path, platform, readAddress }, page.finalAddress),
      ...(readings.every(reading => reading?.place === 'own')
        ? []
        : [noted('post.platform.left', path, elsewhere)]),
    ];
  const [first] = known;
  if (first !== undefined && !first.isKnownPlatform && first.place === 'nowhere')
    return [noted('post.platform.unknown', path, `“${platform}” is no platform that is known here.`)];
  if (first === undefined && platform !== 'web' && /^https?:/.test(page.finalAddress))
    return [noted('post.platform.not-compared', path, 'Its address is not one that is compared here.')];
  const why = `The post is said to be of “${platform}”; the page’s address is not.`;
  return platform === 'web' ? [] : [altered('post.platform.mismatch', path, why)];
}

const elsewhere =
  'The address bar held the post’s platform at one end of the recording, and another site at the other. The picture may be of either.';

/** Earlier versions knew fewer sites, so they may have called a site that is known now a web page. */
function checkWeb({ path, platform, readAddress }: Reading, address: string): readonly Finding[] {
  if (platform !== 'web') return [];
  if (readAddress('', address)?.place !== 'other') return [];
  const why = 'It is called a web page like any other. The address is of a platform that is known here.';
  return [noted('post.platform.differs', path, why)];
}

function checkLink(
  { path, platform, readAddress }: Reading,
  post: Addressed,
  what: string,
): readonly Finding[] {
  if (post.permalink === undefined) return [];
  const reading = readAddress(platform, post.permalink);
  if (platform === 'web') return checkWebLink(path, post, reading?.said);
  if (hasOwnWords(post.permalink))
    return [altered('post.link.mismatch', path, `${what} has a link that a browser shows otherwise.`)];
  if (reading?.isKnownPlatform !== true) return [];
  if (reading.place !== 'own')
    return [altered('post.link.mismatch', path, `${what} has a link that leads to another site.`)];
  const { said, namesAuthor } = reading;
  if (said === undefined) {
    const why = `${what} has a link of a kind that is not known here. It was not compared.`;
    return [noted('post.link.not-compared', path, why)];
  }
  const findings: Finding[] = [];
  for (const name of ['postId', 'parentId'] as const)
    if (isAnother(said, post, name))
      findings.push(
        altered(
          'post.link.mismatch',
          path,
          `${what} has the number ${post[name] ?? '(none)'}; its link names ${said[name] ?? '(none)'}.`,
        ),
      );
  for (const [name, value] of Object.entries(said.ids ?? {}))
    if (post.ids !== undefined && Object.hasOwn(post.ids, name) && post.ids[name] !== value)
      findings.push(
        altered(
          'post.link.mismatch',
          path,
          `${what} has the ${name} ${post.ids[name]}; its link names ${value}.`,
        ),
      );
  return [...findings, ...checkAuthor({ path, what }, { said, namesAuthor, account: post.account })];
}

/** Not an http or https address, or with a user name before its host: no link on a page is read in this form. */
function hasOwnWords(address: string): boolean {
  return !/^https?:\/\/[^/?#@\s]+(?:[/?#]|$)/i.test(address);
}

/** The post's own number must be in both; the parent's is compared only where both have it. */
function isAnother(said: PostAddress, post: Addressed, name: 'postId' | 'parentId'): boolean {
  if (said[name] === post[name]) return false;
  return name === 'postId' || (said[name] !== undefined && post[name] !== undefined);
}

/** On any site, a link need not name the number, but must not name another. */
function checkWebLink(path: string, post: Addressed, said: PostAddress | undefined): readonly Finding[] {
  if (said?.postId === undefined || post.postId === undefined || said.postId === post.postId) return [];
  const why = `The post has the number ${post.postId}; its link names ${said.postId}.`;
  return [noted('post.link.differs', path, why)];
}

interface Naming {
  readonly said: PostAddress;
  readonly namesAuthor: boolean;
  readonly account: Account | undefined;
}

function checkAuthor(
  { path, what }: { readonly path: string; readonly what: string },
  { said, namesAuthor, account }: Naming,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (
    account?.handle !== undefined &&
    said.handle !== undefined &&
    !isSameName(account.handle, said.handle)
  ) {
    const why = `${what} is said to be by ${account.handle}; its link names ${said.handle}.`;
    findings.push(
      namesAuthor
        ? altered('post.account.mismatch', path, why)
        : noted('post.account.differs', path, `${why} Such a link may name the place and not the author.`),
    );
  }
  if (
    account?.accountId !== undefined &&
    said.accountId !== undefined &&
    account.accountId !== said.accountId
  ) {
    const why = `${what} is said to be by the account ${account.accountId}; its link names ${said.accountId}.`;
    findings.push(
      namesAuthor ? altered('post.account.mismatch', path, why) : noted('post.account.differs', path, why),
    );
  }
  return findings;
}

/** The address of an account's own page names that account on every platform. */
function checkProfile({ path, platform, readAddress }: Reading, account: Account): readonly Finding[] {
  if (account.profileAddress === undefined || platform === 'web') return [];
  if (hasOwnWords(account.profileAddress))
    return [
      altered(
        'post.account.mismatch',
        path,
        'The account’s page has an address that a browser shows otherwise.',
      ),
    ];
  const reading = readAddress(platform, account.profileAddress);
  if (reading?.isKnownPlatform !== true) return [];
  if (reading.place === 'other')
    return [altered('post.account.mismatch', path, 'The account’s page is one of another platform.')];
  const { said } = reading;
  if (said === undefined) return [];
  const isOther =
    (account.handle !== undefined && said.handle !== undefined && !isSameName(account.handle, said.handle)) ||
    (account.accountId !== undefined && said.accountId !== undefined && account.accountId !== said.accountId);
  if (!isOther) return [];
  const why = `The account is said to be ${account.handle ?? account.accountId}; the address of its page names another.`;
  return [altered('post.account.mismatch', path, why)];
}

/** Compares the address bar with the post where it names one. Many sites open a post under several names or numbers. */
function checkPage(
  { path, platform, readAddress }: Reading,
  { page, scope }: CaptureRecord,
  { postId, account }: Post,
): readonly Finding[] {
  if (page === undefined || postId === undefined || platform === 'web') return [];
  const reading = readAddress(platform, page.finalAddress);
  const said = reading?.said;
  if (said?.postId === undefined) return [];
  if (said.postId !== postId) {
    if (scope === 'post') return [];
    const why = `The address of the page names the post ${said.postId}; the record is of ${postId}.`;
    return [noted('post.address.differs', path, why)];
  }
  const isOther =
    reading?.namesAuthor === true &&
    account.handle !== undefined &&
    said.handle !== undefined &&
    !isSameName(account.handle, said.handle);
  if (!isOther) return [];
  const why = `The address of the page names ${said.handle} for this post; the record says ${account.handle}. Some sites open a post under any name.`;
  return [noted('post.address.differs', path, why)];
}

/** Account names are equal whatever their letter case; one may have a leading @. */
function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').toLowerCase().replace(/^@/, '');
  return plain(one) === plain(other);
}
