import { Window } from 'happy-dom';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportHtml } from '../../src/reports/report-html.tsx';
import { sampleCustody, sampleInput, sampleRecords } from '../samples/report.ts';

const input = sampleInput();
const html = reportHtml(input);
let document: Window['document'];

beforeAll(() => {
  document = new Window({ url: 'http://localhost/' }).document;
  document.write(html);
});

describe('nothing of a page acts', () => {
  test('markup in a post, a name and a title is text', () => {
    expect(html).not.toMatch(/<script|<iframe|<object|<embed|<form|<link|<base/i);
    expect(html).toContain('&lt;script>alert(&quot;x&quot;)&lt;/script>');
    expect(
      [...document.querySelectorAll('*')].flatMap(element => element.getAttributeNames()),
    ).not.toContainEqual(expect.stringMatching(/^on/));
  });

  test('no address leads anywhere but into the bundle', () => {
    const targets = [...document.querySelectorAll('[href],[src],[srcset],[action],[data]')].map(
      element => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets)
      expect(target).toMatch(/^(#[A-Za-z]+[-_\dA-Za-z]*|exhibits\/[A-Z]+_\d+\/[a-z0-9./-]+)$/);
  });

  test('every anchor that is linked to is there, and every name is given once', () => {
    const names = [...document.querySelectorAll('[id]')].map(element => element.id);
    expect(new Set(names).size).toBe(names.length);
    for (const link of document.querySelectorAll('a[href]'))
      expect(names).toContain(link.getAttribute('href')?.slice(1));
  });

  test('the policy forbids everything but the pictures and this one style', () => {
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; img-src 'self' file:; style-src 'sha256-[A-Za-z0-9+/]{43}='/,
    );
    expect(document.querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('what would not be seen is shown', () => {
  test('bidirectional controls and NUL stand as their numbers', () => {
    const unseen = [...document.querySelectorAll('.unseen')].map(element => element.textContent);
    expect(unseen).toEqual(expect.arrayContaining(['[U+202E]', '[U+0000]']));
    for (const code of [0, 0x202a, 0x202e, 0x2066, 0x2069])
      expect(html).not.toContain(String.fromCharCode(code));
  });

  test('every text of a page is set apart from the text around it', () => {
    for (const element of document.querySelectorAll('.page-text')) {
      expect(element.tagName === 'BDI' || element.getAttribute('dir') === 'auto').toBe(true);
    }
  });

  test('a family emoji stays whole', () => {
    expect(html).toContain('\u{1F468}\u200D\u{1F469}\u200D\u{1F467}');
  });
});

describe('the case', () => {
  test('every exhibit of the case is listed, and those of this volume are shown', () => {
    const listed = [...document.querySelectorAll('tbody th')].map(element => element.textContent);
    for (const record of sampleRecords) expect(listed).toContain(record.reference);
    expect([...document.querySelectorAll('section.exhibit')].map(element => element.id)).toEqual([
      'ABC_1',
      'ABC_2',
    ]);
  });

  test('an absent number has its reason', () => {
    expect(text()).toContain('ABC/3Erased by its holder.');
  });

  test('every event of the chain stands in the continuity table', () => {
    for (const event of sampleCustody) {
      expect(text()).toContain(`${event.at.slice(0, 10)} ${event.at.slice(11, 19)} UTC`);
    }
  });

  test('an incomplete export says so at the top', () => {
    expect(reportHtml(sampleInput({ outcome: 'incomplete' }))).toContain('This export is incomplete.');
    expect(html).not.toContain('This export is incomplete.');
  });
});

describe('an exhibit', () => {
  test('every picture is there, with words for who cannot see it', () => {
    const images = [...document.querySelectorAll('img')];
    expect(images.map(image => image.getAttribute('src'))).toEqual([
      'exhibits/ABC_1/screenshot-post.png',
      'exhibits/ABC_1/screenshot-viewport.png',
      'exhibits/ABC_2/screenshot-full-page.png',
    ]);
    for (const image of images) expect(image.getAttribute('alt')).toMatch(/^Exhibit ABC\/\d: .{20,}/);
  });

  test('a re-drawing is labelled in words', () => {
    const figure = section('ABC_2').querySelector('figure');
    expect(figure?.textContent).toContain('Re-drawing, not a screenshot');
    expect(figure?.querySelector('img')?.getAttribute('alt')).toContain('re-drawn picture');
    expect(section('ABC_1').textContent).not.toContain('Re-drawing, not a screenshot');
  });

  test('the four clocks are kept apart, in UTC and by the clocks of the United Kingdom', () => {
    const shown = section('ABC_1').textContent;
    expect(shown).toContain('2026-06-01 11:34:57.123 UTC 1 June 2026, 12:34:57 BST');
    expect(shown).toContain('\u201C12:31 PM \u00B7 Jun 1, 2026\u201D');
    expect(shown).toContain('2026-06-01 11:31:02.000 UTC 1 June 2026, 12:31:02 BST');
    expect(shown).toContain('worked out from the number the platform gave the post');
    expect(shown).toContain('give or take 1 second');
    expect(shown).toContain('The number is made when the post is first sent.');
    expect(section('ABC_2').textContent).toContain('1 December 2026, 09:00:00 GMT');
    expect(section('ABC_2').textContent).toContain('UTC+05:30');
  });

  test('what was not found is said to be not found', () => {
    expect(section('ABC_1').textContent).toMatch(/Not found on the page[^.]*account number/);
  });

  test('the latest of the words is shown, with the number of versions', () => {
    const shown = section('ABC_1').textContent;
    expect(shown).toContain('It is the third one this week.');
    expect(shown).not.toContain('First version.');
    expect(shown).toContain('Version 2 of 2');
  });

  test('steps that failed and their reasons, and every file with its digest', () => {
    expect(section('ABC_2').textContent).toContain('failed. The browser gave no picture of this page.');
    for (const artifact of sampleRecords[0]?.artifacts ?? []) {
      expect(section('ABC_1').textContent).toContain(artifact.sha256);
      expect(section('ABC_1').textContent).toContain(artifact.path);
    }
  });

  test('one without page, post or picture is shown all the same', () => {
    const other = reportHtml(sampleInput({}, 2));
    expect(other).toContain('There is no picture of this exhibit.');
    expect(other).toContain('The tab was closed while it was being recorded.');
  });
});

test('it claims no more than it shows', () => {
  expect(text()).not.toMatch(/\b(valid|authentic\w*|forensic\w*|court-proof|verified|genuine)\b/i);
  expect(text()).toContain('Who typed a post.');
});

function text(): string {
  return document.body.textContent;
}

function section(id: string) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no section ${id}`);
  return found;
}
