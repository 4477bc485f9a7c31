// @vitest-environment happy-dom
import { expectNothingWrong, type Row, threat } from './nested.ts';

/* The third examination, see `nested.ts`: quoted messages that were sent on, and changed and removed messages on WhatsApp, Telegram and Discord. */
const whatsapp = 'https://web.whatsapp.com/';
const telegramK = 'https://web.telegram.org/k/#777000111';
const telegramA = 'https://web.telegram.org/a/#777000111';
const discord = 'https://discord.com/channels/302094807046684672/1306705919916249098';
const wa = (id: string, name: string, inside: string, more = '') =>
  `<div role="row"><div data-id="${id}">${more}<div data-pre-plain-text="[10:05, 21/08/2026] ${name}: ">${inside}</div></div></div>`;
const waPage = (...rows: string[]) => `<div id="main">${rows.join('')}</div>`;
const said = (text: string) => `<span class="selectable-text copyable-text">${text}</span>`;
const waBox = (text: string) =>
  `<div role="button" aria-label="Quoted message"><span data-testid="author">Kim</span>${said(text)}</div>`;
const bubble = (inside: string, more = '') =>
  `<div class="bubbles"><div class="bubbles-inner"><div class="bubbles-group"><div class="bubble is-in ${more}" data-mid="4294967811" data-peer-id="777000111" data-timestamp="1790844665"><div class="bubble-content">${inside}</div></div></div></div></div>`;
const kName = (id: string, name: string) =>
  `<div class="name"><span class="peer-title" data-peer-id="${id}">${name}</span></div>`;
const kText = (text: string) =>
  `<div class="message"><span class="translatable-message">${text}</span></div>`;
const aMessage = (inside: string) =>
  `<div class="sender-group-container"><div class="Avatar" data-peer-id="891274018"></div><div class="Message" data-message-id="208227"><div class="message-content">${inside}</div></div></div>`;
const aTitle = (name: string, forward = '') =>
  `<div class="message-title"><span class="forward-title-container">${forward}</span><span class="sender-title">${name}</span></div>`;
const discordMessage = (id: string, inside: string) =>
  `<ol data-list-id="chat-messages"><li id="chat-messages-1306705919916249098-${id}"><div role="article">${inside}</div></li></ol>`;
const discordName = (id: string, name: string) =>
  `<h3><span id="message-username-${id}"><span class="username_c19a55">${name}</span></span></h3>`;

const rows: readonly Row[] = [
  {
    what: 'a forward that answers',
    address: whatsapp,
    piece: threat,
    account: { displayName: 'Mean Sample' },
    text: threat,
    related: 'quoted',
    page: waPage(
      wa(
        '3EB0E65E341B647932F5A2',
        'Mean Sample',
        `<span data-icon="forwarded"></span>${waBox('leave me alone')}${said(threat)}`,
      ),
    ),
  },
  {
    what: 'an answer of a picture to words',
    address: whatsapp,
    piece: 'leave me alone',
    account: { displayName: 'Mean Sample' },
    text: undefined,
    related: 'quoted',
    page: waPage(
      wa(
        '3EB0E65E341B647932F5A2',
        'Mean Sample',
        `${waBox('leave me alone')}<img src="blob:https://web.whatsapp.com/1">`,
      ),
    ),
  },
  {
    what: 'a removed message of a group',
    address: whatsapp,
    piece: 'deleted',
    account: {},
    text: undefined,
    page: waPage(
      '<div role="row"><div data-id="3EB0E65E341B647932F5A2"><span dir="auto">Mean Sample</span><div><span data-icon="recalled"></span>This message was deleted</div></div></div>',
    ),
  },
  {
    what: 'a link with a preview that can be selected',
    address: whatsapp,
    piece: 'see',
    account: { displayName: 'Mean Sample' },
    text: 'see https://a.example',
    page: waPage(
      wa(
        '3EB0E65E341B647932F5A2',
        'Mean Sample',
        `<a href="https://a.example"><div><span class="title">Mean page</span></div></a>${said('see https://a.example')}`,
      ),
    ),
  },
  {
    what: 'a name that is an order for another stamp',
    address: whatsapp,
    piece: threat,
    account: { displayName: '[10:00, 1/1/2026] Lee Sample' },
    text: threat,
    page: waPage(wa('3EB0E65E341B647932F5A2', '[10:00, 1/1/2026] Lee Sample', said(threat))),
  },
  {
    what: 'a forward of a forward',
    address: telegramK,
    piece: threat,
    account: { accountId: '777000111' },
    text: threat,
    related: 'reposted',
    page: bubble(
      `<div class="name"><span class="bubble-name-forwarded">Forwarded from <span class="peer-title" data-peer-id="5550001">Channel</span> by <span class="peer-title" data-peer-id="5550002">Innocent</span></span></div>${kText(threat)}`,
      'forwarded',
    ),
  },
  {
    what: 'an answer that quotes a part',
    address: telegramK,
    piece: threat,
    account: { accountId: '777000111' },
    text: threat,
    related: 'parent',
    page: bubble(
      `<div class="reply" data-reply-to-mid="1"><div class="reply-title"><span class="peer-title" data-peer-id="5550002">Innocent</span></div><div class="reply-subtitle">leave me alone</div></div>${kText(threat)}`,
    ),
  },
  {
    what: 'a forward in a group whose sender is shown',
    address: 'https://web.telegram.org/k/#-1234567890',
    piece: threat,
    account: { accountId: '55501' },
    text: threat,
    related: 'reposted',
    page: `<div class="bubbles"><div class="bubbles-inner"><div class="bubbles-group"><div class="avatar bubbles-group-avatar" data-peer-id="55501"></div><div class="bubble is-in forwarded" data-mid="4294967811" data-peer-id="-1234567890" data-timestamp="1790844665"><div class="bubble-content"><div class="name"><span class="bubble-name-forwarded">Forwarded from <span class="peer-title" data-peer-id="55502">Innocent</span></span></div>${kText(threat)}</div></div></div></div></div>`,
  },
  {
    what: 'a forward in app A with an answer in it',
    address: telegramA,
    piece: threat,
    account: { accountId: '891274018' },
    text: threat,
    related: 'reposted',
    page: aMessage(
      `${aTitle('Innocent Third', '<i class="icon icon-share-filled"></i>')}<div class="EmbeddedMessage"><p class="embedded-text-wrapper">older</p><span class="embedded-sender">Lee</span></div><div class="text-content">${threat}</div>`,
    ),
  },
  {
    what: 'a changed message in app A',
    address: telegramA,
    piece: threat,
    account: { accountId: '891274018', displayName: 'Mean Sample' },
    text: threat,
    page: aMessage(
      `${aTitle('Mean Sample')}<div class="text-content">${threat}<span class="MessageMeta"><span class="message-imported">edited</span><span class="message-time">10:05</span></span></div>`,
    ),
  },
  {
    what: 'a page shown below a message in app A',
    address: telegramA,
    piece: threat,
    account: { accountId: '891274018', displayName: 'Mean Sample' },
    text: threat,
    page: aMessage(
      `${aTitle('Mean Sample')}<div class="text-content">${threat}<div class="WebPage"><div class="site-name">Lee Sample</div><div class="text-content">words of a page</div></div></div>`,
    ),
  },
  {
    what: 'a name beside a message of another peer',
    address: telegramK,
    piece: threat,
    account: {},
    text: threat,
    page: bubble(`${kName('5550009', 'Innocent')}${kText(threat)}`),
  },
  {
    what: 'a forward with words of its own',
    address: discord,
    piece: 'look at this',
    account: { displayName: 'Kim' },
    text: 'look at this',
    page: discordMessage(
      '1306706700000000000',
      `${discordName('1306706700000000000', 'Kim')}<div id="message-content-1306706700000000000">look at this</div><div id="message-accessories-1306706700000000000"><div class="messageSnapshot_ab"><div id="message-content-1306706700000000001">${threat}</div></div></div>`,
    ),
  },
  {
    what: 'an answer to a message that is gone',
    address: discord,
    piece: threat,
    account: { displayName: 'Mean Sample' },
    text: threat,
    page: discordMessage(
      '1306706700000000000',
      `<div id="message-reply-context-1306706700000000000"><div>Original message was deleted.</div></div>${discordName('1306706700000000000', 'Mean Sample')}<div id="message-content-1306706700000000000">${threat}</div>`,
    ),
  },
  {
    what: 'a message in a thread’s preview',
    address: discord,
    piece: 'start',
    account: { displayName: 'Kim' },
    text: 'start here',
    page: discordMessage(
      '1306706700000000000',
      `${discordName('1306706700000000000', 'Kim')}<div id="message-content-1306706700000000000">start here</div><div id="message-accessories-1306706700000000000"><div class="threadMessageAccessory"><span class="username_c19a55">Mean Sample</span><div>${threat}</div></div></div>`,
    ),
  },
  {
    what: 'an own message of a group on WhatsApp that quotes a threat',
    address: whatsapp,
    piece: 'stop',
    account: { displayName: 'Kim' },
    text: 'please stop',
    related: 'quoted',
    page: waPage(
      wa('3EB0E65E341B647932F5A1', 'Mean Sample', said(threat)),
      wa(
        '3EB0E65E341B647932F5A2',
        'Kim',
        `<div role="button" aria-label="Nachricht"><span data-testid="author">Mean Sample</span>${said(threat)}</div>${said('please stop')}`,
        '<span data-icon="msg-dblcheck"></span>',
      ),
    ),
  },
  {
    what: 'a caption below a picture that answers',
    address: whatsapp,
    piece: threat,
    account: { displayName: 'Mean Sample' },
    text: threat,
    related: 'quoted',
    page: waPage(
      wa(
        '3EB0E65E341B647932F5A2',
        'Mean Sample',
        `${waBox('leave me alone')}<div role="button" aria-label="Open picture"><img src="blob:https://web.whatsapp.com/1"></div>${said(threat)}`,
      ),
    ),
  },
  {
    what: 'a status that is answered',
    address: whatsapp,
    piece: threat,
    account: { displayName: 'Mean Sample' },
    text: threat,
    related: 'quoted',
    page: waPage(
      wa(
        '3EB0E65E341B647932F5A2',
        'Mean Sample',
        `<div role="button"><span>Kim · Status</span><span class="quoted-mention">my day</span></div>${said(threat)}`,
      ),
    ),
  },
  {
    what: 'lines of a list in a message',
    address: whatsapp,
    piece: 'one',
    account: { displayName: 'Mean Sample' },
    text: 'one\ntwo',
    page: waPage(wa('3EB0E65E341B647932F5A2', 'Mean Sample', `<div>${said('one')}${said('two')}</div>`)),
  },
  {
    what: 'a poll',
    address: whatsapp,
    piece: 'Who is next',
    account: { displayName: 'Mean Sample' },
    text: undefined,
    page: waPage(
      wa(
        '3EB0E65E341B647932F5A2',
        'Mean Sample',
        `<div>${said('Who is next?')}</div><div><label>${said('Lee Sample')}</label></div>`,
      ),
    ),
  },
];

expectNothingWrong(rows);
