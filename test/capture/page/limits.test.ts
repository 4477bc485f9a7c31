// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { limits } from '../../../src/capture/page/limits.ts';

/** happy-dom lays nothing out: every element is a box that is worth a word. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 300));
});
afterEach(() => vi.restoreAllMocks());

const details = (read?: Document) => limits(read).map(({ detail }) => detail);

it('of a frame is said that the picture alone shows it', () => {
  document.body.innerHTML = '<iframe id="f" src="https://elsewhere.test/chat"></iframe>';
  expect(details()).toEqual([
    'The page holds a frame with another page inside from elsewhere.test (iframe#f, 400×300); the picture shows it, the text and the copy do not.',
  ]);
});

it('of the frame whose words are the text is said that the text shows it too, and of no other', () => {
  document.body.innerHTML = '<iframe id="read"></iframe><iframe id="other"></iframe>';
  const inner = new Document();
  vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockImplementation(function (
    this: Element,
  ) {
    return this.id === 'read' ? inner : new Document();
  });
  expect(details(inner)).toEqual([
    expect.stringMatching(/iframe#read, 400×300\); the picture and the text show it, the copy does not\.$/),
    expect.stringMatching(/iframe#other, 400×300\); the picture shows it, the text and the copy do not\.$/),
  ]);
});

it('of embedded content is said that neither text nor copy has it', () => {
  document.body.innerHTML = '<embed id="e" src="letter.pdf">';
  expect(details()).toEqual([
    expect.stringMatching(/embed#e, 400×300\); it is neither in the text nor in the copy\.$/),
  ]);
});
