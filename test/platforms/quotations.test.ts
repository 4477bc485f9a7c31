// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/platforms/reading/quotations.ts';
import { whatsapp } from '../../src/platforms/sites/whatsapp/platform.ts';

function words(html: string) {
  document.body.innerHTML = `<div>${html}</div>`;
  return wordsOf(document.body.firstElementChild!);
}

describe('the words of a post', () => {
  it('are as they stand, without a note, where nothing is quoted', () => {
    expect(words('&gt; only typed<br>words')).toEqual({
      text: '> only typed\nwords',
      related: [],
      notes: [],
    });
  });

  it('mark what is quoted, by itself and within another quotation', () => {
    const { text, related } = words(
      'Before<blockquote>outer<blockquote>inner</blockquote></blockquote>after',
    );
    expect(text).toBe('Before\n> outer\n> > inner\nafter');
    expect(related).toEqual([{ relation: 'quoted', text: 'outer\n> inner' }]);
  });

  it('cannot be made to look quoted by typing', () => {
    const { text, notes } = words('<blockquote>theirs</blockquote>&gt; I kill you<br> &gt; twice');
    expect(text).toBe('> theirs\n\\> I kill you\n\\> twice');
    expect(notes).toHaveLength(2);
  });

  it('name whom a program names, and nobody from a line of words or from two names', () => {
    const named = (html: string) => words(html).related[0]?.account;
    expect(named('<aside class="quote" data-username="kim"><blockquote>a</blockquote></aside>')).toEqual({
      handle: 'kim',
    });
    expect(named('<blockquote data-quote="Kim">a</blockquote>')).toEqual({ displayName: 'Kim' });
    expect(named('<blockquote><cite>Kim wrote:</cite>a</blockquote>')).toBeUndefined();
    expect(
      named(
        '<blockquote><cite><a href="/profile/1">Kim</a> <a href="/profile/2">Lee</a></cite>a</blockquote>',
      ),
    ).toBeUndefined();
  });

  it('keep every line that is quoted apart from every line that is not', () => {
    const line = fc.constantFrom('you', '> typed', 'will', '>> both', '\\> so', 'regret it');
    const part = fc.record({ isQuoted: fc.boolean(), lines: fc.array(line, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), parts => {
        const html = parts.map(({ isQuoted, lines }) => {
          const inner = lines.map(text => `<p>${text.replaceAll('>', '&gt;')}</p>`).join('');
          return isQuoted ? `<blockquote>${inner}</blockquote>` : inner;
        });
        const { text = '', related } = words(html.join(''));
        if (related.length === 0) return;
        const shown = text.split('\n').filter(each => each !== '');
        const expected = parts.flatMap(({ isQuoted, lines }) => lines.map(() => isQuoted));
        expect(shown.map(each => each.startsWith('> '))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a message on WhatsApp quotes', () => {
  const said = (text: string) => `<span class="selectable-text copyable-text">${text}</span>`;
  const box = (author: string, words: string) =>
    `<div role="button" aria-label="Citaat"><span data-testid="author">${author}</span>${words}</div>`;

  function read(inside: string) {
    const earlier = `<div role="row"><div data-id="3EB0E65E341B647932F5A1"><div data-pre-plain-text="[10:04, 21/08/2026] Kim: ">${said('leave me alone')}</div></div></div>`;
    document.body.innerHTML = `<div id="main">${earlier}<div role="row"><div data-id="3EB0E65E341B647932F5A2"><div data-pre-plain-text="[10:05, 21/08/2026] Mean Sample: ">${inside}</div></div></div></div>`;
    const posts = whatsapp.posts(document);
    return whatsapp.read(posts[1]!, new URL('https://web.whatsapp.com/'), {
      language: 'nl',
      zone: 'Europe/Amsterdam',
    });
  }

  it('in its words is marked in them', () => {
    const post = read(said('<blockquote>leave me alone</blockquote><span>never</span>'));
    expect(post.text).toBe('> leave me alone\nnever');
    expect(post.related).toEqual([{ relation: 'quoted', text: 'leave me alone' }]);
  });

  it('in a box of its own is none of its words, whatever the box is called', () => {
    for (const words of [said('leave me alone'), '<span class="quoted-mention">leave me alone</span>']) {
      const post = read(`${box('Kim', words)}${said('never')}`);
      expect(post.text).toBe('never');
      expect(post.related).toEqual([
        { relation: 'quoted', account: { displayName: 'Kim' }, text: 'leave me alone' },
      ]);
    }
  });

  it('is given to nobody whom no message on the page names', () => {
    for (const author of ['Jij', 'You', 'Lee Sample']) {
      expect(read(`${box(author, said('leave me alone'))}${said('never')}`).related).toEqual([
        { relation: 'quoted', text: 'leave me alone' },
      ]);
    }
  });

  it('leaves open whose words they are where no box parts two texts', () => {
    const post = read(`<div>${said('leave me alone')}</div><div>${said('never')}</div>`);
    expect(post.text).toBeUndefined();
    expect(post.notes?.join()).toMatch(/several texts/);
  });
});
