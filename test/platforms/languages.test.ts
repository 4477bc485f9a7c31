// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { platformFor } from '../../src/platforms/index.ts';

/*
 * What Messenger, Instagram and WhatsApp say of a message in the words of the page's language. Where the words are known,
 * what they say is read; where they are not, less is read, and never a label for a name or for somebody's words.
 */
const viewer = { language: 'en-GB', zone: 'Europe/London' };
const messenger = 'https://www.facebook.com/messages/t/100066300129450';
const instagram = 'https://www.instagram.com/direct/t/17842000000000000/';
const whatsapp = 'https://web.whatsapp.com/';
const threat = 'I will find you';

function read(page: string, address: string) {
  document.documentElement.innerHTML = `<head></head><body>${page}</body>`;
  const url = new URL(address);
  const platform = platformFor(url);
  return platform.posts(document).map(post => platform.read(post, url, viewer));
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const labelled = (label: string, inside = `<div dir="auto">${threat}</div>`) =>
  `<div role="main"><div role="row" data-scope="messages_table" data-message-id="mid.$cAAAAAfirst" aria-label="${attribute(label)}">${inside}</div></div>`;
const row = (inside: string) => `<main><div role="grid"><div role="row">${inside}</div></div></main>`;
const sent = (inside: string, more = '') =>
  `<div id="main"><div role="row"><div data-id="3EB0E65E341B647932F5A1">${more}${inside}</div></div></div>`;
const stamped = (name: string, inside: string) =>
  `<div class="copyable-text" data-pre-plain-text="[10:05, 21/08/2026] ${attribute(name)}: ">${inside}</div>`;
const said = (text: string) => `<span class="selectable-text copyable-text"><span>${text}</span></span>`;

describe('the label of a message on Messenger', () => {
  it.each([
    ['English', 'At 3:08 AM, Ash Moor: I will find you', 'Ash Moor', '3:08 AM'],
    ['Indonesian', 'Pukul 10.51, Ash Moor: I will find you', 'Ash Moor', '10.51'],
    [
      'Indonesian, with a day',
      'Pukul 1 Maret 2024 10.51, Ash Moor: I will find you',
      'Ash Moor',
      '1 Maret 2024 10.51',
    ],
    ['Vietnamese', 'Lúc 15:14, Lê Sample: I will find you', 'Lê Sample', '15:14'],
    [
      'Vietnamese, with a day',
      'Lúc 16:36 30 Tháng 7, 2026, Lê Sample: I will find you',
      'Lê Sample',
      '16:36 30 Tháng 7, 2026',
    ],
    [
      'Vietnamese, with a weekday',
      'Lúc Thứ Sáu 15:10ch, Lê Sample: I will find you',
      'Lê Sample',
      'Thứ Sáu 15:10ch',
    ],
  ])('in %s names who sent it and when', (_language, label, displayName, time) => {
    const [post] = read(labelled(label), messenger);
    expect(post?.account).toEqual({ displayName });
    expect(post?.displayedTime?.text).toBe(time);
    expect(post?.text).toBe(threat);
  });

  it.each([
    ['English', 'At 3:08 AM, You: I will find you'],
    ['Indonesian', 'Pukul 10.51, Anda: I will find you'],
    ['Vietnamese', 'Lúc 16:36 30 Tháng 7, 2026, Bạn: I will find you'],
  ])('in %s says that the account signed in sent it', (_language, label) => {
    const [post] = read(labelled(label), messenger);
    expect(post?.account).toEqual({});
    expect(post?.notes?.join()).toMatch(/as it does the account that is signed in/);
  });

  it.each([
    'At 3:08 AM, Ash Moor replied to Lee Sample: I will find you',
    'At 3:08 AM, Ash Moor forwarded a message: I will find you',
    'Pukul 10.51, Ash Moor membalas Anda: I will find you',
    'Lúc 15:14, Ash Moor đã trả lời bạn: I will find you',
    'Lúc 15:14, Người dùng Facebook: I will find you',
    'Enter, Message sent 3:08 AM by Ash Moor: I will find you',
    'Masukkan, Pesan dikirim pukul 1 Maret 2024 10.51 oleh Anda: I will find you',
    'À 15:14, Vous : I will find you',
    'Um 15:14, Du: I will find you',
    'A las 15:14, Tú: I will find you',
    'في 15:14، أنت: I will find you',
  ])('names nobody in “%s”', label => {
    const [post] = read(labelled(label), messenger);
    expect(post?.account).toEqual({});
    expect(post?.text).toBe(threat);
  });
});

describe('a heading over one’s own messages', () => {
  const headings = [
    'You sent',
    'Sen gönderdin',
    'Du hast gesendet',
    'Vous avez envoyé',
    'Enviaste',
    'Hai inviato',
    '你发送了',
    'あなたが送信',
    'Вы отправили',
    'Wysłałeś',
    'Você enviou',
  ];

  it.each(headings)('“%s” is told on Instagram, and is none of the words', heading => {
    for (const block of [
      `<h5>${heading}</h5><div dir="auto">${threat}</div>`,
      `<h5><span dir="auto">${heading}</span></h5><div dir="auto">${threat}</div>`,
      `<div>${heading}</div><div dir="auto">${threat}</div>`,
    ]) {
      const [post] = read(row(block), instagram);
      expect(post?.text).toBe(threat);
      expect(post?.account).toEqual({});
    }
    const [post] = read(row(`<h5>${heading}</h5><div dir="auto">${threat}</div>`), instagram);
    expect(post?.notes?.join()).toMatch(/sent by the account that is signed in/);
    const [alone] = read(
      row(`<div dir="auto">${heading}</div><video src="https://v.example/a.mp4"></video>`),
      instagram,
    );
    expect(alone?.text).toBeUndefined();
  });

  it.each(headings)('“%s” on Messenger contradicts a label that names another', heading => {
    const inside = `<h5>${heading}</h5><div dir="auto">${threat}</div>`;
    expect(read(labelled('At 3:08 AM, Ash Moor: I will find you', inside), messenger)[0]?.account).toEqual(
      {},
    );
    const [own] = read(labelled('Om 15:14, Jij: I will find you', inside), messenger);
    expect(own?.account).toEqual({});
    expect(own?.notes?.join()).toMatch(/sent by the account that is signed in/);
    const [both] = read(labelled('At 3:08 AM, You: I will find you', inside), messenger);
    expect(both?.displayedTime?.text).toBe('3:08 AM');
  });
});

describe('a message on WhatsApp', () => {
  const label = (words: string) => `<span aria-label="${words}"></span>`;

  it.each(['You:', 'Tú:', 'Você:', 'Tu:', 'Du:', 'אתה:'])(
    'read aloud as “%s” was sent from this account',
    words => {
      const [post] = read(sent(stamped('Kim', said(threat)), label(words)), whatsapp);
      expect(post?.notes).toContain('The message was sent from this account.');
      expect(post?.account).toEqual({ displayName: 'Kim' });
    },
  );

  it('read aloud by its own name was received, whatever the language', () => {
    for (const name of ['Mean Sample', 'You', 'Tú']) {
      const [post] = read(sent(stamped(name, said(threat)), label(`${name}:`)), whatsapp);
      expect(post?.notes).not.toContain('The message was sent from this account.');
    }
    const [post] = read(sent(stamped('Mean Sample', said(threat)), label('Mean Sample:')), whatsapp);
    expect(post?.notes).toContain('The message was received.');
  });

  it.each(['Jij:', 'Siz:', 'أنت:', 'Mean:'])('read aloud as “%s” leaves open who sent it', words => {
    const [post] = read(sent(stamped('Kim', said(threat)), label(words)), whatsapp);
    expect(post?.notes?.join()).not.toMatch(/was sent|was received/);
  });

  it('has no name where its stamp holds the word for the account signed in', () => {
    const tick = '<span data-icon="msg-dblcheck"></span>';
    expect(read(sent(stamped('You', said(threat)), tick), whatsapp)[0]?.account).toEqual({});
    expect(read(sent(stamped('Jij', said(threat)), `${label('Jij:')}${tick}`), whatsapp)[0]?.account).toEqual(
      {},
    );
  });

  it.each(['forwarded', 'forward-refreshed', 'frequently-forwarded'])(
    'with the mark %s was sent on, in every language',
    icon => {
      const mark = `<div><span data-icon="${icon}"></span><span>Doorgestuurd</span></div>`;
      const [post] = read(sent(stamped('Mean Sample', said(threat)), mark), whatsapp);
      expect(post?.notes?.join()).toMatch(/shows this message as forwarded/);
      expect(post?.text).toBe(threat);
      const quoted = `<div role="button">${mark}<span class="selectable-text quoted-mention">older</span></div>`;
      const [answer] = read(sent(stamped('Mean Sample', `${quoted}${said(threat)}`)), whatsapp);
      expect(answer?.notes?.join()).not.toMatch(/forwarded/);
    },
  );

  it('that was taken back has no words', () => {
    const gone = '<div><span data-icon="recalled"></span>Dit bericht is verwijderd</div>';
    const [post] = read(sent(gone), whatsapp);
    expect(post?.text).toBeUndefined();
    expect(post?.notes).toContain('The page shows this message as deleted.');
  });

  it.each(['Edited', 'Bearbeitet', 'Editada', 'Editado'])('with “%s” beside its time was changed', words => {
    const meta = `<div data-testid="msg-meta"><span>${words}</span><span>10:05</span></div>`;
    const [post] = read(sent(stamped('Mean Sample', said(threat)), meta), whatsapp);
    expect(post?.edited).toBe(words);
  });

  it('with other words beside its time is not said to be changed', () => {
    for (const words of ['Doorgestuurd', 'Kept', '']) {
      const meta = `<div data-testid="msg-meta"><span>${words}</span><span>10:05</span></div>`;
      expect(
        read(sent(stamped('Mean Sample', said(`${threat} Edited`)), meta), whatsapp)[0]?.edited,
      ).toBeUndefined();
    }
  });
});

describe('a page in a language that is not known', () => {
  const word = fc.stringMatching(/^[A-ZÄЖآ][a-zäжب]{1,8}$/u);
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map(words => words.join(' '));
  const punctuation = fc.constantFrom(':', ' :', '：', '،', '');

  it('never has its label for a name, nor its words in those of a message', () => {
    fc.assert(
      fc.property(phrase, phrase, phrase, punctuation, (own, forwarded, edited, colon) => {
        fc.pre(!`${own}${forwarded}${edited}`.includes(threat));
        const pages: readonly (readonly [string, string])[] = [
          [
            labelled(
              `${forwarded} 15:14, ${own}${colon} ${threat}`,
              `<h5>${own}</h5><div>${forwarded}</div><div dir="auto">${threat}</div><span>${edited}</span>`,
            ),
            messenger,
          ],
          [
            row(
              `<h5>${own}</h5><div>${forwarded}</div><div dir="auto">${threat}</div><span>${edited}</span>`,
            ),
            instagram,
          ],
          [row(`<h5><span dir="auto">${own}</span></h5><div dir="auto">${threat}</div>`), instagram],
          [row(`<div dir="auto">${forwarded}</div><div dir="auto">${threat}</div>`), instagram],
          [
            sent(
              stamped(
                'Kim',
                `<div role="button" aria-label="${forwarded}"><span data-testid="author">${own}</span><span class="selectable-text">older words</span></div>${said(threat)}`,
              ),
              `<span aria-label="${own}${colon}"></span><div><span data-icon="forwarded"></span><span>${forwarded}</span></div><div data-testid="msg-meta"><span>${edited}</span><span>10:05</span></div>`,
            ),
            whatsapp,
          ],
        ];
        for (const [page, address] of pages) {
          for (const post of read(page, address)) {
            expect([undefined, threat]).toContain(post.text);
            expect([undefined, 'Kim']).toContain(post.account.displayName);
            expect(post.edited).toBeUndefined();
            for (const other of post.related ?? []) expect(other.account).toBeUndefined();
          }
        }
      }),
      { numRuns: 60, seed: 13 },
    );
  });
});
