import type { Content } from 'pdfmake/interfaces.js';
import type { ComponentChildren } from 'preact';
import { describe, expect, it } from 'vitest';
import { joinedBlocks } from '../../../src/reports/pdf/block.ts';
import { blocksOf } from '../../../src/reports/pdf/blocks.ts';
import { characterMap } from '../../../src/reports/pdf/character-map.ts';
import { columnWidths } from '../../../src/reports/pdf/column-widths.ts';
import { type Context, Places } from '../../../src/reports/pdf/context.ts';
import { contentWidth, drawnWidth, sliceHeights } from '../../../src/reports/pdf/copies.ts';
import { fontFamily, print } from '../../../src/reports/pdf/print.ts';
import { elementsOf } from '../../../src/reports/pdf/tree.ts';
import { reportFonts } from '../../samples/pdf.ts';
import { readPdf } from './read-pdf.ts';

const fonts = reportFonts();

function contextOf(): Context {
  const characters = { regular: characterMap(fonts.regular), bold: characterMap(fonts.bold) };
  return { characters, placed: new Map(), facts: new Map(), places: new Places(), index: [], blocksOf };
}

function contentsOf(children: ComponentChildren, context = contextOf()): Content[] {
  const around = { isInSheet: false, isTight: false, isNarrow: false };
  const contents = joinedBlocks(blocksOf(elementsOf(children), context, around));
  context.places.settle();
  return contents;
}

async function printed(children: ComponentChildren) {
  const definition = { content: contentsOf(children), defaultStyle: { font: fontFamily } };
  return readPdf(await print({ definition, fonts, pictures: new Map(), onProgress: () => {} }));
}

describe('elements on paper', () => {
  it('keep text, order and line breaks, and lose the space around them', async () => {
    const { pages } = await printed(
      <div>
        {' loose '}
        <strong>words</strong>
        <p>
          one <bdi> two </bdi>
          <br />
          three
        </p>
        <ol>
          <li>first</li>
          <li>
            second{' '}
            <ul>
              <li>inner</li>
            </ul>
          </li>
        </ol>
        <blockquote>{'a\n\n  b'}</blockquote>
      </div>,
    );
    expect(
      pages[0]
        ?.split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    ).toEqual(
      expect.arrayContaining(['loose words', 'one two', 'three', '1. first', '2. second', 'inner', 'a', 'b']),
    );
  });

  it('print the headings of a table again on every page', async () => {
    const { flat } = await printed(
      <table>
        <caption>A long table</caption>
        <thead>
          <tr>
            <th>Number</th>
            <th>Words</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 120 }, (_, row) => (
            <tr key={row}>
              <th>{row}</th>
              <td>{`row number ${row}`}</td>
            </tr>
          ))}
        </tbody>
      </table>,
    );
    expect(flat.length).toBeGreaterThan(2);
    for (const page of flat) expect(page).toContain('A long table Number Words');
    for (let row = 0; row < 120; row++) expect(flat.join(' ')).toContain(`row number ${row} `);
  });

  it('lose nothing of a cell, a value or an item that is longer than a page', async () => {
    const long = (name: string) => Array.from({ length: 900 }, (_, word) => `${name}${word}`).join(' ');
    const { flat } = await printed(
      <>
        <h2>Above</h2>
        <dl class="fields">
          <div>
            <dt>Name</dt>
            <dd>{long('value')}</dd>
          </div>
        </dl>
        <h3>Next</h3>
        <table>
          <thead>
            <tr>
              <th>H</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{long('cell')}</td>
            </tr>
          </tbody>
        </table>
        <h3>Next</h3>
        <ul>
          <li>{long('item')}</li>
        </ul>
        <p class="notice">{long('notice')}</p>
        <figure>
          <figcaption>{long('caption')}</figcaption>
        </figure>
      </>,
    );
    const words = new Set(flat.join(' ').split(' '));
    const written = ['value', 'cell', 'item', 'notice', 'caption'].flatMap(name => long(name).split(' '));
    expect(written.filter(word => !words.has(word))).toEqual([]);
  });

  it('draw the shapes and words of a chart', async () => {
    const { flat } = await printed(
      <svg viewBox="0 0 400 100">
        <title>Items a day</title>
        <g>
          <rect x="10" y="10" width="50" height="80" fill="#336699" />
          <line x1="0" y1="95" x2="400" y2="95" stroke="#888" />
        </g>
        <text x="200" y="50" text-anchor="middle" font-size="12">
          12 on 3 June
        </text>
      </svg>,
    );
    expect(flat).toHaveLength(1);
    expect(flat[0]).toContain('12 on 3 June');
  });

  it('lead a link to its place, whichever comes first, and leave one that leads nowhere', () => {
    const text = JSON.stringify(
      contentsOf(
        <>
          <p>
            <a href="#there">go</a> <a href="#nowhere">lost</a> <a href="https://example.org/">out</a>
          </p>
          <section id="there">
            <h2 id="there-heading">Here</h2>
          </section>
        </>,
      ),
    );
    expect(text.match(/linkToDestination":"([^"]+)"/g)).toEqual(['linkToDestination":"there"']);
    expect(text).toContain('"id":"there"');
    expect(text).not.toContain('example.org');
  });

  it('leave out what is never read, as a style', () => {
    expect(
      JSON.stringify(
        contentsOf(
          <>
            <style>{'p { color: red }'}</style>
            <p>kept</p>
          </>,
        ),
      ),
    ).not.toContain('red');
  });
});

describe('the widths of columns', () => {
  it('fill the room, and give more to the longer text', () => {
    const widths = columnWidths(
      [
        ['No.', 'What'],
        ['1', 'A sentence of several words, which takes room'],
      ],
      500,
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(500);
    expect(widths[1]).toBeGreaterThan(3 * (widths[0] ?? 0));
  });

  it('share too little room among many long words', () => {
    const widths = columnWidths([Array.from({ length: 40 }, () => 'x'.repeat(50))], 300);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(300);
  });
});

describe('the pieces of a picture', () => {
  it.each([
    [1280, 720],
    [1280, 52_380],
    [300, 4000],
    [1, 1],
  ])('of %i × %i pixels have all of it, each no taller than a sheet', (width, height) => {
    const heights = sliceHeights({ width, height });
    expect(heights.reduce((sum, each) => sum + each, 0)).toBe(height);
    const scale = drawnWidth(width) / width;
    for (const each of heights) expect(each * scale).toBeLessThanOrEqual(670);
    expect(drawnWidth(width)).toBeLessThanOrEqual(contentWidth);
  });

  it('are one where the picture fits below its caption', () => {
    expect(sliceHeights({ width: 1280, height: 1000 })).toEqual([1000]);
  });
});
