import { browser } from 'wxt/browser';
import { type AskOptions, askAuthorities } from '../bundle/write/ask-authorities.ts';
import { systemRandom } from '../crypto/random.ts';
import { type RevocationClient, revocationClient } from '../crypto/revocation-client.ts';
import type { Log } from '../evidence/open-log.ts';
import { toInstant } from '../model/identifiers.ts';
import { type Authorities, type AuthorityTest, isHostListed, stampPatience } from '../model/time-stamp.ts';
import { systemClock } from './clock.ts';
import { keepAwake } from './keep-awake.ts';
import { TimeStampQueue } from './time-stamp-queue.ts';

const alarmName = 'ask-for-time-stamps';
/** Browsers let no alarm come sooner, in milliseconds. */
const soonest = 30_000;

/**
 * The queue over this log, woken by its alarm, when the computer is online again, and with the browser. Must be
 * called in the turn in which the background starts; it asks nothing until somebody runs it.
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

/** Asks one authority for a time-stamp over 32 random bytes, which stand for nothing. */
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

/** Asks only where the user said so in the settings and the browser agrees. */
function createRevocationClient(readAuthorities: () => Promise<Authorities>): RevocationClient {
  return revocationClient({
    fetch,
    now: systemClock.now,
    timeLimit: stampPatience.lists,
    mayAsk: async address => isHostListed(await readAuthorities(), address) && mayAsk(address),
  });
}

/** Whether the user has let Holdfast reach this address: a browser would ask the server first otherwise. */
async function mayAsk(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

function wakeAt(at: number | undefined): void {
  if (at === undefined) void browser.alarms.clear(alarmName);
  else void browser.alarms.create(alarmName, { when: Math.max(at, systemClock.now() + soonest) });
}
