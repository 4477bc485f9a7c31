/** One post of the synthetic threads. Every name and word is invented. */
interface Entry {
  readonly handle: string;
  readonly name: string;
  readonly at: string;
  readonly text: string;
  readonly quoted?: Omit<Entry, 'quoted'>;
}

const fern = { handle: 'quietfern_demo', name: 'Quiet Fern' };
const gall = { handle: 'oakgall_demo', name: 'Oak Gall' };
const sedge = { handle: 'sedgewren_demo', name: 'Sedge Wren' };

const posts: readonly Entry[] = [
  {
    ...fern,
    at: '2026-03-14T18:02:11.000Z',
    text: 'The allotment open day went well. Thank you to everyone who came along.',
  },
  {
    ...gall,
    at: '2026-03-14T18:40:53.000Z',
    text: '@quietfern_demo Nobody wants you there. Stay away or you will be made to.',
  },
  {
    ...gall,
    at: '2026-03-14T19:10:07.000Z',
    text: '@quietfern_demo I know which bus you take on Thursdays. Sleep well 🌙',
    quoted: { ...fern, at: '2026-03-14T18:02:11.000Z', text: 'The allotment open day went well.' },
  },
  { ...sedge, at: '2026-03-14T19:22:30.000Z', text: '@oakgall_demo Leave her alone.' },
  {
    ...gall,
    at: '2026-03-14T19:31:45.000Z',
    text: '@sedgewren_demo @quietfern_demo You are next on my list, both of you.',
  },
];

/** X's identifiers hold their time: milliseconds since 1288834974657, shifted left by 22 bits. */
function statusId(at: string): string {
  return String(((BigInt(Date.parse(at)) - 1288834974657n) << 22n) + 4096n);
}

/** Where the X-shaped posts stand: `/handle/status/id`. */
export const xPaths: readonly string[] = posts.map(post => `/${post.handle}/status/${statusId(post.at)}`);

/** A conversation shaped like X's, as it is shown at the address of one of its posts. */
export function xThread(): string {
  return shell(
    'Conversation / X-shaped sample',
    `<header class="top">Post <small>synthetic sample, not a real site</small></header>
<main role="main"><section aria-label="Conversation">${posts.map(xPost).join('')}</section></main>`,
    `article { border-bottom: 1px solid #cfd9de; padding: 12px 16px; max-width: 600px; margin: 0 auto; display: flex; gap: 12px }
     .avatar { width: 40px; height: 40px; border-radius: 50%; flex: none }
     .name a { color: inherit; text-decoration: none; margin-right: 6px } .name a + a { color: #536471 }
     .quoted { border: 1px solid #cfd9de; border-radius: 12px; padding: 8px; margin-top: 8px }`,
  );
}

function xPost(post: Entry, index: number): string {
  const shown = new Date(post.at).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return `<article data-testid="tweet" role="article" tabindex="0" aria-labelledby="id__p${index}">
  <div data-testid="UserAvatar-Container-${post.handle}"><img class="avatar" alt="" src="/avatar/${post.handle}.svg"></div>
  <div>
    <div class="name" data-testid="User-Name" id="id__p${index}">
      <a href="/${post.handle}"><b>${post.name}</b></a><a href="/${post.handle}">@${post.handle}</a> ·
      <a href="${xPaths[index]}"><time datetime="${post.at}">${shown} · 14 Mar 2026</time></a>
    </div>
    <div data-testid="tweetText" lang="en" dir="auto"><span>${post.text}</span></div>
    ${post.quoted ? xQuoted(post.quoted) : ''}
    <div role="group"><button data-testid="reply">3</button> <button data-testid="retweet">1</button> <button data-testid="like">12</button></div>
  </div>
</article>`;
}

function xQuoted(post: Omit<Entry, 'quoted'>): string {
  return `<div class="quoted" aria-labelledby="id__quoted"><div id="id__quoted">
    <div data-testid="User-Name"><span><b>${post.name}</b></span> <span>@${post.handle}</span> · <time datetime="${post.at}">6:02 PM</time></div>
    <div data-testid="tweetText" lang="en"><span>${post.text}</span></div></div></div>`;
}

/** The page of an account shaped like X's, with the data for machines that such a page holds. */
export function xProfile(handle: string): string | undefined {
  const post = posts.find(each => each.handle === handle);
  if (post === undefined) return undefined;
  const person = {
    '@type': 'Person',
    additionalName: handle,
    givenName: post.name,
    identifier: '1400000000000000001',
  };
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: person,
  });
  return shell(
    `${post.name} / X-shaped sample`,
    `<script type="application/ld+json" data-testid="UserProfileSchema-test">${data}</script>
<header class="top">${post.name} <small>synthetic sample, not a real site</small></header>
<main role="main"><div data-testid="UserName"><span>${post.name}</span> <span>@${handle}</span></div></main>`,
    '',
  );
}

/** A forum's thread: posts with anchors, a signature, a fixed notice. */
export function forumThread(): string {
  const body = posts
    .map(
      (post, index) => `<article class="post" id="p${4100 + index}">
  <header><a href="/member/${post.handle}">${post.name}</a>
    <a href="/thread/77-open-day#p${4100 + index}"><time datetime="${post.at}">14 March 2026</time></a></header>
  <div class="body"><p>${post.text}</p><p>${'Filler so that the thread is longer than a window. '.repeat(8)}</p></div>
</article>`,
    )
    .join('');
  return shell(
    'Open day — Potting Shed Forum (sample)',
    `<header class="top">Potting Shed Forum <small>synthetic sample</small></header>
<main><h1>Open day</h1>${body}</main><div class="notice">This forum uses no cookies.</div>`,
    `.post { border: 1px solid #bbb; margin: 16px auto; max-width: 760px; padding: 12px } .post header { border-bottom: 1px solid #ddd }
     .notice { position: fixed; bottom: 0; left: 0; right: 0; background: #333; color: #fff; padding: 8px }`,
  );
}

/** A chat whose messages scroll inside a pane, as chats do; the page itself does not scroll. */
export function chatPage(): string {
  const messages = Array.from({ length: 40 }, (_, index) => {
    const post = posts[index % posts.length] ?? posts[0];
    return post
      ? `<div class="message" role="listitem"><b>${post.name}</b> <time datetime="${post.at}">${index + 1} min ago</time><p>${post.text}</p></div>`
      : '';
  }).join('');
  return shell(
    'Chat (sample)',
    `<div class="chat"><nav>Quiet Fern<br>Oak Gall</nav><div class="pane" role="list" tabindex="0">${messages}</div></div>`,
    `html, body { height: 100% } .chat { display: flex; height: 100vh } nav { width: 220px; background: #eee; padding: 12px }
     .pane { flex: 1; overflow: auto; padding: 12px } .message { background: #eef6ff; border-radius: 8px; margin: 8px 0; padding: 8px }`,
  );
}

function shell(title: string, body: string, style: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>
  body { margin: 0; font: 15px/1.4 "DejaVu Sans", sans-serif; color: #0f1419; background: #fff }
  .top { position: sticky; top: 0; background: #fffd; border-bottom: 1px solid #cfd9de; padding: 12px 16px; font-weight: bold; z-index: 1 }
  ${style}
</style><body>${body}</body></html>`;
}

/** A round picture for an account, coloured by its name. */
export function avatar(handle: string): string {
  const hue = [...handle].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="hsl(${hue} 60% 60%)"/></svg>`;
}
