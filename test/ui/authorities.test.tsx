// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { toInstant } from '../../src/model/identifiers.ts';
import type { Authorities, AuthorityTest, CaptureTimeStamp } from '../../src/model/time-stamp.ts';
import { TimeStampPart } from '../../src/ui/case/exhibit/time-stamp-part.tsx';
import { TimeStampsDone } from '../../src/ui/export/time-stamps-done.tsx';
import { AuthoritiesPart } from '../../src/ui/options/authorities-part.tsx';
import { authorityFailureWords } from '../../src/words/time-stamps.ts';
import { recordOf } from '../samples/log.ts';
import { draw, fill, press, settled, submit } from './draw.tsx';
import { captureId, fakePorts, fakeSend } from './fake-ports.ts';

const one = 'https://one.example/tsa';
const two = 'http://two.example/tsa';

function settings(
  authorities: Authorities,
  mayReach = true,
  answer: AuthorityTest = { outcome: 'failed', failure: 'timed-out' },
) {
  const { sent, send } = fakeSend({ 'authorities:test': () => answer });
  const requested: (readonly string[])[] = [];
  const released: string[] = [];
  const ports = fakePorts({
    send,
    log: { readAuthorities: async () => authorities },
    shell: {
      async requestHosts(addresses) {
        requested.push(addresses);
        return mayReach;
      },
      releaseHost: async address => void released.push(address),
    },
  });
  return { sent, requested, released, ports };
}

describe('the settings of time-stamps', () => {
  it('are off, cannot be switched on without an authority, and say what would be sent', async () => {
    const { ports } = settings({ addresses: [], roots: [] });
    const page = await draw(<AuthoritiesPart />, ports);
    const box = page.querySelector<HTMLInputElement>('#time-stamps-on');
    expect([box?.checked, box?.disabled]).toEqual([false, true]);
    expect(page.textContent).toContain('a SHA-256 and a random number are sent');
    expect(page.textContent).toContain('IP address');
  });

  it('ask for the host when an address is added, and refuse what is no address', async () => {
    const { ports, sent, requested } = settings({ addresses: [one], roots: [] });
    const page = await draw(<AuthoritiesPart />, ports);
    for (const wrong of ['two.example', 'file:///etc/passwd', 'https://me:secret@two.example/']) {
      await fill(page, '#authority-address', wrong);
      await submit(page, '#authority-address');
    }
    expect(sent).toEqual([]);
    await fill(page, '#authority-address', two);
    await submit(page, '#authority-address');
    expect(requested).toEqual([[two]]);
    expect(sent).toEqual([['authorities:set', { isOn: false, addresses: [one, two], roots: [] }]]);
  });

  it('test an address and say in words what is wrong, or that it may not be reached', async () => {
    const allowed = settings({ addresses: [one], roots: [] });
    const page = await draw(<AuthoritiesPart />, allowed.ports);
    await press(page, 'Test');
    expect(allowed.requested).toEqual([[one]]);
    expect(allowed.sent).toEqual([['authorities:test', { address: one }]]);
    expect(page.textContent).toContain(authorityFailureWords['timed-out']);
    const refused = settings({ addresses: [one], roots: [] }, false);
    const other = await draw(<AuthoritiesPart />, refused.ports);
    await press(other, 'Test');
    expect(refused.sent).toEqual([]);
    expect(other.textContent).toContain(authorityFailureWords['not-permitted']);
  });

  it('name the host of an authority’s lists, ask for it only when told to, and keep that they may be asked', async () => {
    const listed = 'http://lists.example/one.crl';
    const answer: AuthorityTest = {
      outcome: 'answered',
      genTime: toInstant(0),
      clockDifference: 0,
      hasLists: false,
      listsNotPermitted: [listed],
    };
    const { ports, sent, requested } = settings({ addresses: [one], roots: [] }, true, answer);
    const page = await draw(<AuthoritiesPart />, ports);
    await press(page, 'Test');
    expect(requested).toEqual([[one]]);
    expect(page.textContent).toContain('published elsewhere, at lists.example');
    await press(page, 'Allow and test again');
    expect(requested[1]).toEqual([one, listed]);
    const lists = [{ authority: one, addresses: [listed] }];
    expect(sent[1]).toEqual(['authorities:set', { isOn: false, addresses: [one], roots: [], lists }]);
    expect(sent[2]).toEqual(['authorities:test', { address: one }]);
  });

  it('give up the hosts of the lists with their authority', async () => {
    const lists = [{ authority: one, addresses: ['http://lists.example/one.crl', 'http://two.example/crl'] }];
    const { ports, sent, released } = settings({ addresses: [one, two], roots: [], lists });
    await press(await draw(<AuthoritiesPart />, ports), 'Remove');
    expect(sent).toEqual([['authorities:set', { isOn: false, addresses: [two], roots: [], lists: [] }]]);
    expect(released).toEqual([one, 'http://lists.example/one.crl']);
  });

  it('change the order, and give a host up with its last address', async () => {
    const on = { onSince: toInstant(0), addresses: [one, two], roots: [] };
    const { ports, sent, released } = settings(on);
    const page = await draw(<AuthoritiesPart />, ports);
    await press(page, 'Move up');
    await press(page, 'Remove');
    expect(sent).toEqual([
      ['authorities:set', { isOn: true, addresses: [two, one], roots: [] }],
      ['authorities:set', { isOn: true, addresses: [two], roots: [] }],
    ]);
    expect(released).toEqual([one]);
  });

  it('let two authorities be asked only where two are listed', async () => {
    const alone = await draw(<AuthoritiesPart />, settings({ addresses: [one], roots: [] }).ports);
    expect(alone.querySelector<HTMLInputElement>('#time-stamps-two')?.disabled).toBe(true);
    const on = { onSince: toInstant(0), addresses: [one, two], roots: [] };
    const { ports, sent, requested } = settings(on);
    const page = await draw(<AuthoritiesPart />, ports);
    const box = page.querySelector<HTMLInputElement>('#time-stamps-two');
    expect([box?.checked, box?.disabled]).toEqual([false, false]);
    const hint = page.querySelector(`#${box?.getAttribute('aria-describedby')}`);
    expect(hint?.textContent).toContain('do not depend on one authority alone');
    box?.click();
    await settled();
    expect(requested).toEqual([[one, two]]);
    expect(sent).toEqual([['authorities:set', { isOn: true, addresses: [one, two], roots: [], anchors: 2 }]]);
  });

  it('keep that two are asked through other changes, until only one is left', async () => {
    const on = { onSince: toInstant(0), addresses: [one, two], roots: [], anchors: 2 as const };
    const { ports, sent } = settings(on);
    const page = await draw(<AuthoritiesPart />, ports);
    expect(page.querySelector<HTMLInputElement>('#time-stamps-two')?.checked).toBe(true);
    expect(page.textContent).toContain('and for the second time-stamp of a record');
    await press(page, 'Move up');
    page.querySelector<HTMLInputElement>('#time-stamps-two')?.click();
    await settled();
    await press(page, 'Remove');
    expect(sent).toEqual([
      ['authorities:set', { isOn: true, addresses: [two, one], roots: [], anchors: 2 }],
      ['authorities:set', { isOn: true, addresses: [one, two], roots: [] }],
      ['authorities:set', { isOn: true, addresses: [two], roots: [] }],
    ]);
  });

  it('are switched off with the last address', async () => {
    const { ports, sent } = settings({ onSince: toInstant(0), addresses: [one], roots: [] });
    await press(await draw(<AuthoritiesPart />, ports), 'Remove');
    expect(sent).toEqual([['authorities:set', { isOn: false, addresses: [], roots: [] }]]);
  });
});

describe('an exhibit', () => {
  const record = recordOf(captureId(1), exhibitReference('ABC', 1), []);
  const minutesLater = (minutes: number) => toInstant(Date.parse(record.completedAt) + minutes * 60_000);

  it('says how long after it was recorded it was time-stamped, by one clock, and how the clocks differ', async () => {
    const ports = fakePorts({
      log: {
        readTimeStamp: async () => ({
          state: 'stamped',
          genTime: minutesLater(24 * 60),
          authority: 'Example Authority',
          address: one,
          askedAt: minutesLater(3),
          receivedAt: minutesLater(3),
          clockDifference: 86_220,
        }),
      },
    });
    const page = await draw(<TimeStampPart record={record} />, ports);
    expect(page.textContent).toContain('Time-stamped 3 minutes after it was recorded, by Example Authority');
    expect(page.textContent).toContain('24 hours behind the authority’s');
  });

  it('says both times where two authorities were asked, or what the second one waits for', async () => {
    const stamp = (authority: string, minutes: number): CaptureTimeStamp => {
      const at = minutesLater(minutes);
      const when = { genTime: at, askedAt: at, receivedAt: at, clockDifference: 0 };
      return { state: 'stamped', authority, address: one, ...when };
    };
    const waiting: CaptureTimeStamp = {
      state: 'waiting',
      waitingSince: minutesLater(3),
      nextAt: minutesLater(5),
      attempts: 1,
      refusals: [{ address: two, failure: 'same-authority' }],
    };
    const drawn = (second: CaptureTimeStamp, authorities: Authorities) =>
      draw(
        <TimeStampPart record={record} />,
        fakePorts({
          log: {
            readAuthorities: async () => authorities,
            readTimeStamp: async (_, anchor = 1) => (anchor === 1 ? stamp('Example Authority', 3) : second),
          },
        }),
      );
    const on: Authorities = { onSince: toInstant(0), addresses: [one, two], roots: [], anchors: 2 };
    const both = await drawn(stamp('Another Authority', 4), on);
    expect(both.textContent).toContain('Time-stamped 3 minutes after it was recorded, by Example Authority');
    expect(both.querySelector('#second-time-stamp')?.textContent).toContain(
      'Time-stamped 4 minutes after it was recorded, by Another Authority',
    );
    const later = (await drawn(waiting, on)).querySelector('#second-time-stamp')?.textContent;
    expect(later).toContain('Waiting for a second authority since');
    expect(later).toContain('Holdfast asks again at');
    expect(later).toContain(authorityFailureWords['same-authority']);
    const { anchors: _, ...off } = on;
    const stopped = (await drawn(waiting, off)).querySelector('#second-time-stamp')?.textContent;
    expect(stopped).toContain('switched off now');
  });

  it('says that it waits, and what each authority answered', async () => {
    const ports = fakePorts({
      log: {
        readAuthorities: async () => ({ onSince: toInstant(0), addresses: [one], roots: [] }),
        readTimeStamp: async () => ({
          state: 'waiting',
          waitingSince: minutesLater(0),
          nextAt: minutesLater(5),
          attempts: 2,
          refusals: [{ address: one, failure: 'refused', text: 'no <b>policy</b>' }],
        }),
      },
    });
    const page = await draw(<TimeStampPart record={record} />, ports);
    expect(page.textContent).toContain('Waiting for the authority since');
    expect(page.textContent).toContain('no <b>policy</b>');
    expect(page.querySelector('b')).toBeNull();
  });
});

describe('a finished export', () => {
  const given = { genTime: toInstant(0), authority: 'First <b>Authority</b>' };
  const stamps = [given, { ...given, authority: 'Other Authority', isSecond: true as const }];
  const waiting = { waiting: [], waitingSecond: [] };

  it('names both authorities', async () => {
    const timeStamps = { stamps, missing: [], ...waiting };
    const page = await draw(<TimeStampsDone timeStamps={timeStamps} />, fakePorts({}));
    expect(page.querySelector('#stamped-by')?.textContent).toMatch(
      /^Time-stamped by First <b>Authority<\/b>\..*time-stamped by a second authority too: Other Authority\./,
    );
    expect(page.querySelector('.notice')).toBeNull();
  });

  it('says that a second authority gave none, why, and that the file can be used', async () => {
    const missing = [{ path: 'tagmanifest-sha256.txt.2.tsr', failure: 'timed-out' as const }];
    const page = await draw(<TimeStampsDone timeStamps={{ stamps, missing, ...waiting }} />, fakePorts({}));
    expect(page.querySelector('#second-stamped-by')).toBeNull();
    expect(page.querySelector('#stamps-missing')).toBeNull();
    const text = page.querySelector('#second-stamp-missing')?.textContent ?? '';
    expect(text).toContain('time-stamps of one authority, and none of a second one');
    expect(text).toContain(authorityFailureWords['timed-out']);
    expect(text).toContain('You can use the file as it is.');
  });

  it('says what is missing, why and what to do, and which records wait', async () => {
    const timeStamps = {
      stamps: [],
      missing: [{ path: 'tagmanifest-sha256.txt.tsr', failure: 'unreachable' as const }],
      waiting: ['ABC/2'],
      waitingSecond: ['ABC/3', 'ABC/4'],
    };
    const page = await draw(<TimeStampsDone timeStamps={timeStamps} />, fakePorts({}));
    const text = page.textContent ?? '';
    expect(text).toContain('The file has no time-stamp of its own.');
    expect(text).toContain(authorityFailureWords.unreachable);
    expect(text).toContain('press Test');
    expect(text).toContain('no time-stamp yet: ABC/2');
    expect(text).toContain(
      '2 records have a time-stamp of one authority, and none of a second one yet: ABC/3, ABC/4',
    );
  });
});
