import { describe, expect, it } from 'vitest';
import { characterMap } from '../../../src/reports/pdf/character-map.ts';
import { drawnRuns } from '../../../src/reports/pdf/drawable.ts';
import { reportFonts } from '../../samples/pdf.ts';

const fonts = reportFonts();
const characters = { regular: characterMap(fonts.regular), bold: characterMap(fonts.bold) };

describe('the character map of a font', () => {
  it('holds what the font was cut down to', () => {
    for (const letter of 'Aé£ŵŁΩжЂҐ€“…ỡ')
      expect(characters.regular.has(letter.codePointAt(0) ?? 0)).toBe(true);
    for (const letter of 'Aé£ŵŁΩжЂҐ€“…') expect(characters.bold.has(letter.codePointAt(0) ?? 0)).toBe(true);
    expect(characters.regular.size).toBeGreaterThan(900);
  });

  it('holds nothing that runs from right to left, and no control of the direction', () => {
    const wrongWay =
      /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]/u;
    for (const map of Object.values(characters))
      expect([...map].filter(code => wrongWay.test(String.fromCodePoint(code)))).toEqual([]);
  });

  it('throws for what is no font', () => {
    expect(() => characterMap(new Uint8Array(64))).toThrow('no table cmap in the font');
  });
});

describe('text cut into what can be drawn', () => {
  const shown = (text: string, bold = false) =>
    drawnRuns(text, bold, characters).map(run =>
      run.kind === 'mark' ? run.text : `${run.bold ? 'B' : 'R'}:${run.text}`,
    );
  const mark = (count: number) =>
    `‹not drawn: ${count} ${count === 1 ? 'character' : 'characters'}; see report.html and text.txt›`;

  it('is one run where all of it can', () => {
    expect(shown('plain text')).toEqual(['R:plain text']);
    expect(shown('plain text', true)).toEqual(['B:plain text']);
    expect(shown('')).toEqual([]);
  });

  it('falls back from bold to regular, letter by letter', () => {
    expect(shown('Nguyễn', true)).toEqual(['B:Nguy', 'R:ễ', 'B:n']);
  });

  it('has one mark for words of another script and the spaces and points between them', () => {
    expect(shown('a שלום, עולם! b')).toEqual(['R:a ', mark(10), 'R:! b']);
  });

  it('has a mark for each line', () => {
    expect(shown('你好\n世界')).toEqual([mark(2), 'R:\n', mark(2)]);
  });

  it('leaves words between two marks alone', () => {
    expect(shown('你 and 好')).toEqual([mark(1), 'R: and ', mark(1)]);
  });

  it('counts an emoji of many parts, and a letter with a mark of its own, as one', () => {
    expect(shown('👩🏽‍🚒')).toEqual([mark(1)]);
    expect(shown('1️⃣')).toEqual([mark(1)]);
    expect(shown('w\u0302')).toEqual(['R:w\u0302']);
  });

  it('marks lone surrogates and controls rather than lose them', () => {
    expect(shown('\ud800')).toEqual([mark(1)]);
    expect(shown('a\u202eb')).toEqual(['R:a', mark(1), 'R:b']);
  });

  it('is short in a narrow place', () => {
    expect(drawnRuns('🙂', false, characters, true)).toEqual([
      { kind: 'mark', text: '‹not drawn: 1 character›' },
    ]);
  });
});
