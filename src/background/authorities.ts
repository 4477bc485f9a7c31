import { browser } from 'wxt/browser';
import { type AskOptions, askAuthorities } from '../bundle/write/ask-authorities.ts';
import { systemRandom } from '../crypto/random.ts';
import { type RevocationClient, revocationClient } from '../crypto/time-stamp/revocation-client.ts';
import type { Log } from '../evidence/open-log.ts';
import { toInstant } from '../model/identifiers.ts';
import { type Authorities, type AuthorityTest, isHostListed, stampPatience } from '../model/time-stamp.ts';
import { systemClock } from './clock.ts';
import { keepAwake } from './keep-awake.ts';
import { TimeStampQueue } from './time-stamp-queue.ts';

const alarmName = 'ask-for-time-stamps';
/** The earliest a browser lets an alarm fire, in milliseconds. */
const soonest = 30_000;

/**
 * Creates the queue of time-stamps over this log. It runs on its alarm and when the computer comes online again; the
 * caller runs it first. Must be called synchronously while the background starts.
 */
export function createTimeStampQueue({ writer, reader }: Log): TimeStampQueue {
  const askRevocation = createRevocationClient(() => reader.readAuthorities());
  const queue = new TimeStampQueue({
    log: { ...writer, readAuthorities: () => reader.readAuthorities() },
    ask: (imprint, authorities, besides) =>
      askAuthorities(imprint, { ...askOptions(authorities, askRevocation), ...(besides && { besides }) }),
    now: systemClock.now,
    wakeAt,
    keepAwake,
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void queue.run();
  });
  addEventListener('online', () => void queue.runAtOnce());
  return queue;
}

/** Tests one authority: asks it for a time-stamp over 32 random bytes. Never rejects for an authority's refusal. */
export async function testAuthority(address: string, authorities: Authorities): Promise<AuthorityTest> {
  const answer = await keepAwake(() =>
    askAuthorities(
      systemRandom(32),
      askOptions(
        { ...authorities, addresses: [address] },
        createRevocationClient(async () => authorities),
      ),
    ),
  );
  if (!('reply' in answer)) {
    const { failure = 'stopped', text } = answer.refusals[0] ?? {};
    return { outcome: 'failed', failure, ...(text === undefined ? {} : { text }) };
  }
  const { genTime, authority, root } = answer.facts;
  return {
    outcome: 'answered',
    genTime: toInstant(genTime.getTime()),
    clockDifference: answer.clockDifference / 1000,
    hasLists: answer.lists !== undefined,
    listsNotPermitted: answer.listsNotPermitted,
    ...(authority === undefined ? {} : { authority }),
    ...(root === undefined ? {} : { root }),
  };
}

function askOptions({ addresses, roots }: Authorities, askRevocation: RevocationClient): AskOptions {
  return {
    addresses,
    roots,
    timeLimit: stampPatience.stamp,
    fetch,
    now: systemClock.now,
    mayAsk,
    askRevocation,
  };
}

/** A client that asks only hosts that the user allowed in the settings and the browser permits. */
function createRevocationClient(readAuthorities: () => Promise<Authorities>): RevocationClient {
  return revocationClient({
    fetch,
    now: systemClock.now,
    timeLimit: stampPatience.lists,
    mayAsk: async address => isHostListed(await readAuthorities(), address) && mayAsk(address),
  });
}

/** Whether the user granted Holdfast this host. Without the grant, the browser would first ask the server (CORS). */
async function mayAsk(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

function wakeAt(at: number | undefined): void {
  if (at === undefined) void browser.alarms.clear(alarmName);
  else void browser.alarms.create(alarmName, { when: Math.max(at, systemClock.now() + soonest) });
}
