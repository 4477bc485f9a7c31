// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { LogReader } from '../../src/evidence/reader.ts';
import { jurisdictionSchema, untoldDetails } from '../../src/model/details.ts';
import { PageFrame } from '../../src/ui/parts/page-frame.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { SidePanel } from '../../src/ui/sidepanel/side-panel.tsx';
import {
  firstSupport,
  support,
  supportEntrySchema,
  supportFor,
  supportGroups,
} from '../../src/ui/support/support.ts';
import { WelcomePage } from '../../src/ui/welcome/welcome-page.tsx';
import { draw, press } from './draw.tsx';
import { fakePorts } from './fake-ports.ts';
import { noteLog, oneNote } from './notes.ts';

const inScotland: Partial<LogReader> = noteLog({
  details: [oneNote({ ...untoldDetails, jurisdiction: 'scotland' })],
});

/** The places that an element shows, in their order. */
function shown(place: ParentNode): (string | undefined)[] {
  return [...place.querySelectorAll<HTMLElement>('[data-support]')].map(each => each.dataset['support']);
}

describe('the list of support', () => {
  it('begins with 999, has no place twice, and every place has a way to reach it', () => {
    expect(support[0]?.phone).toBe('999');
    expect(new Set(support.map(({ id }) => id)).size).toBe(support.length);
    for (const { phone, text, web } of support) expect(phone ?? text ?? web).toBeDefined();
  });

  it('refuses an address that is a link, and a place that is nowhere', () => {
    const [entry] = support;
    expect(supportEntrySchema.safeParse({ ...entry, web: 'https://example.org' }).success).toBe(false);
    expect(supportEntrySchema.safeParse({ ...entry, jurisdictions: [] }).success).toBe(false);
  });

  it('gives each part of the United Kingdom its own places, 999 first in every one', () => {
    for (const jurisdiction of jurisdictionSchema.options) {
      expect(supportFor(jurisdiction)[0]?.id).toBe('999');
      expect(firstSupport(jurisdiction)[0]?.id).toBe('999');
    }
    const scottish = supportFor('scotland').map(({ id }) => id);
    expect(scottish).toContain('domestic-scotland');
    expect(scottish).not.toContain('refuge');
    expect(scottish).not.toContain('report-fraud');
    expect(supportFor(undefined)).toEqual(support);
  });

  it('loses no place when they are put under where they are', () => {
    const grouped = supportGroups().flatMap(({ entries }) => entries);
    expect(new Set(grouped.map(({ id }) => id))).toEqual(new Set(support.map(({ id }) => id)));
    expect(grouped[0]?.id).toBe('999');
  });

  it('knows Report Fraud and no longer its forerunner', () => {
    expect(support.map(({ name }) => name)).toContain('Report Fraud');
    expect(JSON.stringify(support)).not.toContain('Action Fraud');
  });
});

describe('support on the screens', () => {
  it('stands below every page, even one without a log', async () => {
    const page = await draw(<PageFrame>Words</PageFrame>, fakePorts({}));
    expect(shown(page)[0]).toBe('999');
    expect(page.querySelector('footer a[href="welcome.html#support"]')).not.toBeNull();
  });

  it('is that of the current case in popup and side panel', async () => {
    for (const Screen of [Popup, SidePanel]) {
      const page = await draw(<Screen />, fakePorts({ log: inScotland }));
      expect(shown(page)[0]).toBe('999');
      expect(shown(page)).toContain('victim-support-scotland');
      expect(shown(page)).not.toContain('victim-support');
    }
  });

  it('opens the whole list from the popup only when it is pressed', async () => {
    const opened: string[] = [];
    const shell = { openPage: async (path: string) => void opened.push(path) };
    const page = await draw(<Popup />, fakePorts({ shell }));
    expect(opened).toEqual([]);
    await press(page, 'open-support');
    expect(opened).toEqual(['welcome.html#support']);
  });

  it('is grouped on the help page until the case says where it is', async () => {
    const places = (page: ParentNode) => page.querySelectorAll('section > [data-place]').length;
    expect(places(await draw(<WelcomePage />, fakePorts({})))).toBe(4);
    expect(places(await draw(<WelcomePage />, fakePorts({ log: inScotland })))).toBe(0);
  });

  it('dials nothing, and marks what is not confirmed', async () => {
    const page = await draw(<WelcomePage />, fakePorts({}));
    expect(page.querySelector('a[href^="tel:"], a[href^="sms:"]')).toBeNull();
    for (const { id, confirmed } of support) {
      const entry = page.querySelector(`[data-support="${id}"]`);
      expect(entry?.querySelector('.label')?.textContent, id).toBe(confirmed ? undefined : 'not confirmed');
      if (!confirmed) expect(entry?.querySelector('a'), id).toBeNull();
    }
  });

  it('has a short path for worry about someone else, 999 first and nothing sent', async () => {
    const page = await draw(<WelcomePage />, fakePorts({}));
    const worried = page.querySelector('[aria-labelledby="worried-title"]');
    expect(worried?.querySelector('li')?.textContent).toContain('999');
    expect(shown(worried ?? page)).toEqual(['samaritans', 'shout']);
    expect(worried?.textContent).toContain('sends nothing');
  });
});
