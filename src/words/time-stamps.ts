import type { AuthorityFailure, AuthorityTest } from '../model/time-stamp.ts';

/** Why an authority gave no time-stamp and what can be done, for the person at the screen. */
export const authorityFailureWords: Readonly<Record<AuthorityFailure, string>> = {
  'not-permitted':
    'The browser does not let Holdfast reach this address. Press Test in Settings, Time-stamps, and allow it.',
  stopped: 'It was stopped before the authority answered.',
  unreachable:
    'The authority could not be reached. Look whether this computer is online and the address is right.',
  'timed-out': 'The authority did not answer in time. Try again later, or list another one.',
  'http-error': 'The server answered that it cannot do this. The address may be wrong, or it may be busy.',
  'not-a-reply': 'What came back is no time-stamp. The address may be that of a web page.',
  'too-large': 'What came back is far too large for a time-stamp. It was not read.',
  refused: 'The authority refused.',
  'broken-parse': 'What came back cannot be read as a time-stamp.',
  'broken-status': 'The authority did not grant a time-stamp.',
  'broken-imprint': 'The time-stamp is over something else. It was not kept.',
  'broken-nonce': 'The time-stamp answers another request. It was not kept.',
  'broken-digest': 'What the authority signed is not what it sent. It was not kept.',
  'broken-signature':
    'The time-stamp was not signed with the key of the authority’s certificate. It was not kept.',
  'broken-certificate': 'The time-stamp names another certificate, or none. It was not kept.',
  'broken-binding':
    'The authority uses an old method (SHA-1) to name its certificate. It was not kept. List another authority.',
  'broken-purpose': 'The certificate that signed is not one for time-stamps. It was not kept.',
  'broken-term': 'The authority’s certificate had run out, or had not begun. It was not kept.',
  'broken-certificates': 'The time-stamp brings certificates that are not the authority’s. It was not kept.',
  'broken-chain': 'The authority’s certificate does not lead to the root you trust. It was not kept.',
  'authority-revoked':
    'The authority’s certificate had been withdrawn by who issued it. The time-stamp was not kept. List another authority.',
  'another-authority':
    'The time-stamps of one file must be of one authority, within a few minutes. This one was not kept. Make the ZIP file again.',
  'same-authority':
    'It is the authority that gave the first time-stamp, or one with the same issuer. A second one must be of another. It was not kept.',
  'clocks-differ':
    'Its clock and that of the first authority are more than some minutes apart, so one of them is wrong. It was not kept.',
  'clock-ahead':
    'This computer’s clock is ahead of the authority’s, so the time-stamp was not kept. Set the clock, then make the ZIP file again.',
};

/** A refusal as one sentence, with the authority's own words where it gave some. Those words are untrusted text. */
export function refusalWords({
  failure,
  text,
}: {
  readonly failure: AuthorityFailure;
  readonly text?: string | undefined;
}): string {
  const words = authorityFailureWords[failure];
  return text === undefined || text === '' ? words : `${words} It says: “${text}”`;
}

/** A length of time in its largest unit, rounded: `3 minutes`. Seconds may be negative; the sign is dropped. */
export function spanWords(seconds: number): string {
  const size = Math.abs(seconds);
  const [unit, length] = units.find(each => size >= each[1]) ?? (['second', 1] as const);
  const count = Math.round(size / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How this computer's clock compares with the authority's. Positive seconds: this computer is behind. */
export function clockWords(seconds: number): string {
  if (Math.abs(seconds) < 2) return 'This computer’s clock and the authority’s agree to about a second.';
  const side = seconds > 0 ? 'behind' : 'ahead of';
  return `This computer’s clock is about ${spanWords(seconds)} ${side} the authority’s.`;
}

/** Whether lists of revoked certificates can be kept, or where the browser does not let Holdfast ask for them. */
function listsWords({
  hasLists,
  listsNotPermitted,
}: AuthorityTest & { readonly outcome: 'answered' }): string {
  const kept =
    'Its list of withdrawn certificates could be had. It is kept with each time-stamp, so that it can be judged in many years.';
  if (listsNotPermitted.length > 0) {
    const hosts = new Set(listsNotPermitted.map(address => new URL(address).host));
    return `Whether its certificate was withdrawn is published elsewhere, at ${[...hosts].join(' and ')}. Holdfast does not ask there unless you allow it. Time-stamps work without.`;
  }
  return hasLists
    ? kept
    : 'No list of withdrawn certificates could be had. Time-stamps work without, but whether its certificate was withdrawn may be hard to tell in many years.';
}

/** The outcome of a test, in sentences. `moment` writes `genTime` in the caller's own style. */
export function testWords(test: AuthorityTest, moment: (instant: string) => string): readonly string[] {
  if (test.outcome === 'failed') return [refusalWords(test)];
  const who = test.authority ? `“${test.authority}”` : 'An authority without a name';
  return [
    `It works. ${who} answered. By its clock it was ${moment(test.genTime)}.`,
    clockWords(test.clockDifference),
    test.root === undefined
      ? 'Its root is not among those you trust here, so who it is was not checked.'
      : `Its certificate leads to the root you trust: “${test.root}”.`,
    listsWords(test),
  ];
}
