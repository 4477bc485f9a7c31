/** Words of the report and of social media, for a reader who uses none. */
export const glossary: readonly (readonly [term: string, meaning: string])[] = [
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
  [
    'Exhibit reference',
    'The producer’s initials and a running number, such as ABC/1. A number is never used twice.',
  ],
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
