import type { JurisdictionWords } from './jurisdiction.ts';

type Entry = readonly [term: string, meaning: string];

/** Terms of the report and of social media, in alphabetical order, for a reader who does not use social media. */
export function glossaryFor({ Exhibit }: Pick<JurisdictionWords, 'Exhibit'>): readonly Entry[] {
  const reference: Entry = [
    `${Exhibit} reference`,
    'The producer’s initials and a running number, such as ABC/1. A number is never used twice.',
  ];
  return [...glossary, reference].toSorted(([one], [other]) =>
    one.toLowerCase() < other.toLowerCase() ? -1 : 1,
  );
}

const glossary: readonly Entry[] = [
  ['Account', 'A name under which posts appear. One person may have several; several may share one.'],
  [
    'Account number',
    'The number a platform gives an account. It stays when the handle changes, where the platform keeps it.',
  ],
  ['Address', 'Where a page is found on the web. Addresses are printed here as text and cannot be clicked.'],
  [
    'Digest (SHA-256)',
    '64 letters and digits computed from a file. If one byte of the file changes, the digest changes.',
  ],
  ['Display name', 'The name shown large above a post. The account’s holder may change it at any time.'],
  ['Fingerprint', 'The digest of the certificate that belongs to the signing key.'],
  [
    'GMT and BST',
    'The clocks of the United Kingdom in winter (the same as UTC) and in summer (one hour ahead).',
  ],
  [
    'Handle',
    'The short name of an account, often beginning with @. It can be changed and taken by another account.',
  ],
  ['Permalink', 'The lasting address of one single post.'],
  [
    'Block',
    'To stop an account from writing to one’s own. The person behind it can make another account, or use one they have.',
  ],
  [
    'Comment, reply',
    'A message under a post or under another comment. Whoever may see the post can usually read it.',
  ],
  [
    'Direct message (DM)',
    'A message to one person or a few, which others cannot see. “To slide into the DMs” is to write to somebody so.',
  ],
  [
    'Feed, timeline',
    'The list of posts that a platform puts together for one viewer. Two people see two different lists.',
  ],
  [
    'Follow, friend',
    'To ask a platform for an account’s posts. Some accounts show their posts only to those whom they accepted.',
  ],
  [
    'Group, channel, server',
    'A room with many members. Some are open to everybody, in others somebody must let people in.',
  ],
  ['Hashtag', 'A word after the sign #. Whoever looks for the word finds every public post that carries it.'],
  [
    'Like, reaction',
    'A mark by which an account shows that it saw or approves a post. Their number is often shown below it.',
  ],
  [
    'Mention, tag',
    'An account’s handle in a post or on a picture. Its holder is usually told of it, even by a stranger’s post.',
  ],
  ['Mute', 'To stop seeing an account’s posts. Its holder does not notice and can go on writing.'],
  [
    'Occasion',
    'Items that belong to one incident: as the person put them together, else what one account or person did to one target on one day.',
  ],
  [
    'Profile',
    'An account’s own page: name, picture, a few words, its posts. Its holder writes it; nobody checks it.',
  ],
  [
    'Repost, share, retweet',
    'To pass on another account’s post, so that one’s own followers see it. The words stay the other’s.',
  ],
  [
    'Story',
    'A picture or short film that a platform shows for a limited time, often a day, and then takes away by itself.',
  ],
  [
    'Tick, badge',
    'A sign beside a name. On some platforms it is bought. It does not by itself show who the holder is.',
  ],
  ['Platform', 'The website or service on which the post appeared.'],
  ['Post', 'One message published on a platform: text, pictures or both.'],
  [
    'Quoted, answered, repeated',
    'A post may contain, answer or pass on another one. Author and time of each are its own.',
  ],
  [
    'Re-drawing',
    'A picture drawn again from a page’s code because the browser gave none. It is not a screenshot.',
  ],
  ['Screenshot', 'A picture of what the browser displayed, taken by the browser itself.'],
  ['Tile', 'One untouched picture from the browser. A tall picture is joined from several.'],
  ['UTC', 'The world’s common time, from which all zones count.'],
  ['Window (viewport)', 'The part of a page that is visible without scrolling.'],
];
