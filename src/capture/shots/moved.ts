import type { Identity, View } from '../../messaging/page-protocol.ts';
import { boundedText } from '../../model/bounded-text.ts';

/** What may have changed between two views of a page. None of it may change while a picture is taken. */
export type Move = 'address' | 'identity' | 'size' | 'position';

/** Positions that differ by less than this are equal (CSS pixels). */
const stillness = 0.05;

/**
 * The gravest difference between the page before a picture and after it; undefined when nothing differs. The address
 * counts with its fragment, because applications keep their rooms there.
 */
export function moveBetween(before: View, after: View): Move | undefined {
  if (before.measure.address !== after.measure.address) return 'address';
  const isSamePlace = isSamePosition(before, after);
  // At another position of a page, other posts are in view.
  const isComparable = isSamePlace || before.identity?.posts === undefined;
  if (isComparable && !isSameIdentity(before.identity, after.identity)) return 'identity';
  if (!isSameSize(before, after)) return 'size';
  return isSamePlace ? undefined : 'position';
}

/** Whether two posts are one by number, words and author. */
export function isSameIdentity(one: Identity | undefined, other: Identity | undefined): boolean {
  return one?.key === other?.key && one?.words === other?.words && one?.author === other?.author;
}

/** Whether a page shows, at the same position, none of the posts that it showed there before. */
export function isAnotherList(before: View, after: View): boolean {
  const [seen, shown] = [before.identity?.posts, after.identity?.posts];
  if (seen === undefined || shown === undefined || !isSamePosition(before, after)) return false;
  return !seen.some(post => shown.includes(post));
}

function isSameSize({ measure: one }: View, { measure: other }: View): boolean {
  return (
    one.devicePixelRatio === other.devicePixelRatio &&
    one.visual.scale === other.visual.scale &&
    [
      [one.inner.width, other.inner.width],
      [one.inner.height, other.inner.height],
      [one.client.width, other.client.width],
      [one.client.height, other.client.height],
    ].every(isNear)
  );
}

function isSamePosition(one: View, other: View): boolean {
  return [
    [one.measure.scroll.x, other.measure.scroll.x],
    [one.measure.scroll.y, other.measure.scroll.y],
    [one.measure.visual.x, other.measure.visual.x],
    [one.measure.visual.y, other.measure.visual.y],
    [one.at.x, other.at.x],
    [one.at.y, other.at.y],
    [one.port.x, other.port.x],
    [one.port.y, other.port.y],
    [one.port.width, other.port.width],
    [one.port.height, other.port.height],
  ].every(isNear);
}

/** A page whose size changed by less than this (CSS pixels) gained and lost nothing. */
const leastChange = 4;

/** Whether the size of what is recorded changed. */
export function isOtherSize({ whole: one }: View, { whole: other }: View): boolean {
  return [one.height - other.height, one.width - other.width].some(by => Math.abs(by) >= leastChange);
}

/**
 * Whether a page's size changed and its amount of text too: something came in or went away. Hidden or moved parts
 * change only the size, a clock only the text.
 */
export function isAnotherWhole(one: View, other: View): boolean {
  return isOtherSize(one, other) && one.letters !== other.letters;
}

function isNear([one = 0, other = 0]: readonly number[]): boolean {
  return Math.abs(one - other) < stillness;
}

/** A sentence in plain words about what was seen before and after. */
export function wordsOfMove(move: Move, before: View, after: View): string {
  switch (move) {
    case 'address': {
      const [from, to] = [before, after].map(({ measure }) => boundedText(measure.address, 1_000));
      return `While it was recorded the page changed its own address from ${from} to ${to}.`;
    }
    case 'identity':
      return `While it was recorded ${before.identity?.key === undefined ? 'what the page showed' : 'the post'} changed${named(before, after)}.`;
    case 'size':
      return 'While it was recorded the window or its zoom changed.';
    case 'position':
      return 'The page kept moving while a picture was taken.';
  }
}

function named(before: View, after: View): string {
  const [from, to] = [before, after].map(({ identity }) =>
    [identity?.author, identity?.key].filter(part => part !== undefined).join(', '),
  );
  return from === to || from === ''
    ? ''
    : ` from ${boundedText(from ?? '', 500)} to ${boundedText(to || 'another', 500)}`;
}

/** Thrown when the page is no longer the one in the earlier pictures; the recording has to begin again. */
export class PageMoved extends Error {
  readonly move: Move;

  constructor(move: Move, words: string) {
    super(words);
    this.name = 'PageMoved';
    this.move = move;
  }
}
