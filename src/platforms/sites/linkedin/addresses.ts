import type { Pattern } from '../../patterns.ts';

const home = 'https://www.linkedin.com';
const number = String.raw`\d{19}`;
const types = ['activity', 'ugcPost', 'share'] as const;

/** Subdomains of countries, whose language the page uses. */
const countries =
  'ae ar at au bd be br ca ch cl cn co cr cz de dk ec eg es fi fr gh gr hk hr hu id ie il in it jp ke kr kw lb lk lt lu lv ma mx my ng nl no nz pa pe ph pk pl pr pt qa ro ru sa se sg si sk sv th tn tr tt tw ua ug uk uy ve vn za zw'.split(
    ' ',
  );

const commentUrn = (type: string, parentId = '', postId = '') =>
  `urn:li:comment:(${type}:${parentId},${postId})`;
const commentLink = (type: string, parentId = '', postId = '') =>
  `${home}/feed/update/urn:li:${type}:${parentId}?commentUrn=${encodeURIComponent(commentUrn(type, parentId, postId))}`;
const replyLink = (type: string, parentId = '', commentId = '', postId = '') =>
  `${commentLink(type, parentId, commentId)}&replyUrn=${encodeURIComponent(commentUrn(type, parentId, postId))}`;

/** A comment's address names it in one of two forms; a reply's also names the comment that it answers. */
function commentPatterns(type: string): readonly Pattern[] {
  const inOld = (name: string, id: string) =>
    `${name}=urn:li:comment:\\((?:urn:li:)?${type}:(?<parentId>${number}),(?<${id}>${number})\\)`;
  const inNew = (name: string, id: string) =>
    `${name}=urn:li:fsd_comment:\\((?<${id}>${number}),urn:li:${type}:(?<parentId>${number})\\)`;
  const old = `(?=.*[?&]${inOld('commentUrn', 'commentId')})`;
  const fresh = `(?=.*[?&]${inNew('dashCommentUrn', 'commentId')})`;
  const again = (part: string) => part.replace(`(?<parentId>${number})`, String.raw`\k<parentId>`);
  const start = '^/(?:feed/update|posts)/';
  const reply = {
    kind: 'reply',
    permalink: ({ parentId, commentId, postId }) => replyLink(type, parentId, commentId, postId),
    ids: ({ parentId, postId }) => ({ urn: commentUrn(type, parentId, postId) }),
  } satisfies Omit<Pattern, 'path'>;
  const comment = {
    kind: 'comment',
    permalink: ({ parentId, postId }) => commentLink(type, parentId, postId),
    ids: ({ parentId, postId }) => ({ urn: commentUrn(type, parentId, postId) }),
  } satisfies Omit<Pattern, 'path'>;
  return [
    { ...reply, path: new RegExp(`${start}${old}(?=.*[?&]${again(inOld('replyUrn', 'postId'))})`) },
    { ...reply, path: new RegExp(`${start}${fresh}(?=.*[?&]${again(inNew('dashReplyUrn', 'postId'))})`) },
    { ...comment, path: new RegExp(`${start}.*[?&]${inOld('commentUrn', 'postId')}`) },
    { ...comment, path: new RegExp(`${start}.*[?&]${inNew('dashCommentUrn', 'postId')}`) },
  ];
}

function postPatterns(type: string): readonly Pattern[] {
  const ids = ({ postId = '' }: Readonly<Record<string, string>>) => ({ urn: `urn:li:${type}:${postId}` });
  return [
    {
      kind: 'post',
      path: new RegExp(`^/feed/update/urn:li:${type}:(?<postId>${number})(?:[/?]|$)`),
      permalink: ({ postId }) => `${home}/feed/update/urn:li:${type}:${postId}`,
      ids,
    },
    {
      kind: 'post',
      path: new RegExp(
        `^/posts/(?<slug>(?<handle>[^_/?]+)_[^/?]*-${type}-(?<postId>${number})-[\\w-]{4})(?:[/?]|$)`,
      ),
      permalink: ({ slug }) => `${home}/posts/${slug}`,
      ids,
    },
  ];
}

/** Every form of LinkedIn's addresses, with plain URNs. */
export const patterns: readonly Pattern[] = [
  ...types.flatMap(commentPatterns),
  ...types.flatMap(postPatterns),
  {
    kind: 'message',
    path: /^\/messaging\/thread\/(?<threadId>\d{19}|2-[A-Za-z0-9_-]+={0,2})(?:[/?]|$)/,
    permalink: ({ threadId }) => `${home}/messaging/thread/${threadId}/`,
  },
  // A member's own identifier can replace the name; it never changes.
  {
    kind: 'profile',
    path: /^\/in\/(?<accountId>ACoAA[\w-]{20,60})(?:[/?]|$)/,
    permalink: ({ accountId }) => `${home}/in/${accountId}`,
  },
  {
    kind: 'profile',
    path: /^\/in\/(?<handle>[^/?]+)/,
    permalink: ({ handle }) => `${home}/in/${handle}`,
  },
  ...['company', 'school', 'pub'].map(
    (type): Pattern => ({
      kind: 'profile',
      path: new RegExp(`^/${type}/(?<handle>[^/?]+)`),
      permalink: ({ handle }) => `${home}/${type}/${handle}`,
    }),
  ),
  {
    kind: 'other',
    hosts: ['lnkd.in'],
    path: /^\/(?:p\/)?(?<shortLink>[\w-]+)(?:[/?]|$)/,
    permalink: ({ shortLink }) => `https://lnkd.in/${shortLink}`,
  },
];

/** LinkedIn's hosts, one for every country, and its short links. */
export const hosts: readonly string[] = [
  'linkedin.com',
  'www.linkedin.com',
  'm.linkedin.com',
  'lnkd.in',
  ...countries.map(country => `${country}.linkedin.com`),
];

/** The address with colons, commas and parentheses decoded. */
export function withPlainUrns(address: URL): URL {
  return new URL(address.href.replace(/%(?:3A|2C|28|29)/gi, decodeURIComponent));
}
