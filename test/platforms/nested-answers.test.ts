// @vitest-environment happy-dom
import { expectNothingWrong, type Row, threat } from './nested.ts';

/* The third examination, see `nested.ts`: answers to stories, groups, and changed, removed and shared messages on Messenger and Instagram. */
const messenger = 'https://www.facebook.com/messages/t/100066300129450';
const instagram = 'https://www.instagram.com/direct/t/17842000000000000/';
const messageRow = (label: string, inside: string) =>
  `<div role="main"><div role="row" data-scope="messages_table" data-message-id="mid.$cAAAAAfirst" aria-label="${label}">${inside}</div></div>`;
const auto = (text: string) => `<div dir="auto">${text}</div>`;
const gram = (inside: string) => `<main><div role="grid"><div role="row">${inside}</div></div></main>`;

const rows: readonly Row[] = [
  {
    what: 'an answer in a box with a heading',
    address: messenger,
    piece: threat,
    account: {},
    text: threat,
    page: messageRow(
      `At 3:08 AM, Ash Moor: ${threat}`,
      `<h5>Ash Moor replied to you</h5><div dir="auto">leave me alone</div>${auto(threat)}`,
    ),
  },
  {
    what: 'a changed message',
    address: messenger,
    piece: threat,
    account: { displayName: 'Ash Moor' },
    text: threat,
    page: messageRow(`At 3:08 AM, Ash Moor: ${threat}`, `<span>Edited</span>${auto(threat)}`),
  },
  {
    what: 'a removed message',
    address: messenger,
    piece: 'unsent',
    account: {},
    text: 'Ash Moor unsent a message',
    page: messageRow('At 3:08 AM, Ash Moor unsent a message', auto('Ash Moor unsent a message')),
  },
  {
    what: 'a message that holds the form of a label',
    address: messenger,
    piece: threat,
    account: { displayName: 'Ash Moor' },
    text: `At 3:09 AM, Lee Sample: ${threat}`,
    page: messageRow(
      `At 3:08 AM, Ash Moor: At 3:09 AM, Lee Sample: ${threat}`,
      auto(`At 3:09 AM, Lee Sample: ${threat}`),
    ),
  },
  {
    what: 'a nickname that holds a colon and a time',
    address: messenger,
    piece: threat,
    account: {},
    text: threat,
    page: messageRow(`At 3:08 AM, Lee Sample: At 3:09 AM, Ash Moor: ${threat}`, auto(threat)),
  },
  {
    what: 'a picture that was sent on',
    address: messenger,
    piece: 'Ash Moor forwarded',
    account: {},
    text: undefined,
    page: messageRow(
      'At 3:08 AM, Ash Moor forwarded a photo',
      '<h5>Ash Moor forwarded a photo</h5><a href="/photo"><img src="https://p.example/a.jpg"></a>',
    ),
  },
  {
    what: 'an answer to a story',
    address: instagram,
    piece: threat,
    account: {},
    text: threat,
    page: gram(`<div>ash.moor replied to your story</div><img src="https://p.example/s.jpg">${auto(threat)}`),
  },
  {
    what: 'an answer to a story with the line marked as a text',
    address: instagram,
    piece: threat,
    account: {},
    text: undefined,
    page: gram(`<span dir="auto">Replied to your story</span>${auto(threat)}`),
  },
  {
    what: 'a heart and a name below the words',
    address: instagram,
    piece: threat,
    account: {},
    text: threat,
    page: gram(`${auto(threat)}<div role="button">❤️ ash.moor</div>`),
  },
  {
    what: 'a reel that was shared with its author’s name',
    address: instagram,
    piece: 'other_author',
    account: {},
    text: undefined,
    page: gram(
      '<a href="/reel/DJAbCdEfGhI/"><span dir="auto">other_author</span><img src="https://p.example/r.jpg"></a>',
    ),
  },
  {
    what: 'a message in a group with the name as a heading',
    address: instagram,
    piece: threat,
    account: {},
    text: threat,
    page: gram(`<h4><span dir="auto">mean.sample</span></h4>${auto(threat)}`),
  },
  {
    what: 'a name that is no heading above the words',
    address: instagram,
    piece: threat,
    account: {},
    text: undefined,
    page: gram(`<span dir="auto">mean.sample</span>${auto(threat)}`),
  },
  {
    what: 'a post that was shared with words of its own',
    address: instagram,
    piece: threat,
    account: {},
    text: threat,
    page: gram(
      `<a href="/p/DJAbCdEfGhI/"><span dir="auto">other_author</span><span dir="auto">their caption</span></a>${auto(threat)}`,
    ),
  },
  {
    what: 'an address that is all of a message',
    address: instagram,
    piece: 'a.example',
    account: {},
    text: 'https://a.example/',
    page: gram(auto('<a href="https://a.example/">https://a.example/</a>')),
  },
  {
    what: 'a name alone beside a picture',
    address: instagram,
    piece: 'mean.sample',
    account: {},
    text: undefined,
    page: gram(
      '<div><img alt="mean.sample" src="https://p.example/a.jpg"></div><a href="/mean.sample/"><span dir="auto">mean.sample</span></a><video src="https://p.example/v.mp4"></video>',
    ),
  },
  {
    what: 'a message of a group that names the sender above',
    address: messenger,
    piece: threat,
    account: { displayName: 'Ash Moor' },
    text: threat,
    page: messageRow(`At 3:08 AM, Ash Moor: ${threat}`, `<h5>Ash Moor</h5>${auto(threat)}`),
  },
  {
    what: 'a heading that names another than the label',
    address: messenger,
    piece: threat,
    account: {},
    text: threat,
    page: messageRow(`At 3:08 AM, Ash Moor: ${threat}`, `<h5>Lee Sample</h5>${auto(threat)}`),
  },
  {
    what: 'a message whose words are those of the label of another',
    address: messenger,
    piece: threat,
    account: {},
    text: threat,
    page: messageRow(`Lúc 15:14, Lee Sample đã chuyển tiếp: ${threat}`, auto(threat)),
  },
  {
    what: 'a nickname with a comma in Indonesian',
    address: messenger,
    piece: threat,
    account: { displayName: 'Moor, Ash' },
    text: threat,
    page: messageRow(`Pukul 10.51, Moor, Ash: ${threat}`, auto(threat)),
  },
  {
    what: 'a nickname that ends a Vietnamese time',
    address: messenger,
    piece: threat,
    account: { displayName: '2026, Lee Sample' },
    text: threat,
    page: messageRow(`Lúc 15:14, 2026, Lee Sample: ${threat}`, auto(threat)),
  },
];

expectNothingWrong(rows);
