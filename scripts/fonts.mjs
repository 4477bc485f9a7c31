// Makes assets/fonts/*.ttf out of the whole Noto Sans files: node scripts/fonts.mjs FOLDER, where FOLDER holds
// NotoSans_400Regular.ttf and NotoSans_700Bold.ttf. Needs pyftsubset (Debian: fonttools). Not part of any build.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);

/** Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, and letters of old spelling. */
const cyrillic = ['U+0400-045F', 'U+0490-0491'];
/** Monotonic Greek with its numeral signs. */
const greek = ['U+0370-0377', 'U+037A-037F', 'U+0384-038A', 'U+038C', 'U+038E-03A1', 'U+03A3-03CE', 'U+03D7'];
const punctuation = [
  'U+2010-2015',
  'U+2017-2026',
  'U+2030',
  'U+2032-2033',
  'U+2039-203A',
  'U+203C',
  'U+2044',
  'U+2047-2049',
];
const symbols = [
  'U+20A0-20C0',
  'U+2116',
  'U+2122',
  'U+2126',
  'U+2190-2193',
  'U+2212',
  'U+2215',
  'U+221E',
  'U+2248',
  'U+2260',
  'U+2264-2265',
  'U+25A0',
  'U+25AA',
  'U+25CB',
  'U+25CF',
  'U+25CA',
  'U+FFFD',
];

const faces = {
  'NotoSans-Regular.ttf': {
    source: 'NotoSans_400Regular.ttf',
    ranges: [
      'U+0020-007E',
      'U+00A0-017F',
      // Croatian digraphs, Romanian, Vietnamese horns, Sami, Azerbaijani and Livonian letters.
      'U+018F',
      'U+0192',
      'U+01A0-01A1',
      'U+01AF-01B0',
      'U+01C4-01CC',
      'U+01CD-01DC',
      'U+01E2-01EF',
      'U+01F4-01F5',
      'U+01FA-021B',
      'U+021E-021F',
      'U+0226-0233',
      'U+0237',
      'U+0259',
      'U+0292',
      'U+02B9-02BC',
      'U+02C6-02C7',
      'U+02C9',
      'U+02D8-02DD',
      // Marks that are set over or under a letter by themselves.
      'U+0300-0304',
      'U+0306-030C',
      'U+030F',
      'U+0311-0314',
      'U+031B',
      'U+0323-0328',
      'U+032E',
      'U+0331',
      'U+0335-0338',
      'U+0342-0345',
      ...greek,
      ...cyrillic,
      // Other languages of Europe, the Caucasus and Central Asia.
      'U+0462-0463',
      'U+046A-046B',
      'U+0472-0475',
      'U+048A-04FF',
      // Welsh, Irish, Livonian and Vietnamese letters with marks.
      'U+1E00-1EF9',
      'U+2000-200A',
      'U+200C-200D',
      'U+202F',
      ...punctuation,
      'U+2070',
      'U+2074-207E',
      'U+2080-208E',
      'U+2150-215E',
      ...symbols,
      'U+FB00-FB04',
    ],
  },
  'NotoSans-Bold.ttf': {
    source: 'NotoSans_700Bold.ttf',
    ranges: [
      'U+0020-007E',
      'U+00A0-017F',
      'U+0218-021B',
      ...greek,
      ...cyrillic,
      'U+1E80-1E85',
      'U+1EF2-1EF3',
      ...punctuation,
      'U+20AC',
      'U+2122',
      'U+2212',
    ],
  },
};

for (const [name, { source, ranges }] of Object.entries(faces)) {
  const made = spawnSync(
    'pyftsubset',
    [
      join(folder, source),
      `--unicodes=${ranges.join(',')}`,
      `--output-file=${join('assets', 'fonts', name)}`,
      // No ligatures: what is copied out of the PDF is then what stood in the text.
      '--layout-features=kern,mark,mkmk,ccmp,locl',
      '--no-hinting',
      '--desubroutinize',
      '--drop-tables+=STAT,meta',
      '--name-IDs=0,1,2,4,6,13,14',
    ],
    { stdio: 'inherit' },
  );
  if (made.status !== 0) process.exit(1);
}
