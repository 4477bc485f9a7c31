import type { PNG } from 'pngjs';
import { cellSize, letterWith } from './letter-font.ts';

/** A word that was read from a picture, with the place of its first letter in pixels. */
export interface PictureWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const bit = cellSize / 4;

/** Every word that stands in the picture in the letters of the test's font, row by row and from left to right. */
export function wordsIn(picture: PNG): PictureWord[] {
  const words: { text: string; x: number; y: number; end: number }[] = [];
  for (let y = 0; y + cellSize <= picture.height; y += 1) {
    for (let x = 0; x + cellSize <= picture.width; x += 1) {
      const letter = letterAt(picture, x, y);
      if (letter === undefined) continue;
      const word = words.at(-1);
      if (word !== undefined && word.y === y && word.end === x) {
        word.text += letter;
        word.end += cellSize;
      } else words.push({ text: letter, x, y, end: x + cellSize });
      x += cellSize - 1;
    }
  }
  return words;
}

function isDark(picture: PNG, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return false;
  return (picture.data[(y * picture.width + x) * 4 + 1] ?? 255) < 100;
}

function letterAt(picture: PNG, x: number, y: number): string | undefined {
  if (!isDark(picture, x, y) || isDark(picture, x - 1, y) || isDark(picture, x, y - 1)) return undefined;
  for (let down = 0; down < cellSize; down += 1) {
    for (let across = 0; across < bit; across += 1)
      if (!isDark(picture, x + across, y + down)) return undefined;
    for (let across = 3 * bit; across < cellSize; across += 1) {
      if (isDark(picture, x + across, y + down)) return undefined;
    }
  }
  if (isDark(picture, x, y + cellSize)) return undefined;
  return letterWith(columnAt(picture, x + bit, y), columnAt(picture, x + 2 * bit, y));
}

function columnAt(picture: PNG, x: number, y: number): number {
  let bits = 0;
  for (let row = 0; row < 4; row += 1) {
    bits = bits * 2 + (isDark(picture, x + bit / 2, y + row * bit + bit / 2) ? 1 : 0);
  }
  return bits;
}
