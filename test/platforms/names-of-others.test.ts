// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { platformFor } from '../../src/platforms/index.ts';

/*
 * A second examination, by somebody who did not write the readers (2026-11-30): pages on which a member is marked like an
 * author and is none, labels and badges in the place of a name, and quotations that nothing parts from the quoter’s words.
 */
const threat = 'I will find you';
const words = `<div class="comment-text">${threat}</div>`;
const body = `<div class="message-body">${threat}</div>`;
const lee = '<a class="username" href="/u/lee">Lee Sample</a>';
const story = 'https://news.example.org/story';

function read(page: string, address = story) {
  document.documentElement.innerHTML = `<head></head><body>${page}</body>`;
  const url = new URL(address);
  const platform = platformFor(url);
  const post = platform.posts(document).findLast(each => each.textContent?.includes(threat));
  return platform.read(post!, url, { language: 'en-GB', zone: 'Europe/London' });
}

const comment = (inside: string) => `<div class="comment" id="comment-7">${inside}</div>`;
const chat = (inside: string) => `<div role="log"><div class="msg" data-message-id="7">${inside}</div></div>`;

describe('nobody is named where the page leaves open who wrote', () => {
  it.each([
    // Below the words stands who answers, reads, likes or recommends them.
    `${words}<div class="moderator-response"><span class="author">Lee Sample</span><p>Stop it</p></div>`,
    `${words}<div class="official"><span class="author">Lee Sample</span><p>Thank you for telling us about all this, we will look.</p></div>`,
    `${words}<div>${lee}</div>`,
    `${words}<div class="testimonial"><p>Nice</p><span class="author">Lee Sample</span></div>`,
    `<b>Anonymous</b>${words}<form class="answer-form"><span class="author">Lee Sample</span><textarea></textarea></form>`,
    `${words}${lee} is typing…`,
    `${words}${lee} and 3 others agree`,
    `${words}${lee} agrees with this`,
    // A line above the name says that it is that of another.
    `<div>Regarding</div>${lee}${words}`,
    `<div>Forwarded from</div>${lee}${words}`,
    `<div>Accepted by</div>${lee}${words}`,
    `<div>Latest reply</div><div>${lee}</div>${words}`,
    `<div>Respondiendo a</div>${lee}${words}`,
    `<div>Odpowiedź dla</div>${lee}${words}`,
    `<div>@Lee kullanıcısına yanıt:</div>${lee}${words}`,
    `<div>返信先:</div>${lee}${words}`,
    `<dl><dt>To</dt><dd>${lee}</dd></dl>${words}`,
    `<dl><dt>Recipient</dt><dd>${lee}</dd></dl>${words}`,
    // A heading is that of an author, of a wall or of a subject: nothing on the page tells which.
    `<h3><a href="/user/lee">Lee Sample</a></h3>${words}`,
    `<h2><a href="/profile/lee">Lee Sample</a></h2><p>2 h</p>${words}`,
    `<header><h4><a href="/@lee">Lee Sample</a></h4></header>${words}`,
    `<h4>Most active members</h4><ul><li>${lee}</li></ul>${words}`,
    // Something else says so: a drawing, a place, what follows in the line.
    `<span>↪</span> ${lee}${words}`,
    `<svg class="icon-reply"></svg> ${lee}${words}`,
    `<span>@</span>${lee}${words}`,
    `<div class="recipients">${lee}</div>${words}`,
    `<div class="assignee">${lee}</div>${words}`,
    `<figure><img src="/a.jpg"><figcaption><span class="author">Lee Sample</span></figcaption></figure>${words}`,
    `${lee} was mentioned${words}`,
    `${lee} zgadza się z tym${words}`,
    `<h3><a href="/user/lee">Lee Sample</a>: the truth</h3>${words}`,
    `${lee}’s wall${words}`,
    `${lee} (liked)${words}`,
    `${lee} – thanked the author${words}`,
    `<div>${lee}</div><div>liked this</div>${words}`,
    `<div>3 people like this</div><ul><li>${lee}</li></ul>${words}`,
    `<div>Between <span class="username">Kim Sample</span> and ${lee}</div>${words}`,
    `<a class="username" href="/u/lee" aria-label="In reply to Lee Sample">Lee Sample</a>${words}`,
    `<span title="Liked by">${lee}</span>${words}`,
    `<div class="quote-block"><span class="author">Lee Sample</span><p>Stop</p></div>${words}`,
    `${words}<div>-----Original Message-----</div><div>From: ${lee}</div>`,
    `<a class="author" href="/group/town">Town Sample</a>${words}`,
    // What stands in the place of a name is none.
    `<span class="author">Moderator</span>${words}`,
    `<span class="username">You</span>${words}`,
    `<span class="username">Vous</span>${words}`,
    `<span class="username">You to Lee Sample</span>${words}`,
    `<span class="username">Loading…</span>${words}`,
    `<a class="username" href="/u/lee">Lee Sample’s profile</a>${words}`,
    `<a class="username" href="/u/lee">Avatar of Lee Sample</a>${words}`,
    `<a class="username" href="/u/lee">Ignore Lee Sample</a>${words}`,
    `<a class="username" href="/u/lee">More by Lee Sample</a>${words}`,
    `<span class="username">Lee Sample <small>liked this</small></span>${words}`,
    `<div class="author">Kim Sample<p>I like gardens</p></div>${words}`,
    `<div class="author">Kim Sample<br>Leeds</div>${words}`,
  ])('in the comment %s', inside => expect(read(comment(inside)).account).toEqual({}));

  it.each([
    `${body}<div class="read-receipts">${lee}</div>`,
    `<div class="preview">${lee}<div>Please leave me alone</div></div>${body}`,
    `<div class="message-reference">${lee}<div>Please leave me alone</div></div>${body}`,
    `<div class="context">${lee}<p>Please leave me alone</p></div>${body}`,
    `<button>${lee}: Please leave me alone</button>${body}`,
    // A card of somebody, shown in a chat.
    `<h3><a href="/user/lee">Lee Sample</a>, 34, Leeds</h3><p>You matched</p><p>${threat}</p>`,
    `<div class="card">${lee}, 34, Leeds<p>You matched</p></div><p>${threat}</p>`,
    `<div>${lee}<span>, 34</span><div>Leeds</div><div>You matched</div></div>${body}`,
    `<div class="profile-card">${lee}<div>Leeds</div></div>${body}`,
    `<div>${lee}<div>It’s a match!</div></div>${body}`,
    `<div>You matched with ${lee}</div>${body}`,
    `<div>You and ${lee} are now connected</div>${body}`,
    `${lee} joined the room and wrote “${threat}”`,
    `${lee} was banned for “${threat}”`,
  ])('in the message %s', inside => expect(read(chat(inside)).account).toEqual({}));

  it.each([
    `<table><tr><th>To</th><th>Message</th></tr><tr class="message" id="message-7"><td>${lee}</td><td class="message-body">${threat}</td></tr></table>`,
    `<div role="article" aria-label="Comment by Kim Sample">${lee}<p>${threat}</p></div>`,
    `<article><h1>Story</h1><p>Some words</p><h3>Comments</h3><div>${lee}<p>${threat}</p></div></article>`,
    `<article><h1>Story</h1><div>These are the words of somebody</div><ul><li>${lee} ${threat}</li></ul></article>`,
    `<div role="feed"><article><h4>People you may know</h4><div>${lee}</div><p>${threat}</p></article></div>`,
    `<div class="h-entry"><div class="p-comment h-cite"><a class="p-author h-card" href="https://lee.example">Lee Sample</a><div class="e-content">Oh</div></div><div class="e-content">${threat}</div></div>`,
    `<script type="application/ld+json">{"@type":"Comment","url":"${story}#comment-7","author":{"name":"by Lee Sample on 3 May"}}</script>${comment(words)}`,
    `<article class="message" data-author="" data-content="post-3"><div class="message-body"><div class="bbWrapper">${threat}</div></div></article>`,
  ])('in the block %s', page => expect(read(page).account).toEqual({}));
});

it('is nobody before whose name style writes “to”', () => {
  const real = globalThis.getComputedStyle;
  const spy = vi.spyOn(globalThis, 'getComputedStyle').mockImplementation((element, pseudo) => {
    const style = real.call(globalThis, element);
    if (pseudo !== '::before' || element.id !== 'addressee') return style;
    const written: Readonly<Record<PropertyKey, string>> = { content: '"to "', display: 'inline' };
    return new Proxy(style, { get: (target, key) => written[key] ?? Reflect.get(target, key) });
  });
  expect(read(comment(`<span id="addressee">${lee}</span>${words}`)).account).toEqual({});
  spy.mockRestore();
});

describe('an author is still named', () => {
  it.each([
    `<span class="author">Kim Sample <small>Verified Buyer</small></span>${words}`,
    `<span class="author">Kim Sample <span class="label">Top contributor</span></span>${words}`,
    `<a><span class="Avatar">K</span><span class="username">Kim Sample</span></a>${words}`,
    `<div>Sent by <span class="username">Kim Sample</span></div>${words}`,
    `<span itemprop="creator">Kim Sample</span>${words}`,
    `<span class="username">Kim Sample</span> to ${lee}${words}`,
    `<span class="username">Kim Sample</span> is feeling sad${words}`,
    `<span class="username">Kim Sample</span> added a photo${words}`,
    `${words}<div class="author">Kim Sample</div>`,
    `${words}<div>asked 1 May at 10:00</div><div>${lee.replaceAll('Lee', 'Kim')}</div>`,
    `<span class="comment-text">${threat}</span> – ${lee.replaceAll('Lee', 'Kim')}`,
    `<div>12 votes</div>${lee.replaceAll('Lee', 'Kim')}${words}`,
    `<h3>What are you up to</h3>${lee.replaceAll('Lee', 'Kim')}${words}`,
    `${words}<div>Posted by ${lee.replaceAll('Lee', 'Kim')}</div>`,
  ])('in %s', inside => expect(read(comment(inside)).account).toMatchObject({ displayName: 'Kim Sample' }));
});

interface Row {
  readonly what: string;
  readonly address: string;
  readonly page: string;
  readonly account: object;
  readonly text: string | undefined;
  readonly quoted?: string;
}

const sites: readonly Row[] = [
  {
    what: 'a label that says whom a message answers',
    address: 'https://www.facebook.com/messages/t/1000',
    page: `<div data-scope="messages_table" data-message-id="mid.$abc2" aria-label="At 3:08 AM, Kim Sample replied to Mean Sample: ${threat}"><div dir="auto">${threat}</div></div>`,
    account: {},
    text: threat,
  },
  {
    what: 'two accounts in the place of a name',
    address: 'https://www.tiktok.com/@robin.sample/video/7300000000000000001',
    page: `<div><div data-e2e="comment-username-2"><a href="/@mean.sample"><p>Mean Sample</p></a><span>▸</span><a href="/@kim.sample"><p>Kim Sample</p></a></div><span data-e2e="comment-level-2">${threat}</span></div>`,
    account: { handle: 'mean.sample', profileAddress: 'https://www.tiktok.com/@mean.sample' },
    text: threat,
  },
  {
    what: 'somebody who reposts a post of his own',
    address: 'https://bsky.app/',
    page: `<div data-testid="feedItem-by-kim.bsky.social"><a href="/profile/kim.bsky.social">Reposted by Kim</a><a href="/profile/kim.bsky.social">Kim</a><div data-testid="postText">${threat}</div></div>`,
    account: {
      handle: 'kim.bsky.social',
      displayName: 'Kim',
      profileAddress: 'https://bsky.app/profile/kim.bsky.social',
    },
    text: threat,
  },
  {
    what: 'a link in the words that leads to the author and shows another name',
    address: 'https://bsky.app/',
    page: `<div data-testid="feedItem-by-kim.bsky.social"><div data-testid="postText">${threat} <a href="/profile/kim.bsky.social">Lee Sample</a></div></div>`,
    account: { handle: 'kim.bsky.social', profileAddress: 'https://bsky.app/profile/kim.bsky.social' },
    text: `${threat} Lee Sample`,
  },
  {
    what: 'what a German page calls whoever looks at it',
    address: 'https://web.snapchat.com/',
    page: `<ul><li><header><span class="nonIntl">Ich</span></header><div>${threat}</div></li></ul>`,
    account: {},
    text: undefined,
  },
  {
    what: 'an answer inside a comment whose own name is missing',
    address: 'https://www.youtube.com/watch?v=nS9McwlWGzo',
    page: `<ytd-comment-view-model><span id="published-time-text"><a href="/watch?v=nS9McwlWGzo&lc=UgxCCC">1 day ago</a></span><div id="content-text">${threat}</div><ytd-comment-view-model><a id="author-text" href="/@kim"><span>@kim</span></a><div id="content-text">Oh</div></ytd-comment-view-model></ytd-comment-view-model>`,
    account: {},
    text: threat,
  },
  {
    what: 'a line of the chat inside another',
    address: 'https://www.twitch.tv/kim',
    page: `<div class="vod-message"><div class="chat-line__message"><span class="chat-author__display-name" data-a-user="lee_s">Lee</span></div><span data-a-target="chat-line-message-body">${threat}</span></div>`,
    account: {},
    text: threat,
  },
  {
    what: 'a name among the words of a comment on Steam',
    address: 'https://steamcommunity.com/id/kim',
    page: `<div class="commentthread_comment" id="comment_4009"><div class="commentthread_comment_text"><a class="commentthread_author_link" href="https://steamcommunity.com/id/lee">Lee</a> ${threat}</div></div>`,
    account: {},
    text: `Lee ${threat}`,
  },
  {
    what: 'the author of a page that a post links to',
    address: 'https://mastodon.social/home',
    page: `<div class="status__wrapper"><div class="status"><span class="display-name__account">@kim</span><div class="status__content__text">${threat}</div><div>More from <strong class="display-name__html">Lee Sample</strong></div></div></div>`,
    account: { handle: 'kim@mastodon.social', profileAddress: 'https://mastodon.social/@kim' },
    text: threat,
  },
  {
    what: 'a name in what a program shows below a message',
    address: 'https://discord.com/channels/111111111111111111/222222222222222222',
    page: `<li id="chat-messages-222222222222222222-444444444444444409"><div id="message-content-444444444444444409">${threat}</div><div id="message-accessories-444444444444444409"><span id="message-username-444444444444444409">Lee</span></div></li>`,
    account: {},
    text: threat,
  },
  {
    what: 'a starter pack of somebody else',
    address: 'https://bsky.app/',
    page: `<div data-testid="feedItem-by-kim.bsky.social"><a href="/profile/kim.bsky.social">Kim</a><a href="/starter-pack/lee.bsky.social/3xx"><div data-word-wrap="1">${threat}</div></a></div>`,
    account: {
      handle: 'kim.bsky.social',
      displayName: 'Kim',
      profileAddress: 'https://bsky.app/profile/kim.bsky.social',
    },
    text: undefined,
  },
  {
    what: 'a question that somebody sent to a blog',
    address: 'https://www.tumblr.com/kind-sample/790000000000000003',
    page: `<article><a href="/kind-sample">kind-sample</a><a href="/kind-sample/790000000000000003"><time>1d</time></a><div><p>Anonymous asked:</p><p>${threat}</p></div><p>Leave me alone</p></article>`,
    account: { handle: 'kind-sample', profileAddress: 'https://www.tumblr.com/kind-sample' },
    text: undefined,
  },
  {
    what: 'a threat that a member quotes on Reddit',
    address: 'https://www.reddit.com/r/aa/comments/1aaaac/x/',
    page: `<shreddit-comment thingid="t1_cc3" author="kim_sample"><div slot="comment"><blockquote><p>${threat}</p></blockquote><p>Leave me alone</p></div></shreddit-comment>`,
    account: { handle: 'kim_sample', profileAddress: 'https://www.reddit.com/user/kim_sample/' },
    text: `> ${threat}\n\nLeave me alone`,
    quoted: threat,
  },
  {
    what: 'a threat that a member quotes on Discord',
    address: 'https://discord.com/channels/111111111111111111/222222222222222222',
    page: `<li id="chat-messages-222222222222222222-444444444444444404"><span id="message-username-444444444444444404"><span class="username_x">Kim</span></span><div id="message-content-444444444444444404"><blockquote>${threat}</blockquote>Leave me alone</div></li>`,
    account: { displayName: 'Kim' },
    text: `> ${threat}\nLeave me alone`,
    quoted: threat,
  },
  {
    what: 'a threat that a member quotes on Mastodon',
    address: 'https://mastodon.social/home',
    page: `<div class="status__wrapper"><div class="status"><span class="display-name__account">@kim</span><div class="status__content__text"><blockquote><p>${threat}</p></blockquote><p>Leave me alone</p></div></div></div>`,
    account: { handle: 'kim@mastodon.social', profileAddress: 'https://mastodon.social/@kim' },
    text: `> ${threat}\n\nLeave me alone`,
    quoted: threat,
  },
  {
    what: 'a threat that a member quotes on Telegram A',
    address: 'https://web.telegram.org/a/#-1002465948544',
    page: `<div class="sender-group-container"><div class="Avatar" data-peer-id="100200301"></div><div class="Message" data-message-id="53"><div class="text-content"><blockquote>${threat}</blockquote>Leave me alone</div></div></div>`,
    account: { accountId: '100200301' },
    text: `> ${threat}\nLeave me alone`,
    quoted: threat,
  },
  {
    what: 'a threat that a member quotes on Telegram K, who writes by means of a bot',
    address: 'https://web.telegram.org/k/#-1002465948544',
    page: `<div class="bubbles-group"><div class="bubbles-group-avatar" data-peer-id="100200300"></div><div class="bubble is-in" data-mid="45" data-timestamp="1780000000"><div class="name"><span class="peer-title" data-peer-id="100200300">Kim</span><span class="is-via"> via <span class="peer-title" data-peer-id="999">@saybot</span></span></div><div class="message"><span class="translatable-message"><blockquote>${threat}</blockquote>Leave me alone</span></div></div></div>`,
    account: { accountId: '100200300', displayName: 'Kim' },
    text: `> ${threat}\nLeave me alone`,
    quoted: threat,
  },
  {
    what: 'a threat that a channel quotes',
    address: 'https://t.me/s/invented_news',
    page: `<div class="tgme_widget_message" data-post="invented_news/88"><a class="tgme_widget_message_owner_name" href="https://t.me/invented_news">News</a><div class="tgme_widget_message_text js-message_text"><blockquote>${threat}</blockquote>Leave me alone</div></div>`,
    account: {
      handle: 'invented_news',
      displayName: 'News',
      profileAddress: 'https://t.me/invented_news',
    },
    text: `> ${threat}\nLeave me alone`,
    quoted: threat,
  },
  {
    what: 'the message of a member of a channel in a live chat',
    address: 'https://www.youtube.com/live_chat?is_popout=1&v=nS9McwlWGzo',
    page: `<yt-live-chat-membership-item-renderer id="ChwKGkNQT1W"><span id="author-name">@mean_s</span><div id="header-primary-text">Member for 6 months</div><div id="message">${threat}</div></yt-live-chat-membership-item-renderer>`,
    account: { handle: 'mean_s' },
    text: threat,
  },
];

describe('on known sites', () => {
  it.each(sites)('$what', ({ address, page, account, text, quoted }) => {
    const said = read(page, address);
    expect(said.account).toEqual(account);
    expect(said.text).toBe(text);
    const others = (said.related ?? []).filter(each => each.relation === 'quoted');
    expect(others.map(each => each.text)).toEqual(quoted === undefined ? [] : [quoted]);
  });
});
