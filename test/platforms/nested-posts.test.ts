// @vitest-environment happy-dom
import { expectNothingWrong, type Row, threat } from './nested.ts';

/* The third examination, see `nested.ts`: shares within shares, chains of answers, groups and live chats. */
const facebook = 'https://www.facebook.com/';
const chat = 'https://www.youtube.com/live_chat?v=nS9McwlWGzo';
const feed = (inside: string) =>
  `<div role="main"><div role="feed"><div aria-posinset="1">${inside}</div></div></div>`;
const line = (handle: string, name: string) =>
  `<div data-ad-rendering-role="profile_name"><h4><a href="https://www.facebook.com/${handle}"><b>${name}</b></a></h4></div>`;
const fbWords = (text: string) => `<div data-ad-preview="message"><div dir="auto">${text}</div></div>`;
const link = (handle: string, id: string) =>
  `<a href="https://www.facebook.com/${handle}/posts/${id}">2h</a>`;
const fbComment = (label: string, inside: string) =>
  `<div role="article" aria-label="${label}">${inside}</div>`;
const fbName = (handle: string, name: string) =>
  `<a href="https://www.facebook.com/${handle}?comment_id=Y"><span dir="auto">${name}</span></a>`;
const auto = (text: string) => `<div dir="auto">${text}</div>`;
const live = (inside: string, tag = 'text-message') =>
  `<yt-live-chat-${tag}-renderer id="ChwKGkNJSDAwMDAwMDAwMQ">${inside}</yt-live-chat-${tag}-renderer>`;

const rows: readonly Row[] = [
  {
    what: 'a share of a share',
    address: facebook,
    piece: 'my own words',
    account: {
      displayName: 'Ann Sample',
      handle: 'ann.sample',
      profileAddress: 'https://www.facebook.com/ann.sample',
    },
    text: 'my own words',
    related: 'reposted',
    page: feed(
      `${line('ann.sample', 'Ann Sample')}${link('ann.sample', 'pfbid0Aaa000000000001')}${fbWords('my own words')}<div role="article">${line('bob.sample', 'Bob Sample')}${link('bob.sample', 'pfbid0Bbb000000000001')}${fbWords('between')}<div role="article">${line('mean.sample', 'Mean Sample')}${link('mean.sample', 'pfbid0Ccc000000000001')}${fbWords(threat)}</div></div>`,
    ),
  },
  {
    what: 'a share without words of a share',
    address: facebook,
    piece: threat,
    account: {
      displayName: 'Ann Sample',
      handle: 'ann.sample',
      profileAddress: 'https://www.facebook.com/ann.sample',
    },
    text: undefined,
    related: 'reposted',
    page: feed(
      `${line('ann.sample', 'Ann Sample')}${link('ann.sample', 'pfbid0Aaa000000000001')}<div>${line('bob.sample', 'Bob Sample')}${link('bob.sample', 'pfbid0Bbb000000000001')}<div>${line('mean.sample', 'Mean Sample')}${link('mean.sample', 'pfbid0Ccc000000000001')}${fbWords(threat)}</div></div>`,
    ),
  },
  {
    what: 'a post in a group by somebody whose name leads to the group',
    address: 'https://www.facebook.com/groups/55/',
    piece: threat,
    account: {
      displayName: 'Gus Sample',
      accountId: '100044',
      profileAddress: 'https://www.facebook.com/profile.php?id=100044',
    },
    text: threat,
    page: feed(
      `<h3><a href="/groups/55/user/100044/">Gus Sample</a></h3><span>to <a href="/groups/55/">Town</a></span><a href="/groups/55/posts/9001/">2h</a>${fbWords(threat)}`,
    ),
  },
  {
    what: 'a post on the wall of another',
    address: facebook,
    piece: threat,
    account: {
      displayName: 'Gus Sample',
      handle: 'gus.sample',
      profileAddress: 'https://www.facebook.com/gus.sample',
    },
    text: threat,
    page: feed(
      `<h4><a href="/gus.sample">Gus Sample</a> ▸ <a href="/victim.sample">Victim Sample</a></h4><a href="#">2h</a>${fbWords(threat)}`,
    ),
  },
  {
    what: 'an answer to an answer that begins with the one it answers',
    address: facebook,
    piece: threat,
    account: {
      displayName: 'Bob Sample',
      handle: 'bob.sample',
      profileAddress: 'https://www.facebook.com/bob.sample',
    },
    text: `Ann Sample ${threat}`,
    page: feed(
      `${line('page.sample', 'Page')}${link('page.sample', 'pfbid0Aaa000000000001')}${fbWords('post')}${fbComment('Reply by Bob Sample to Ann Sample’s comment 1 hour ago', `${fbName('bob.sample', 'Bob Sample')}<div dir="auto"><a href="/ann.sample">Ann Sample</a> ${threat}</div><a href="https://www.facebook.com/page.sample/posts/pfbid0Aaa000000000001?comment_id=1&amp;reply_comment_id=2">1h</a>`)}`,
    ),
  },
  {
    what: 'a comment in French that is changed',
    address: facebook,
    piece: threat,
    account: {
      displayName: 'Bob Sample',
      handle: 'bob.sample',
      profileAddress: 'https://www.facebook.com/bob.sample',
    },
    text: threat,
    page: feed(
      `${line('page.sample', 'Page')}${link('page.sample', 'pfbid0Aaa000000000001')}${fbWords('post')}${fbComment('Commentaire de Bob Sample il y a 1 heure', `${fbName('bob.sample', 'Bob Sample')}${auto(threat)}<a href="https://www.facebook.com/page.sample/posts/pfbid0Aaa000000000001?comment_id=12">1 h</a><div role="button">Modifié</div>`)}`,
    ),
  },
  {
    what: 'a comment whose label names another than its link',
    address: facebook,
    piece: threat,
    account: {},
    text: threat,
    page: feed(
      `${line('page.sample', 'Page')}${link('page.sample', 'pfbid0Aaa000000000001')}${fbWords('post')}${fbComment('Comment by Bob Sample', `${fbName('ann.sample', 'Ann Sample')}${auto(threat)}`)}`,
    ),
  },
  {
    what: 'who answered, below a comment',
    address: facebook,
    piece: threat,
    account: {
      displayName: 'Bob Sample',
      handle: 'bob.sample',
      profileAddress: 'https://www.facebook.com/bob.sample',
    },
    text: threat,
    page: feed(
      `${line('page.sample', 'Page')}${link('page.sample', 'pfbid0Aaa000000000001')}${fbWords('post')}${fbComment('Comment by Bob Sample', `${fbName('bob.sample', 'Bob Sample')}${auto(threat)}<div role="button"><span>Ann Sample replied · 3 replies</span></div>`)}`,
    ),
  },
  {
    what: 'a paid message',
    address: chat,
    piece: threat,
    account: { handle: 'mean1' },
    text: threat,
    page: live(
      `<div id="header"><span id="author-name">@mean1</span><span id="purchase-amount">£5.00</span><span id="timestamp">9:41 PM</span></div><div id="content"><div id="message">${threat}</div></div>`,
      'paid-message',
    ),
  },
  {
    what: 'a removed message of a live chat',
    address: chat,
    piece: 'retracted',
    account: { handle: 'mean1' },
    text: undefined,
    page: live(
      '<span id="timestamp">9:41 PM</span><span id="author-name">@mean1</span><span id="message"></span><span id="deleted-state">message retracted</span>',
    ),
  },
  {
    what: 'a new member of a live chat',
    address: chat,
    piece: 'Welcome',
    account: { handle: 'kim1' },
    text: undefined,
    page: live(
      '<div id="header"><span id="author-name">@kim1</span><div id="header-subtext">Welcome to Members!</div><span id="timestamp">9:41 PM</span></div>',
      'membership-item',
    ),
  },
  {
    what: 'a message of a live chat that answers another',
    address: chat,
    piece: threat,
    account: { handle: 'mean1' },
    text: threat,
    page: live(
      `<div id="before-content-buttons"><span>Replying to @kim1</span></div><span id="timestamp">9:41 PM</span><span id="author-name">@mean1</span><span id="message">${threat}</span>`,
    ),
  },
  {
    what: 'a quotation within a quotation on Threads',
    address: 'https://www.threads.com/@ann.sample/post/DbL4LxBl6v9',
    piece: 'my words',
    account: { handle: 'ann.sample', profileAddress: 'https://www.threads.com/@ann.sample' },
    text: 'my words',
    related: 'quoted',
    page: `<main><div data-pressable-container="true"><a href="/@ann.sample" role="link"><span>ann.sample</span></a><a href="/@ann.sample/post/DbL4LxBl6v9"><time datetime="2026-07-24T18:24:56.000Z">1d</time></a><div><span dir="auto"><span>my words</span></span></div><div data-pressable-container="true"><a href="/@bob.sample" role="link"><span>bob.sample</span></a><a href="/@bob.sample/post/DbQuoted01"><time datetime="2026-07-24T10:00:00.000Z">2d</time></a><div><span dir="auto"><span>between</span></span></div><div data-pressable-container="true"><a href="/@mean.sample" role="link"><span>mean.sample</span></a><a href="/@mean.sample/post/DbQuoted02"><time datetime="2026-07-23T10:00:00.000Z">3d</time></a><div><span dir="auto"><span>${threat}</span></span></div></div></div></div></main>`,
  },
  {
    what: 'a comment deep in a chain on Reddit',
    address: 'https://www.reddit.com/r/sample/comments/1pzbv0z/a_title/',
    piece: threat,
    account: { handle: 'mean_sample', profileAddress: 'https://www.reddit.com/user/mean_sample/' },
    text: threat,
    page: `<main><shreddit-comment thingid="t1_c0ffed" author="ann_sample" permalink="/r/sample/comments/1pzbv0z/comment/c0ffed/" postid="t3_1pzbv0z"><div slot="comment"><p>one</p></div><shreddit-comment thingid="t1_c0ffee" author="[deleted]" parentid="t1_c0ffed" permalink="/r/sample/comments/1pzbv0z/comment/c0ffee/"><div slot="comment"><p>[removed]</p></div><shreddit-comment thingid="t1_c0ffef" author="mean_sample" parentid="t1_c0ffee" permalink="/r/sample/comments/1pzbv0z/comment/c0ffef/"><div slot="comment"><p>${threat}</p></div></shreddit-comment></shreddit-comment></shreddit-comment></main>`,
  },
  {
    what: 'an answer on TikTok below a comment without one',
    address: 'https://www.tiktok.com/@robin.sample/video/7206382937372134662',
    piece: threat,
    account: { handle: 'mean.sample', profileAddress: 'https://www.tiktok.com/@mean.sample' },
    text: threat,
    page: `<div class="DivCommentListContainer"><div class="DivCommentObjectWrapper"><div class="DivCommentItemWrapper"><div data-e2e="comment-username-1"><a href="/@ann.sample"><p>Ann</p></a></div><span data-e2e="comment-level-1"></span></div><div class="DivReplyContainer"><div class="DivCommentItemWrapper"><div data-e2e="comment-username-2"><a href="/@mean.sample"><p>mean.sample</p></a></div><span data-e2e="comment-level-2">${threat}</span></div></div></div></div>`,
  },
  {
    what: 'a chain of reblogs on Tumblr',
    address: 'https://www.tumblr.com/dashboard',
    piece: threat,
    account: { handle: 'ann-blog', profileAddress: 'https://www.tumblr.com/ann-blog' },
    text: undefined,
    page: `<article aria-label="ann-blog"><header><a href="/ann-blog">ann-blog</a> <a href="/ann-blog/730460905855467520"><time datetime="2023-10-06T19:50:05.000Z">Oct 6</time></a></header><div><a href="/mean-blog">mean-blog</a><div>${threat}</div></div><div><a href="/ann-blog">ann-blog</a><div>no</div></div></article>`,
  },
  {
    what: 'a repost with words on LinkedIn',
    address: 'https://www.linkedin.com/feed/',
    piece: 'my words',
    account: {
      displayName: 'Ann Sample',
      handle: 'ann-sample',
      profileAddress: 'https://www.linkedin.com/in/ann-sample/',
    },
    text: 'my words',
    related: 'reposted',
    page: `<main data-sdui-screen="com.linkedin.sdui.flagshipnav.feed.MainFeed"><div componentkey="expandedabcFeedType_MAIN_FEED" role="listitem"><div><a href="https://www.linkedin.com/in/ann-sample/"><p>Ann Sample</p></a><p>2h •</p><p><span data-testid="expandable-text-box">my words</span></p><div><a href="https://www.linkedin.com/in/mean-sample/"><p>Mean Sample</p></a><p>1d •</p><p><span data-testid="expandable-text-box">${threat}</span></p></div></div></div></main>`,
  },
  {
    what: 'a quotation in a quotation on X',
    address: 'https://x.com/ann_sample/status/1823945883910279168',
    piece: 'my words',
    account: { handle: 'ann_sample', displayName: 'Ann Sample', profileAddress: 'https://x.com/ann_sample' },
    text: 'my words',
    related: 'quoted',
    page: `<article data-testid="tweet"><div data-testid="User-Name"><a href="/ann_sample" role="link"><span>Ann Sample</span></a><a href="/ann_sample" role="link"><span>@ann_sample</span></a><a href="/ann_sample/status/1823945883910279168"><time datetime="2024-08-15T10:00:00.000Z">Aug 15</time></a></div><div data-testid="tweetText"><span>my words</span></div><div role="link"><div data-testid="User-Name"><div><span>Bob Sample</span></div><div><span>@bob_sample</span></div><time datetime="2024-08-14T10:00:00.000Z">Aug 14</time></div><div data-testid="tweetText"><span>between</span></div><div role="link"><div data-testid="User-Name"><div><span>Mean Sample</span></div><div><span>@mean_sample</span></div></div><div data-testid="tweetText"><span>${threat}</span></div></div></div></article>`,
  },
  {
    what: 'a boost of an answer on Mastodon',
    address: 'https://mastodon.social/home',
    piece: threat,
    account: {
      handle: 'mean@other.example',
      displayName: 'Mean',
      profileAddress: 'https://mastodon.social/@mean@other.example',
    },
    text: threat,
    page: `<div class="status__wrapper"><div class="status__prepend"><span><a href="/@ann" class="status__display-name"><bdi><strong>Ann</strong></bdi></a> boosted</span></div><div class="status status-public" data-id="109304800000000000"><a class="status__relative-time" href="/@mean@other.example/109304800000000000"><time datetime="2022-11-07T20:32:00.000Z">4y</time></a><a class="status__display-name" href="/@mean@other.example"><span class="display-name"><bdi><strong class="display-name__html">Mean</strong></bdi> <span class="display-name__account">@mean@other.example</span></span></a><div class="status__content"><div class="status__content__text"><p>${threat}</p></div></div></div></div>`,
  },
  {
    what: 'an answer in a chat of Twitch',
    address: 'https://www.twitch.tv/sample_channel',
    piece: threat,
    account: { handle: 'mean_sample', profileAddress: 'https://www.twitch.tv/mean_sample' },
    text: threat,
    page: `<div class="chat-line__message" data-a-target="chat-line-message"><p title="Replying to @kim: leave me alone">Replying to @kim: leave me alone</p><span class="chat-author__display-name" data-a-target="chat-message-username" data-a-user="mean_sample">mean_sample</span><span data-a-target="chat-line-message-body"><span class="text-fragment" data-a-target="chat-message-text">${threat}</span></span></div>`,
  },
];

expectNothingWrong(rows);
