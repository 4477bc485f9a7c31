import { describe, expect, it } from 'vitest';
import { instantSchema } from '../../../src/model/identifiers.ts';
import { preservationTrackSchema } from '../../../src/model/preservation.ts';
import { platforms } from '../../../src/platforms/index.ts';
import { preservationFactsOf } from '../../../src/platforms/preservation-facts.ts';
import type { Paper } from '../../../src/reports/document/blocks.ts';
import { coveringNote } from '../../../src/reports/preservation/covering-note.ts';
import { nextStepsAfterRefusal } from '../../../src/reports/preservation/next-steps.ts';
import { ownDataLetter } from '../../../src/reports/preservation/own-data-letter.ts';
import { requestLetter } from '../../../src/reports/preservation/request-letter.ts';
import { preservationRequests } from '../../../src/reports/preservation/requests.ts';
import {
  capture,
  officer,
  records,
  requestTo,
  sampleInput,
  victims,
  viewer,
} from '../../samples/requests.ts';
import { paperText } from './paper-text.ts';

describe('the requests of a case', () => {
  const requests = preservationRequests(sampleInput());

  it('are one for each platform and each site, and none for what is not on the web', () => {
    expect(requests.map(({ recipient }) => recipient.key)).toEqual([
      'instagram',
      'tumblr',
      'web-forum.example.org',
      'web-news.example.com-8443-a0b3ac84',
      'x',
    ]);
    expect(requests.map(({ recipient }) => recipient.host)).toEqual([
      undefined,
      undefined,
      'forum.example.org',
      'news.example.com:8443',
      undefined,
    ]);
    for (const { recipient } of requests)
      expect(preservationTrackSchema.shape.platform.safeParse(recipient.key).success).toBe(true);
  });

  it('are named after the case’s number, the recipient and the day', () => {
    expect(requests.at(-1)?.reference).toBe('3F0E9C1A-x-20260607');
  });

  it('leave out what the account that was signed in wrote, and say so to us', () => {
    const x = requestTo('x');
    expect(x.items.map(item => item.reference)).toEqual(['ABC/1', 'ABC/2', 'ABC/3', 'ABC/9']);
    expect(x.leftOut).toEqual(['ABC/4']);
  });

  it('are not made where only one’s own account was recorded', () => {
    const exhibits = [{ record: records[3]! }];
    expect(preservationRequests({ ...sampleInput(), exhibits })).toEqual([]);
  });

  it('reach from the day before the first moment to the day after the last', () => {
    expect(requestTo('x').period).toMatchObject({ from: '2026-05-31', to: '2026-06-07', margin: 1 });
    const exhibits = [
      { record: capture({ number: 1, at: '2026-12-31T23:59:59.999Z', address: 'https://a.example/' }) },
    ];
    const [request] = preservationRequests({ ...sampleInput(), exhibits });
    expect(request?.period).toMatchObject({ from: '2026-12-30', to: '2027-01-01' });
  });

  it('are kept apart where hosts are too long for a folder, and are one for one host', () => {
    const long = `${'a'.repeat(60)}.example`;
    const exhibits = [`${long}`, `b${long}`, `${long}/2`].map((host, index) => ({
      record: capture({ number: index + 1, at: '2026-06-01T00:00:00.000Z', address: `https://${host}` }),
    }));
    const keys = preservationRequests({ ...sampleInput(), exhibits }).map(({ recipient }) => recipient.key);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$/);
  });
});

describe('accounts', () => {
  it('are one by their number, with every name and when it was seen; a name given up since stands apart', () => {
    const at = (text: string) => instantSchema.parse(text);
    expect(requestTo('x').accounts).toEqual([
      {
        accountId: '2976459548',
        handles: [
          {
            text: '@old_name',
            firstSeenAt: at('2026-06-01T11:34:57.123Z'),
            lastSeenAt: at('2026-06-02T08:00:00.000Z'),
          },
          {
            text: '@new_name',
            firstSeenAt: at('2026-06-03T08:00:00.000Z'),
            lastSeenAt: at('2026-06-03T08:00:00.000Z'),
          },
        ],
        displayNames: [
          expect.objectContaining({ text: 'No\u202Ebody' }),
          expect.objectContaining({ text: '=HYPERLINK("https://example.org")\nsecond line' }),
        ],
        profileAddresses: ['https://x.com/old_name', 'https://x.com/new_name'],
        exhibits: ['ABC/1', 'ABC/3', 'ABC/2'],
      },
      // Seen without its number after the account had taken another name: nothing says whose it was by then.
      {
        handles: [
          {
            text: '@old_name',
            firstSeenAt: at('2026-06-06T11:00:00.000Z'),
            lastSeenAt: at('2026-06-06T11:00:00.000Z'),
          },
        ],
        displayNames: [],
        profileAddresses: [],
        exhibits: ['ABC/9'],
      },
    ]);
  });

  it('stay apart where one handle was seen with two numbers', () => {
    const seen = [['1'], ['2'], []].map(([accountId], index) => ({
      record: capture({
        number: index + 1,
        at: '2026-06-01T00:00:00.000Z',
        address: 'https://x.com/shared',
        post: { platform: 'x', account: { handle: '@Shared', ...(accountId && { accountId }) } },
      }),
    }));
    const [request] = preservationRequests({ ...sampleInput(), exhibits: seen });
    expect(request?.accounts.map(({ exhibits }) => exhibits)).toEqual([['ABC/1'], ['ABC/2'], ['ABC/3']]);
  });
});

describe('addresses', () => {
  it('as shown stand only without a permalink, and without what names who shared them', () => {
    const message = requestTo('x').items.at(-1);
    expect(message).toMatchObject({ addressShown: 'https://x.com/messages/783214-2244994945' });
    expect(message?.permalink).toBeUndefined();
    expect(requestTo('web-news.example.com-8443-a0b3ac84').items[0]?.permalink).toBe(
      'https://news.example.com:8443/story?id=7',
    );
  });

  it('are left out where they name the account that was signed in', () => {
    const post = { platform: 'x', account: { handle: '@other' }, signedIn: viewer };
    const exhibits = [
      'https://x.com/robin_recorder/followers',
      'https://x.com/i/lists?owner=99887766554433',
    ].map((address, index) => ({
      record: capture({ number: index + 1, at: '2026-06-01T00:00:00.000Z', address, post }),
    }));
    const [request] = preservationRequests({ ...sampleInput(), exhibits });
    for (const item of request?.items ?? []) {
      expect(item.addressShown ?? item.permalink).toBeUndefined();
      expect(item.notes.join()).toContain('left out');
    }
    expect(JSON.stringify(request?.items)).not.toContain('robin');
  });
});

describe('the letters', () => {
  it('name nothing of the person who recorded', () => {
    for (const request of preservationRequests(sampleInput()))
      for (const letter of [requestLetter(request), ownDataLetter(request)])
        for (const words of victims) expect(paperText(letter)).not.toContain(words);
  });

  it('leave for the police what only they can say, and fill in an officer’s own block', () => {
    const blank = blanksOf(requestLetter(requestTo('x')));
    const legal = ['Offence', 'Act and section', 'Circumstances, in brief', 'Reason', 'Person at risk'];
    for (const label of [...legal, 'Name', 'Rank', 'Signature', 'Date']) expect(blank).toContain(label);
    const filled = requestLetter(requestTo('x', officer));
    const left = blanksOf(filled);
    for (const label of [...legal, 'Signature', 'Date']) expect(left).toContain(label);
    for (const label of ['Name', 'Rank', 'Force', 'Direct telephone']) expect(left).not.toContain(label);
    expect(paperText(filled)).toContain('Exampleshire Police');
  });

  it('are marked on every page', () => {
    expect(requestLetter(requestTo('x')).mark).toBe('DRAFT FOR POLICE USE');
    expect(requestLetter(requestTo('x', { capacity: 'helper' })).mark).toBe('DRAFT FOR POLICE USE');
    expect(requestLetter(requestTo('x', officer)).mark).toBe('DRAFT – check before sending');
  });

  it('say how each time is known, and write days month first where the platform does', () => {
    const x = paperText(requestLetter(requestTo('x')));
    expect(x).toContain('2026-06-01 11:31:02.000 UTC (June 1, 2026) – machine time of the page');
    expect(x).toContain('2026-06-01 11:31:01.987 UTC (June 1, 2026) – derived from the identifier');
    expect(x).toContain('Shown as “12:31 PM · Jun 1, 2026” by a browser set to en-GB, Europe/London');
    expect(x).toContain('2026-05-31 (May 31, 2026), UTC');
    const forum = paperText(requestLetter(requestTo('web-forum.example.org')));
    expect(forum).toContain('not found on the page');
    expect(forum).not.toContain('June');
  });

  it('warn where the platform tells its user of the request itself', () => {
    const warnings = (letter: Paper) => letter.blocks.filter(block => block.kind === 'warning').length;
    expect(warnings(requestLetter(requestTo('tumblr')))).toBe(1);
    expect(warnings(coveringNote(requestTo('tumblr')))).toBe(1);
    expect(warnings(requestLetter(requestTo('x')))).toBe(0);
  });

  it('mark what is not confirmed, of every platform', () => {
    for (const { id } of platforms) {
      const facts = preservationFactsOf(id);
      const text = paperText(requestLetter({ ...requestTo('x'), facts }));
      for (const fact of [
        facts.contact,
        facts.keptFor,
        facts.renewal,
        facts.ukAddressee,
        ...facts.mustHold,
      ]) {
        const marked = `${fact.text} [not confirmed – check before sending]`;
        expect(text.includes(marked), `${id}: ${fact.text}`).toBe(!fact.confirmed);
      }
      expect(text).toContain(facts.dateChecked);
    }
  });

  it('the note to the police asks for what they can do, and says what is left out', () => {
    const note = paperText(coveringNote(requestTo('x')));
    for (const words of [
      'digital media investigator',
      'request.docx',
      'https://help.x.com/forms/privacy',
      'ABC/4',
      'Messages from my former partner',
    ])
      expect(note).toContain(words);
    expect(note).not.toContain('robin');
  });

  it('the letter for one’s own data leaves name and account blank', () => {
    const letter = ownDataLetter(requestTo('x'));
    expect(blanksOf(letter)).toEqual(expect.arrayContaining(['My name', 'Signature']));
    expect(paperText(letter)).toContain('article 15');
    for (const item of requestTo('x').items) expect(paperText(letter)).not.toContain(item.reference);
  });
});

it('a refusal always has next steps, and the force’s specialists are among them', () => {
  for (const { id } of platforms) {
    const steps = nextStepsAfterRefusal(preservationFactsOf(id));
    expect(steps[0]).toContain('not the end');
    expect(steps.join('\n')).toMatch(/digital media investigator[\s\S]*SPoC/);
  }
});

function blanksOf({ blocks }: Paper): readonly string[] {
  const fields = blocks.flatMap(block => (block.kind === 'form' ? block.fields : []));
  return fields.filter(([, value]) => value === undefined).map(([label]) => label);
}
