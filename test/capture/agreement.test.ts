import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../src/capture/agreement.ts';
import type { PagePost } from '../../src/messaging/page-protocol.ts';

function postOf(read: Partial<PagePost>): PagePost {
  return {
    platform: 'x',
    kind: 'post',
    account: { displayName: 'Mean Sample', handle: 'mean_sample' },
    ...read,
  };
}

const shown = 'Mean Sample\n@mean_sample\n3 h\nI know where you live.\nI am on my way.\nReply\nShare\n12';

describe('the words read as a post’s', () => {
  it.each([
    ['all of them', 'I know where you live.\nI am on my way.'],
    ['broken otherwise', 'I know where\nyou live. I am on my way.'],
    ['quoted', '> I know where you live.\n\nI am on my way.'],
    ['with a > of their own', '\\> I know where you live.\nI am on my way.'],
  ])('agree with what was shown: %s', (_how, text) => {
    expect(agreementOf(postOf({ text }), shown)).toEqual({ differences: [], remarks: [] });
  });

  it('agree where a button stands among them', () => {
    const among = shown.replace('where you', 'where\nTranslate\nyou');
    const text = 'I know where you live. I am on my way.';
    expect(agreementOf(postOf({ text }), among).differences).toEqual([]);
  });

  it.each([
    [
      'a word that was not on the screen',
      'I know where you never live.\nI am on my way.',
      '“I know where you never live.”',
    ],
    ['another order', 'I am on my way. I know where you live.', '“I am on my way. I know where you live.”'],
    ['a line that was not on the screen', 'I know where you live.\nI will kill you.', '“I will kill you.”'],
  ])('differ by %s', (_how, text, named) => {
    const { differences } = agreementOf(postOf({ text }), shown);
    expect(differences).toEqual([expect.stringMatching(/^The read text differs from the shown text\./)]);
    expect(differences[0]).toContain(`box: ${named}.`);
  });

  it('are no more than three of those that differ, and each is cut', () => {
    const line = 'never '.repeat(40).trim();
    const text = Array.from({ length: 5 }, (_, at) => `${at} ${line}`).join('\n');
    const [difference = ''] = agreementOf(postOf({ text }), shown).differences;
    expect(difference.match(/“/g)).toHaveLength(3);
    expect(difference).toContain('and 2 more lines');
    expect(difference.length).toBeLessThan(800);
  });
});

describe('words that were shown and not read', () => {
  it.each([
    ['a paragraph', 'I know where you live.', '“I am on my way.”'],
    ['a line with a name and a time beside them', 'I am on my way.', '“I know where you live.”'],
  ])('are named: %s', (_what, text, named) => {
    const { differences, remarks } = agreementOf(postOf({ text }), shown);
    expect(differences).toEqual([]);
    expect(remarks).toEqual([`The post’s box also shows words that were not read as the post’s: ${named}.`]);
  });

  it('are named in a writing without spaces', () => {
    const { remarks } = agreementOf(postOf({ text: '你好' }), 'Mean Sample\n你好\n我知道你住在哪里我在路上');
    expect(remarks).toEqual([expect.stringContaining('我知道你住在哪里我在路上')]);
  });

  it('are none where they belong to a post that this one quotes, or to its name, its time and its figures', () => {
    const post = postOf({
      text: 'I know where you live.\nI am on my way.',
      displayedTime: { text: '3 h ago by the sea', language: 'en-GB', zone: 'Europe/London' },
      counts: { likes: '12' },
      related: [{ relation: 'quoted', text: 'Please leave me alone, I ask you.' }],
    });
    const whole = `${shown}\nMean Sample 3 h ago by the sea, 4:05 pm\nPlease leave me alone, I ask you.`;
    expect(agreementOf(post, whole).remarks).toEqual([]);
  });
});

describe('the name read for the author', () => {
  it.each([
    ['its name', { displayName: 'Mean Sample' }],
    ['its handle alone', { displayName: 'Somebody', handle: 'mean_sample' }],
  ])('may be shown by %s', (_how, account) => {
    const text = 'I know where you live.\nI am on my way.';
    expect(agreementOf(postOf({ text, account }), shown).remarks).toEqual([]);
  });

  it('is said to come from elsewhere where the box does not show it', () => {
    const { remarks } = agreementOf(postOf({ account: { displayName: 'Kim' } }), 'Hello\n3 h');
    expect(remarks).toEqual([expect.stringContaining('“Kim”, is not shown in the post’s box')]);
  });

  it('is not missed where nobody was named', () => {
    expect(agreementOf(postOf({ account: {} }), 'Hello\n3 h').remarks).toEqual([]);
  });
});
