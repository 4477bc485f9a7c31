// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { Fault, faultCodes } from '../../src/model/fault.ts';
import { FaultNotice, wordsOfError } from '../../src/ui/parts/fault-notice.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { faultWords } from '../../src/words/faults.ts';
import { checksWith } from '../samples/checks.ts';
import { draw, press, settled } from './draw.tsx';
import { fakePorts, fakeSend, progress } from './fake-ports.ts';

describe('popup', () => {
  it('starts a capture of the tab in front and closes only for a post', async () => {
    let closed = 0;
    const { sent, send } = fakeSend();
    const ports = fakePorts({ send, shell: { closeWindow: () => void closed++ } });
    const page = await draw(<Popup />, ports);
    await press(page, 'choose-viewport');
    expect(closed).toBe(0);
    await press(page, 'choose-post');
    expect(closed).toBe(1);
    expect(sent).toEqual([
      ['capture:start', { tabId: 7, scope: 'viewport' }],
      ['capture:start', { tabId: 7, scope: 'post' }],
    ]);
  });

  it('says what happened, what was kept and what to do when it may not record', async () => {
    const { send } = fakeSend({
      'capture:start': () => {
        throw new Fault('capture.tab.not-permitted');
      },
    });
    const page = await draw(<Popup />, fakePorts({ send }));
    await press(page, 'choose-page');
    const words = faultWords['capture.tab.not-permitted'];
    const alert = page.querySelector('[role=alert]')?.textContent;
    for (const sentence of Object.values(words)) expect(alert).toContain(sentence);
  });

  it('shows a running capture with a way to stop it, no choices, and wakes a background that died', async () => {
    const { sent, send } = fakeSend();
    const running = progress({ step: 'tiles', done: 2, total: 9 });
    const page = await draw(<Popup />, fakePorts({ send, log: { readProgress: async () => running } }));
    expect(page.querySelector('[role=status]')?.textContent).toBe('Taking the pictures: 2 of 9');
    expect(page.querySelector('#choose-post')).toBeNull();
    await press(page, 'capture-stop');
    expect(sent).toEqual([
      ['capture:recover', {}],
      ['capture:stop', { captureId: running.captureId }],
    ]);
  });

  it('shows the choices once the picture above them is there, and waits for nothing that stands below', async () => {
    const ended = progress({
      state: 'committed',
      reference: exhibitReference('ABC', 4),
      outcome: 'complete',
    });
    let answer: () => void = () => undefined;
    const record = { post: { platform: 'x', kind: 'post', account: { handle: 'robin' }, postedAt: [] } };
    const log = {
      readProgress: async () => ended,
      readThumbnail: () => new Promise<undefined>(resolve => (answer = () => resolve(undefined))),
      readRecord: async () => ({ record }) as never,
      listRecords: () => new Promise<never[]>(() => undefined),
    };
    const page = await draw(<Popup />, fakePorts({ log }));
    expect(page.querySelector('#choose-post')).toBeNull();
    expect(page.textContent).toContain('Reading the log…');
    answer();
    await settled();
    expect(page.querySelector('#capture-result')).not.toBeNull();
    expect(page.querySelector('#choose-post')).not.toBeNull();
  });

  it('says in a line that a complete capture was checked, and every check behind it', async () => {
    const reference = exhibitReference('ABC', 4);
    const ended = progress({ state: 'committed', reference, outcome: 'complete', checks: checksWith() });
    const page = await draw(<Popup />, fakePorts({ log: { readProgress: async () => ended } }));
    const folded = page.querySelector('#capture-result details');
    expect(folded?.querySelector('summary')?.textContent).toBe('Pictures and text were checked.');
    expect(folded?.querySelectorAll('li')).toHaveLength(13);
    const { checks: _, ...unchecked } = ended;
    const older = await draw(<Popup />, fakePorts({ log: { readProgress: async () => unchecked } }));
    expect(older.querySelector('#capture-result details')).toBeNull();
  });

  it('says of a partial capture every check that did not hold or was not made', async () => {
    const reference = exhibitReference('ABC', 4);
    const checks = checksWith({
      bands: ['failed', 'Rows 1 to 9 are blank.'],
      copy: ['not-made', 'No answer.'],
    });
    const steps = [{ step: 'tiles' as const, outcome: 'failed' as const, reason: 'Rows 1 to 9 are blank.' }];
    const ended = progress({ state: 'committed', reference, outcome: 'partial', checks, steps });
    const page = await draw(<Popup />, fakePorts({ log: { readProgress: async () => ended } }));
    const reasons = [...page.querySelectorAll('#capture-result li')].map(each => each.textContent);
    expect(reasons).toEqual(['Rows 1 to 9 are blank.', 'No answer.']);
  });

  it('shows the reference of a capture that just ended, and why it is partial', async () => {
    const reference = exhibitReference('ABC', 4);
    const ended = progress({ state: 'committed', reference, outcome: 'partial', fault: 'capture.stopped' });
    const page = await draw(<Popup />, fakePorts({ log: { readProgress: async () => ended } }));
    const result = page.querySelector('#capture-result');
    expect(result?.querySelector('[data-reference]')?.getAttribute('data-reference')).toBe('ABC/4');
    expect(result?.textContent).toContain(faultWords['capture.stopped'].happened);
    expect(page.querySelector('#choose-post')).not.toBeNull();
  });

  it('says that there is no log in a private window', async () => {
    const log = { readProgress: () => Promise.reject(new Fault('log.private-window')) };
    const page = await draw(<Popup />, fakePorts({ log }));
    expect(page.textContent).toContain(faultWords['log.private-window'].happened);
  });
});

describe('fault notice', () => {
  it.each(faultCodes)('has three sentences for %s, from an error that lost its class', async code => {
    const page = await draw(<FaultNotice error={{ code }} />, fakePorts({}));
    for (const sentence of Object.values(faultWords[code])) expect(page.textContent).toContain(sentence);
  });

  it('has words for a defect and shows nothing of its message', () => {
    expect(JSON.stringify(wordsOfError(new Error('secret detail')))).not.toContain('secret');
  });
});
