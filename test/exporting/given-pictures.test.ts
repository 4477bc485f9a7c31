import { describe, expect, it } from 'vitest';
import { givenPictures } from '../../src/exporting/gather/given-pictures.ts';
import type { Artifact } from '../../src/model/capture.ts';
import type { WordsVersion } from '../../src/model/case.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { type ExportChoice, wholeCase } from '../../src/model/export-choice.ts';
import { sha256Schema, toInstant } from '../../src/model/identifiers.ts';
import { type WorkingCopy, workingCopyIdSchema } from '../../src/model/working-copy.ts';
import { captureId } from '../ui/fake-ports.ts';

const digest = sha256Schema.parse('a'.repeat(64));
const file = (role: Artifact['role'], path: string): Artifact => ({
  role,
  path,
  mediaType: 'image/png',
  size: 1,
  sha256: digest,
});
const artifacts = [
  file('screenshot-post', 'screenshot-post.png'),
  file('screenshot-viewport', 'screenshot-viewport.png'),
  file('tile', 'tiles/001.png'),
  file('page-snapshot', 'page.html'),
  file('page-mhtml', 'page.mhtml'),
  file('post-text', 'text.txt'),
];
const reference = exhibitReference('ABC', 1);

/** A copy whose id ends in this digit. */
function copy(number: number): WorkingCopy {
  return {
    id: workingCopyIdSchema.parse(`7c0c7a52-7a3e-4f61-9a39-2f5f2d0f7a7${number}`),
    captureId: captureId(1),
    of: { path: 'screenshot-post.png', sha256: digest },
    covered: [{ x: 0, y: 0, width: 1, height: 1 }],
    width: 2,
    height: 2,
    mediaType: 'image/png',
    size: 1,
    sha256: digest,
    madeAt: toInstant(0),
    purpose: '',
  };
}

function words(
  version: number,
  ...categories: NonNullable<WordsVersion['words']['categories']>
): WordsVersion {
  const said = { whatHappened: '', impact: '', tags: [], people: [], categories };
  return { version, writtenAt: toInstant(0), words: said, sha256: digest };
}

function given(said: readonly WordsVersion[], choice: Partial<ExportChoice> = {}) {
  const copies = [copy(1), copy(2)];
  return givenPictures(
    { record: { reference, artifacts }, words: said, copies },
    { ...wholeCase, ...choice },
  );
}

const pixels = artifacts.map(({ path }) => path).filter(path => path !== 'text.txt');

describe('what goes of the pictures of an exhibit', () => {
  it('is the original and no copy, where nobody chose', () => {
    expect(given([])).toEqual({ give: 'original', heldBack: [], copies: [], isShown: true });
    expect(given([words(1, 'threat')]).heldBack).toEqual([]);
  });

  it('is nothing with pixels in it but the chosen copies, where they go instead', () => {
    const chosen = given([], { pictures: [{ reference, give: 'copies', copies: [copy(2).id] }] });
    expect(chosen).toEqual({ give: 'copies', heldBack: pixels, copies: [copy(2)], isShown: true });
  });

  it('is never the original because a chosen copy is gone', () => {
    const gone = given([], { pictures: [{ reference, give: 'copies', copies: [copy(3).id] }] });
    expect(gone).toMatchObject({ heldBack: pixels, copies: [] });
  });

  it('is both where both were chosen', () => {
    const both = given([], { pictures: [{ reference, give: 'both', copies: [copy(1).id] }] });
    expect(both).toMatchObject({ heldBack: [], copies: [copy(1)] });
  });

  it.each(['police', 'solicitor', 'platform'] as const)(
    'is nothing for %s where it is marked as intimate',
    recipient => {
      for (const category of ['intimate-image', 'unwanted-sexual-image'] as const)
        expect(given([words(1, category)], { recipient })).toMatchObject({
          give: 'nothing',
          heldBack: pixels,
          copies: [],
          isShown: false,
        });
    },
  );

  it('is all of it in one’s own copy, where no report shows it', () => {
    expect(given([words(1, 'intimate-image')], { recipient: 'own-copy' })).toMatchObject({
      heldBack: [],
      isShown: false,
    });
  });

  it('is what was chosen, also of what is marked', () => {
    const chosen = given([words(1, 'intimate-image')], {
      pictures: [{ reference, give: 'original', copies: [] }],
    });
    expect(chosen).toMatchObject({ heldBack: [], isShown: true });
  });

  it('follows the last words alone, in whatever order they come', () => {
    const unmarked = [words(2, 'threat'), words(1, 'intimate-image')];
    expect(given(unmarked).give).toBe('original');
    const marked = [words(2, 'intimate-image'), words(1, 'threat')];
    expect(given(marked).give).toBe('nothing');
  });
});
