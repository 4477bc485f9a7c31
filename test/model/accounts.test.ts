import { describe, expect, it } from 'vitest';
import { type AccountCapture, accountsOf, findAccount } from '../../src/model/accounts.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { captureIdSchema, toInstant } from '../../src/model/identifiers.ts';
import type { Account, Post } from '../../src/model/post.ts';

const day = 24 * 60 * 60_000;
const first = Date.UTC(2026, 0, 1);

/** A capture on this day, counted from 0, of one post under this account. */
function capture(onDay: number, account: Account, change: Partial<Post> = {}): AccountCapture {
  return {
    id: captureIdSchema.parse(`22222222-2222-4222-8222-${String(onDay).padStart(12, '0')}`),
    reference: exhibitReference('ABC', onDay + 1),
    startedAt: toInstant(first + onDay * day),
    post: { platform: 'x', kind: 'post', account, postedAt: [], ...change },
  };
}

function shown(captures: readonly AccountCapture[]) {
  return accountsOf(captures).map(({ name, handles, exhibits, stable }) => ({
    id: name.accountId,
    handles: handles.map(({ text }) => text),
    exhibits: exhibits.map(({ reference }) => reference),
    stable,
  }));
}

describe('accounts of a case', () => {
  it('are one for one number, with every name and when each was seen', () => {
    const [account, ...others] = accountsOf([
      capture(5, { accountId: '7', handle: 'after', displayName: 'B' }),
      capture(0, { accountId: '7', handle: 'before', displayName: 'A' }),
      capture(2, { accountId: '7', handle: 'Before', displayName: 'A' }),
    ]);
    expect(others).toEqual([]);
    expect(account).toMatchObject({
      name: { platform: 'x', accountId: '7', handle: 'after' },
      stable: true,
      handles: [
        { text: 'Before', firstSeen: toInstant(first), lastSeen: toInstant(first + 2 * day) },
        { text: 'after', firstSeen: toInstant(first + 5 * day), lastSeen: toInstant(first + 5 * day) },
      ],
      displayNames: [{ text: 'A' }, { text: 'B' }],
    });
    expect(account?.exhibits.map(({ reference }) => reference)).toEqual(['ABC/1', 'ABC/3', 'ABC/6']);
  });

  it('are never one for the same display name', () => {
    const captures = [0, 1].map(onDay => capture(onDay, { displayName: 'Same Name' }));
    expect(accountsOf(captures)).toHaveLength(2);
    expect(
      accountsOf([
        capture(0, { accountId: '1', displayName: 'Same Name' }),
        capture(1, { accountId: '2', displayName: 'Same Name' }),
      ]),
    ).toHaveLength(2);
  });

  it('are two for the same handle, or number, on two platforms or two sites', () => {
    expect(
      accountsOf([
        capture(0, { handle: 'same', accountId: '1' }),
        capture(1, { handle: 'same', accountId: '1' }, { platform: 'tiktok' }),
        capture(2, { handle: 'same' }, { platform: 'web', permalink: 'https://one.example/t/1' }),
        capture(3, { handle: 'same' }, { platform: 'web', permalink: 'https://two.example/t/1' }),
      ]).map(({ name: { platform, site } }) => site ?? platform),
    ).toEqual(['x', 'tiktok', 'one.example', 'two.example']);
  });

  it('learn their number from a profile recorded later, and say which exhibit was joined by its handle', () => {
    const post = capture(0, { handle: 'Someone' });
    expect(shown([post])).toEqual([
      { id: undefined, handles: ['Someone'], exhibits: ['ABC/1'], stable: false },
    ]);
    const profile = capture(1, { handle: '@someone', accountId: '7' }, { kind: 'profile' });
    const [account, ...others] = accountsOf([post, profile]);
    expect(others).toEqual([]);
    expect(account?.name.accountId).toBe('7');
    expect(account?.profiles.map(({ reference }) => reference)).toEqual(['ABC/2']);
    expect(account?.exhibits.map(({ byHandleAlone }) => byHandleAlone)).toEqual([true, false]);
  });

  it('do not learn a number from a capture long before or after, unless both agree', () => {
    const post = capture(100, { handle: 'a' });
    const before = capture(0, { handle: 'a', accountId: '1' });
    expect(shown([before, post])).toHaveLength(2);
    expect(shown([before, post, capture(200, { handle: 'a', accountId: '1' })])).toHaveLength(1);
  });

  it('are left apart where a handle changed hands', () => {
    const captures = [
      capture(0, { handle: 'a', accountId: '1' }),
      capture(5, { handle: 'a' }),
      capture(10, { handle: 'a', accountId: '2' }),
    ];
    expect(shown(captures).map(({ id }) => id)).toEqual(['1', undefined, '2']);
    expect(findAccount(accountsOf(captures), { platform: 'x', handle: 'A' })?.name.accountId).toBeUndefined();
    expect(findAccount(accountsOf(captures), { platform: 'x', accountId: '2' })?.exhibits).toHaveLength(1);
  });

  it('are left apart where the account had another name in between', () => {
    const captures = [
      capture(0, { handle: 'a', accountId: '1' }),
      capture(3, { handle: 'b', accountId: '1' }),
      capture(5, { handle: 'a' }),
    ];
    expect(shown(captures).map(({ id }) => id)).toEqual(['1', undefined]);
  });

  it('keep what was attached to a handle when its number is learned', () => {
    const name = { platform: 'x', handle: 'someone' };
    const post = capture(0, { handle: 'Someone' });
    const profile = capture(1, { handle: 'Someone', accountId: '7' });
    expect(findAccount(accountsOf([post]), name)?.exhibits).toHaveLength(1);
    expect(findAccount(accountsOf([post, profile]), name)?.name.accountId).toBe('7');
    expect(findAccount(accountsOf([post]), { platform: 'tiktok', handle: 'someone' })).toBeUndefined();
  });

  it('go by name@server on Mastodon, which shows no number', () => {
    const captures = [0, 90].map(onDay =>
      capture(onDay, { handle: 'A@one.example' }, { platform: 'mastodon' }),
    );
    const other = capture(1, { handle: 'a@two.example' }, { platform: 'mastodon' });
    expect(shown([...captures, other])).toEqual([
      { id: undefined, handles: ['A@one.example'], exhibits: ['ABC/1', 'ABC/91'], stable: true },
      { id: undefined, handles: ['a@two.example'], exhibits: ['ABC/2'], stable: true },
    ]);
  });

  it.each([
    '__proto__',
    'constructor',
    '["x",""]',
    '\u202Egnp',
    '\uD800',
    '<img src=x onerror=alert(1)>',
    '"\\',
  ])('take a hostile text for nothing but a text: %j', text => {
    const captures = [
      capture(0, { handle: text }),
      capture(1, { accountId: text }),
      capture(2, { displayName: text, profileAddress: text }),
      capture(3, { handle: text, accountId: 'x' }, { platform: text }),
    ];
    expect(accountsOf(captures)).toHaveLength(4);
    expect(accountsOf(captures)[0]?.handles[0]?.text).toBe(text);
  });

  it('are none where no post or no account was found', () => {
    const { post: _, ...without } = capture(0, {});
    expect(accountsOf([without, capture(1, {}), capture(2, { handle: '' })])).toEqual([]);
  });
});
