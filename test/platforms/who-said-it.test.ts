// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { platformFor } from '../../src/platforms/index.ts';

/*
 * Kinds of pages on which a name or the words of somebody else stand where those of the author are expected: what a post
 * answers, quotes, forwards or shares, and who likes, boosts or comments on it. Each row has its page, and of the last
 * block with a piece of its words all that may be said; what is undefined must not be said.
 */
interface Row {
  readonly what: string;
  readonly address: string;
  readonly page: string;
  readonly piece: string;
  readonly account: Readonly<Record<string, string | undefined>>;
  readonly text: string | undefined;
  /** The number, where it is what could be mistaken. */
  readonly postId?: string | undefined;
}

const facebook = 'https://www.facebook.com/';
const rows: readonly Row[] = [
  {
    what: 'a friend who commented on another’s post',
    address: facebook,
    page: `<div role="feed"><div><div><span><strong><a href="/friend.sample">Friend</a></strong> commented on <a href="/groups/55/posts/777/">this post</a>.</span></div>
      <div><h4><a href="/mean.sample">Mean Sample</a></h4></div><a href="/groups/55/posts/777/">1 d</a><div data-ad-preview="message">I will find you</div></div></div>`,
    piece: 'I will find you',
    account: {},
    text: undefined,
  },
  {
    what: 'a group above the one who wrote in it',
    address: facebook,
    page: `<div role="feed"><div><h4><a href="/groups/town/"><strong>Town</strong></a></h4><div><span><strong><a href="/groups/town/user/100044/">Gus Sample</a></strong></span><a href="/groups/town/posts/9001/">2h</a></div>
      <div data-ad-preview="message">I will find you</div></div></div>`,
    piece: 'I will find you',
    account: { displayName: 'Gus Sample', accountId: '100044' },
    text: 'I will find you',
  },
  {
    what: 'somebody anonymous who shares another’s post',
    address: 'https://www.facebook.com/groups/55/',
    page: `<div role="feed"><div><strong>Anonymous participant</strong><a href="/groups/55/posts/801/">5 h</a><div data-ad-preview="message">I will find you</div>
      <div><strong><a href="/quiet.sample">Quiet Sample</a></strong></div><div data-ad-preview="message">My garden</div></div></div>`,
    piece: 'I will find you',
    account: {},
    text: undefined,
  },
  {
    what: 'a film that somebody shares, where the post’s own link is hidden',
    address: facebook,
    page: `<div role="feed"><div><h4><a href="/sam.sample">Sam Sample</a> shared a <a href="/reel/999888/">reel</a>.</h4><a href="#">2h</a><div data-ad-preview="message">I will find you</div></div></div>`,
    piece: 'I will find you',
    account: { handle: 'sam.sample', displayName: 'Sam Sample' },
    text: 'I will find you',
    postId: undefined,
  },
  {
    what: 'an answer whose author is not linked and whose addressee is',
    address: 'https://www.facebook.com/kim.sample/posts/pfbid0KimKimKimKim1',
    page: `<div role="article" aria-label="Reply by Gone to Kim Sample’s comment 2 hours ago"><span>Gone</span><div><span>Replying to <a href="/kim.sample">Kim Sample</a></span></div>
      <div dir="auto">I will find you</div></div>`,
    piece: 'I will find you',
    account: {},
    text: 'I will find you',
  },
  {
    what: 'lines between name and caption',
    address: 'https://www.instagram.com/',
    page: `<main><article><div><a href="/dora.sample/">dora.sample</a><span dir="auto">•</span></div><section><span dir="auto">1,234 likes</span></section>
      <div><a href="/dora.sample/">dora.sample</a> <span dir="auto">my caption</span></div><a href="/p/DAaaBbbCcc2/"><time datetime="2026-02-01T10:00:00.000Z">3d</time></a></article></main>`,
    piece: 'my caption',
    account: { handle: 'dora.sample' },
    text: 'my caption',
  },
  {
    what: 'a post without a caption',
    address: 'https://www.instagram.com/',
    page: `<main><article><div><a href="/dora.sample/">dora.sample</a></div><section><span dir="auto">1,234 likes</span></section><a href="/p/DAaaBbbCcc2/"><time datetime="2026-02-01T10:00:00.000Z">3d</time></a></article></main>`,
    piece: 'likes',
    account: { handle: 'dora.sample' },
    text: undefined,
  },
  {
    what: 'a comment of an account that is gone, between others',
    address: 'https://www.instagram.com/p/DAaaBbbCcc3/',
    page: `<main><a href="/owner.sample/">owner.sample</a><ul><li><a href="/eve_sample/">eve_sample</a><a href="/p/DAaaBbbCcc3/c/17900000000000031/"><time datetime="2026-01-02T00:00:00.000Z">2w</time></a><span dir="auto">nice</span></li>
      <li><span dir="auto">Instagram user</span><a href="/p/DAaaBbbCcc3/c/17900000000000032/"><time datetime="2026-01-02T00:00:00.000Z">2w</time></a><span dir="auto">I will find you</span></li></ul></main>`,
    piece: 'I will find you',
    account: {},
    text: undefined,
  },
  {
    what: 'whom a post answers',
    address: 'https://www.threads.com/@ring.sample/post/DbAAbbCCdd1',
    page: `<div data-pressable-container="true"><div><a href="/@ring.sample"><span dir="auto">ring.sample</span></a><a href="/@ring.sample/post/DbAAbbCCdd1"><time datetime="2026-07-01T10:00:00.000Z">1h</time></a></div>
      <div><span dir="auto">Replying to <a href="/@kim.sample">@kim.sample</a></span></div><div><span dir="auto">I will find you</span></div></div>`,
    piece: 'I will find you',
    account: { handle: 'ring.sample' },
    text: 'I will find you',
  },
  {
    what: 'words that mention somebody',
    address: 'https://www.threads.com/@ring.sample/post/DbAAbbCCdd1',
    page: `<div data-pressable-container="true"><div><a href="/@ring.sample"><span dir="auto">ring.sample</span></a><a href="/@ring.sample/post/DbAAbbCCdd1"><time datetime="2026-07-01T10:00:00.000Z">1h</time></a></div>
      <div><span dir="auto">I will reply to <a href="/@kim.sample">@kim.sample</a></span></div></div>`,
    piece: 'I will reply',
    account: { handle: 'ring.sample' },
    text: 'I will reply to @kim.sample',
  },
  {
    what: 'a mark beside the name',
    address: 'https://www.tiktok.com/@robin.sample/video/7300000000000000001',
    page: `<div><div data-e2e="comment-username-1"><a href="/@robin.sample"><p>Robin Sample</p></a><span> · </span><span>Creator</span></div><span data-e2e="comment-level-1">stop this</span></div>`,
    piece: 'stop this',
    account: { handle: 'robin.sample', displayName: 'Robin Sample' },
    text: 'stop this',
  },
  {
    what: 'the words of a post that is passed on',
    address: 'https://www.reddit.com/r/aa/comments/1aaaaa/x/',
    page: `<shreddit-post id="t3_1aaaaa" author="kim_sample" post-title="Look"><div slot="post-media-container"><div id="t3_1bbbbb-post-rtjson-content">I will find you</div></div></shreddit-post>`,
    piece: 'I will find you',
    account: { handle: 'kim_sample' },
    text: 'Look',
  },
  {
    what: 'the words of a post that is passed on, on the old pages',
    address: 'https://old.reddit.com/r/aa/comments/1aaaab/x/',
    page: `<div class="thing link" data-fullname="t3_1aaaab" data-author="kim_sample"><a class="title" href="/r/aa/">Look</a><div class="crosspost-preview"><div class="usertext-body"><div class="md">I will find you</div></div></div></div>`,
    piece: 'I will find you',
    account: { handle: 'kim_sample' },
    text: 'Look',
  },
  {
    what: 'a quotation whose words can be selected',
    address: 'https://web.whatsapp.com/',
    page: `<div id="main"><div role="row"><div data-id="3EB0E65E341B647932F502"><div data-pre-plain-text="[8:20 PM, 6/13/2026] Kim: "><div role="button"><span class="selectable-text">Mean Sample</span><span class="selectable-text quoted-mention">I will find you</span></div>
      <span class="selectable-text">leave me alone</span></div></div></div></div>`,
    piece: 'leave me alone',
    account: { displayName: 'Kim' },
    text: 'leave me alone',
  },
  {
    what: 'the messages of two people in one row',
    address: 'https://web.whatsapp.com/',
    page: `<div id="main"><div role="row"><div data-id="false_120363000000000001@g.us_3EB0E65E341B647932F511_447700900001@c.us"><img src="blob:x"></div>
      <div data-id="false_120363000000000001@g.us_3EB0E65E341B647932F512_447700900002@c.us"><div data-pre-plain-text="[20:20, 13/06/2026] Mean Sample: "><span class="selectable-text">I will find you</span></div></div></div></div>`,
    piece: 'I will find you',
    account: { displayName: 'Mean Sample', accountId: '+447700900002' },
    text: 'I will find you',
  },
  {
    what: 'the words of the other above an answer',
    address: 'https://www.facebook.com/messages/t/1000',
    page: `<div data-scope="messages_table" data-message-id="mid.$abc1" aria-label="At 3:08 AM, Kim Sample: leave me alone"><div dir="auto">I will find you</div><div dir="auto">leave me alone</div></div>`,
    piece: 'leave me alone',
    account: { displayName: 'Kim Sample' },
    text: 'leave me alone',
  },
  {
    what: 'several texts of which the label says nothing',
    address: 'https://www.facebook.com/messages/t/1000',
    page: `<div data-scope="messages_table" data-message-id="mid.$abc1"><div dir="auto">I will find you</div><div dir="auto">leave me alone</div></div>`,
    piece: 'leave me alone',
    account: {},
    text: undefined,
  },
  {
    what: 'a message that is forwarded',
    address: 'https://discord.com/channels/111111111111111111/222222222222222222',
    page: `<li id="chat-messages-222222222222222222-444444444444444443"><span id="message-username-444444444444444443"><span class="username_x">Kim</span></span>
      <div id="message-accessories-444444444444444443"><div id="message-content-444444444444444443">I will find you</div></div></li>`,
    piece: 'I will find you',
    account: { displayName: 'Kim' },
    text: undefined,
  },
  {
    what: 'somebody who likes the post of a member without a link',
    address: 'https://www.linkedin.com/feed/',
    page: `<div role="listitem" componentkey="expandedFeedType_A"><p><a href="https://www.linkedin.com/in/ann-sample/">Ann Sample</a> likes this</p><p>LinkedIn Member</p><p>2h</p>
      <span data-testid="expandable-text-box">I will find you</span></div>`,
    piece: 'I will find you',
    account: {},
    text: 'I will find you',
  },
  {
    what: 'a quotation without links in a post without words',
    address: 'https://bsky.app/',
    page: `<div data-testid="feedItem-by-kim.bsky.social"><a href="/profile/kim.bsky.social">Kim</a><div role="link"><span>Mean</span><div data-testid="postText">I will find you</div></div></div>`,
    piece: 'I will find you',
    account: { handle: 'kim.bsky.social', displayName: 'Kim' },
    text: undefined,
  },
  {
    what: 'who boosted a post',
    address: 'https://mastodon.social/home',
    page: `<div class="status__wrapper"><div class="status__prepend"><a href="/@boo"><strong class="display-name__html">Boo</strong></a> boosted</div>
      <div class="status"><strong class="display-name__html">Mean</strong><span class="display-name__account">@mean</span><div class="status__content__text">I will find you</div></div></div>`,
    piece: 'I will find you',
    account: { handle: 'mean@mastodon.social', displayName: 'Mean' },
    text: 'I will find you',
  },
  {
    what: 'the words of several blogs in one post',
    address: 'https://www.tumblr.com/dashboard',
    page: `<article><a href="/kind-sample">kind-sample</a><a href="/kind-sample/790000000000000001"><time>1d</time></a><a href="/mean-sample">mean-sample</a><p>I will find you</p></article>`,
    piece: 'I will find you',
    account: { handle: 'kind-sample' },
    text: undefined,
  },
  {
    what: 'a threat that its victim quotes',
    address: 'https://steamcommunity.com/app/10/discussions/0/3000000000000000001/',
    page: `<div class="commentthread_comment" id="comment_4001"><a class="commentthread_author_link" href="https://steamcommunity.com/id/kim" data-miniprofile="1">Kim</a>
      <div class="commentthread_comment_text"><blockquote class="bb_blockquote"><div class="bb_quoteauthor">Originally posted by Mean:</div>I will find you</blockquote>leave me alone</div></div>`,
    piece: 'leave me alone',
    account: { handle: 'kim', displayName: 'Kim' },
    text: '> Originally posted by Mean:\n> I will find you\nleave me alone',
  },
  {
    what: 'a post that a member of a forum shows in a box',
    address: 'https://forum.example.org/t/x/5',
    page: `<article data-post-id="610" data-topic-id="5"><div class="names"><a data-user-card="kim" href="/u/kim">kim</a></div><div class="cooked"><p>look at this</p><aside class="onebox"><h4>Mean</h4><p>I will find you</p></aside></div></article>`,
    piece: 'look at this',
    account: { handle: 'kim' },
    text: 'look at this\n\n> Mean\n\n> I will find you',
  },
  {
    what: 'answers in a list of their own',
    address: 'https://news.example.org/story',
    page: `<div class="comment" id="comment-1"><p>leave me alone</p><div class="replies"><div><b class="author">Mean</b><p>I will find you</p></div></div></div>`,
    piece: 'leave me alone',
    account: {},
    text: undefined,
  },
  {
    what: 'a quotation in a box of its own',
    address: 'https://forum.example.org/t/5',
    page: `<div class="post" id="post-4"><b class="author">Kim</b><div class="post-body"><div class="quoted-message">I will find you</div>leave me alone</div></div>`,
    piece: 'leave me alone',
    account: { displayName: 'Kim' },
    text: '> I will find you\nleave me alone',
  },
  {
    what: 'a comment that the page’s data gives the address of the page',
    address: 'https://news.example.org/story',
    page: `<script type="application/ld+json">{"@type":"Comment","url":"https://news.example.org/story","author":{"name":"Mean"}}</script>
      <article><a rel="bookmark" href="/story">link</a><div class="entry-content">the story</div></article><div class="comment">I will find you</div>`,
    piece: 'the story',
    account: {},
    text: 'the story',
  },
  {
    what: 'a comment below a post of a channel',
    address: 'https://www.youtube.com/post/UgkxAbCdEfGh',
    page: `<ytd-backstage-post-renderer><a id="author-text" href="/@kim"><span>Kim</span></a><span id="published-time-text"><a href="/post/UgkxAbCdEfGh">1 day ago</a></span><div id="content-text">my news</div>
      <ytd-comment-view-model><a id="author-text" href="/@mean"><span>@mean</span></a><div id="content-text">I will find you</div></ytd-comment-view-model></ytd-backstage-post-renderer>`,
    piece: 'my news',
    account: { handle: 'kim', displayName: 'Kim' },
    text: 'my news',
    postId: 'UgkxAbCdEfGh',
  },
  {
    what: 'a comment below a post of a channel, by its owner',
    address: 'https://www.youtube.com/post/UgkxAbCdEfGh',
    page: `<ytd-comment-view-model><a id="author-text" style="display:none" href="/@kim"><span>@kim</span></a><span id="author-comment-badge"><a id="name" href="/@kim">@kim</a></span>
      <span id="published-time-text"><a href="/post/UgkxAbCdEfGh?lc=UgxCCC">1 day ago</a></span><div id="content-text">leave me alone</div></ytd-comment-view-model>`,
    piece: 'leave me alone',
    account: { handle: 'kim' },
    text: 'leave me alone',
  },
];

describe('who said it', () => {
  it.each(rows)('is not confused by $what', row => {
    const { address, page, piece, account, text } = row;
    document.documentElement.innerHTML = `<body>${page}</body>`;
    const url = new URL(address);
    const platform = platformFor(url);
    const post = platform.posts(document).findLast(each => each.textContent?.includes(piece));
    const read = platform.read(post!, url, { language: 'en-GB', zone: 'Europe/London' });
    const { profileAddress: _profile, ...said } = read.account;
    expect(said).toMatchObject(account);
    expect(Object.keys(said).filter(each => !['accountId', ...Object.keys(account)].includes(each))).toEqual(
      [],
    );
    expect(read.text).toBe(text);
    if ('postId' in row) expect(read.postId).toBe(row.postId);
  });

  it('is no handle that somebody chose as a name', () => {
    document.body.innerHTML = `<article data-testid="tweet"><div data-testid="User-Name"><a href="/kim">Kim</a></div><div role="link"><div data-testid="User-Name"><span>@innocent_i</span><span>@mean_m</span></div>
      <div data-testid="tweetText">I will find you</div></div></article>`;
    const address = new URL('https://x.com/home');
    const platform = platformFor(address);
    const read = platform.read(platform.posts(document)[0]!, address, { language: 'en-GB', zone: 'UTC' });
    expect(read.related).toEqual([
      { relation: 'quoted', account: { displayName: '@innocent_i' }, text: 'I will find you' },
    ]);
  });
});
