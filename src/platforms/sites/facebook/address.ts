import type { PostAddress } from '../../../model/post.ts';
import { identifyBy, type Pattern } from '../../patterns.ts';

const home = 'https://www.facebook.com';

/** Hosts that show the site in one language, as they occur in shared links. */
const inLanguages =
  'ar-ar|cs-cz|da-dk|de-de|el-gr|en-gb|es-es|es-la|fi-fi|fr-ca|fr-fr|he-il|hi-in|hu-hu|id-id|it-it|ja-jp|ko-kr|nb-no|nl-nl|pl-pl|pt-br|pt-pt|ro-ro|ru-ru|sv-se|th-th|tr-tr|uk-ua|vi-vn|zh-cn|zh-hk|zh-tw'.split(
    '|',
  );

/** Facebook's own hosts, without {@link watchHost}, which has only short links. */
export const facebookHosts = [
  ...inLanguages.map(language => `${language}.facebook.com`),
  'facebook.com',
  'www.facebook.com',
  'm.facebook.com',
  'mbasic.facebook.com',
  'web.facebook.com',
  'fb.com',
];
export const watchHost = 'fb.watch';

const id = String.raw`pfbid[A-Za-z0-9]{10,120}|\d{1,25}`;
const reserved =
  'profile\\.php|permalink\\.php|story\\.php|photo|photo\\.php|photos|watch|groups|events|pages|people|stories|share|marketplace|search|login|login\\.php|recover|help|settings|bookmarks|notifications|messages|friends|gaming|reel|reels|ads|plugins|hashtag|policies|privacy|business|l\\.php|home\\.php|sharer|sharer\\.php|dialog|media|records';
// Digits alone are an account's number, which is in the same place (seen in public code, 2026-08).
const handle = `(?!(?:${reserved})(?:[/?]|$))(?!\\d+(?:[/?]|$))(?<handle>[\\w.-]{2,80})`;
const account = '(?<accountId>\\d{4,25})';

const patterns: readonly Pattern[] = [
  {
    kind: 'other',
    path: /^\/(?<shortLink>[\w-]{4,40})\/?(?:\?|$)/,
    hosts: [watchHost],
    permalink: ({ shortLink }) => `https://${watchHost}/${shortLink}/`,
  },
  {
    kind: 'post',
    path: /^\/groups\/(?<groupId>[\w.-]{1,100})\/(?:permalink|posts)\/(?<postId>\d{1,25})(?:[/?]|$)/,
    hosts: facebookHosts,
    permalink: ({ groupId, postId }) => `${home}/groups/${groupId}/posts/${postId}/`,
  },
  {
    kind: 'post',
    path: new RegExp(`^/${handle}/posts/(?:[^/?]+/)?(?<postId>${id})(?:[/?]|$)`),
    hosts: facebookHosts,
    permalink: groups => `${home}/${groups['handle']}/posts/${groups['postId']}`,
  },
  {
    kind: 'post',
    path: new RegExp(`^/${account}/posts/(?:[^/?]+/)?(?<postId>${id})(?:[/?]|$)`),
    hosts: facebookHosts,
    permalink: ({ accountId, postId }) => `${home}/${accountId}/posts/${postId}`,
  },
  {
    kind: 'post',
    path: new RegExp(
      `^/(?:permalink|story)\\.php(?=.*[?&]story_fbid=(?<postId>${id})(?:&|$))(?=.*[?&]id=(?<accountId>\\d{1,25})(?:&|$))`,
    ),
    hosts: facebookHosts,
    permalink: ({ postId, accountId }) => `${home}/permalink.php?story_fbid=${postId}&id=${accountId}`,
  },
  {
    kind: 'post',
    path: /^\/photo(?:\.php|\/)?\?(?:.*&)?fbid=(?<postId>\d{1,25})(?:&|$)/,
    hosts: facebookHosts,
    permalink: ({ postId }) => `${home}/photo.php?fbid=${postId}`,
  },
  {
    kind: 'video',
    path: /^\/watch\/?\?(?:.*&)?v=(?<postId>\d{1,25})(?:&|$)/,
    hosts: facebookHosts,
    permalink: ({ postId }) => `${home}/watch/?v=${postId}`,
  },
  {
    kind: 'video',
    path: new RegExp(`^/${handle}/videos/(?:[^/?]+/)?(?<postId>\\d{1,25})(?:[/?]|$)`),
    hosts: facebookHosts,
    permalink: groups => `${home}/${groups['handle']}/videos/${groups['postId']}/`,
  },
  {
    kind: 'video',
    path: new RegExp(`^/${account}/videos/(?:[^/?]+/)?(?<postId>\\d{1,25})(?:[/?]|$)`),
    hosts: facebookHosts,
    permalink: ({ accountId, postId }) => `${home}/${accountId}/videos/${postId}/`,
  },
  {
    kind: 'video',
    path: /^\/reel\/(?<postId>\d{1,25})(?:[/?]|$)/,
    hosts: facebookHosts,
    permalink: ({ postId }) => `${home}/reel/${postId}`,
  },
  {
    kind: 'other',
    path: /^\/share\/(?:(?<shareType>[prv])\/)?(?<shortLink>[A-Za-z0-9]{5,40})\/?(?:\?|$)/,
    hosts: facebookHosts,
    permalink: ({ shareType, shortLink }) =>
      `${home}/share/${shareType === undefined ? '' : `${shareType}/`}${shortLink}/`,
  },
  {
    kind: 'story',
    path: /^\/stories\/(?<storyOwnerOrId>\d{1,25})(?:\/(?<storyKey>[\w=-]{4,100}))?\/?(?:\?|$)/,
    hosts: facebookHosts,
    permalink: ({ storyOwnerOrId, storyKey }) =>
      `${home}/stories/${storyOwnerOrId}/${storyKey === undefined ? '' : `${storyKey}/`}`,
  },
  {
    kind: 'group',
    path: /^\/groups\/(?<groupId>[\w.-]{1,100})\/?(?:\?|$)/,
    hosts: facebookHosts,
    permalink: ({ groupId }) => `${home}/groups/${groupId}/`,
  },
  {
    kind: 'profile',
    path: /^\/(?:profile\.php\?(?:.*&)?id=|(?:people|pages)\/[^/?]+\/|groups\/[\w.-]+\/user\/)(?<accountId>\d{1,25})(?:[/?&]|$)/,
    hosts: facebookHosts,
    permalink: ({ accountId }) => `${home}/profile.php?id=${accountId}`,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/${account}/?(?:\\?|$)`),
    hosts: facebookHosts,
    permalink: ({ accountId }) => `${home}/profile.php?id=${accountId}`,
  },
  {
    kind: 'profile',
    path: new RegExp(`^/${handle}/?(?:\\?|$)`),
    hosts: facebookHosts,
    permalink: groups => `${home}/${groups['handle']}`,
  },
];

/** What an address identifies. Conversations belong to Messenger, which shares these hosts. */
export function identifyFacebook(address: URL): PostAddress | undefined {
  const found = identifyBy(patterns, [...facebookHosts, watchHost], address);
  return found?.postId === undefined ? found : (commentOn(found, address) ?? found);
}

/** The comment named in the query of its post's address. The post's author says nothing about who commented. */
function commentOn(post: PostAddress, address: URL): PostAddress | undefined {
  const comment = commentId(address.searchParams.get('comment_id'));
  const reply = commentId(address.searchParams.get('reply_comment_id'));
  const postId = reply ?? comment;
  if (postId === undefined || post.postId === undefined) return undefined;
  const query = new URLSearchParams({
    ...(comment !== undefined && { comment_id: comment }),
    ...(reply !== undefined && { reply_comment_id: reply }),
  });
  const ids = {
    ...post.ids,
    ...(post.handle !== undefined && { ownerHandle: post.handle }),
    ...(post.accountId !== undefined && { ownerId: post.accountId }),
    ...(reply !== undefined && comment !== undefined && { commentId: comment }),
  };
  return {
    kind: reply === undefined ? 'comment' : 'reply',
    postId,
    parentId: post.postId,
    ...(Object.keys(ids).length > 0 && { ids }),
    permalink: `${post.permalink}${post.permalink.includes('?') ? '&' : '?'}${query}`,
  };
}

/** A number, or base 64 of `comment:<post>_<number>` as in current addresses (from memory, 2026-11-21). */
function commentId(text: string | null): string | undefined {
  if (text === null || !/^[\w=+/-]{1,200}$/.test(text)) return undefined;
  if (/^\d{1,25}$/.test(text)) return text;
  try {
    return /^comment:\d+_(\d{1,25})$/.exec(atob(text))?.[1];
  } catch {
    return undefined;
  }
}
