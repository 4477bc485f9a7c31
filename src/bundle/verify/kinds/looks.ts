/** First bytes by which programs recognise a file, in hexadecimal, and its name. */
const starts: readonly (readonly [start: string, words: string])[] = [
  ['4d5a', 'a program'],
  ['7f454c46', 'a program'],
  ['cafebabe', 'a program'],
  ['feedface', 'a program'],
  ['feedfacf', 'a program'],
  ['cffaedfe', 'a program'],
  ['0061736d', 'a program'],
  ['2321', 'a list of commands for a computer'],
  ['4c00000001140200', 'a link that can start a program'],
  ['d0cf11e0a1b11ae1', 'an old Office file, which can hold programs'],
  ['504b0304', 'a ZIP file or an Office document'],
  ['526172211a07', 'an archive'],
  ['377abcaf271c', 'an archive'],
  ['1f8b', 'an archive'],
  ['4d534346', 'an archive'],
  ['25504446', 'a PDF'],
  ['7b5c727466', 'a text document that can hold programs'],
  ['89504e470d0a1a0a', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['fffe', 'text in other letters than UTF-8'],
  ['feff', 'text in other letters than UTF-8'],
];

/** File name extensions by which computers choose the program for a file. */
const endings: readonly (readonly [endings: string, words: string])[] = [
  ['exe com scr pif msi msp dll sys cpl ocx jar apk app dmg pkg deb rpm appimage gadget', 'a program'],
  [
    'bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh wsc sct hta sh bash py pl rb php reg inf application',
    'a list of commands for a computer',
  ],
  ['lnk url website webloc desktop scf library-ms search-ms', 'a link that can start a program'],
  [
    'docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm doc dot xls xlt ppt pps mdb accdb rtf one chm',
    'an Office file, which can hold programs',
  ],
  ['iso img vhd vhdx', 'a disc with files of its own'],
  ['zip rar 7z gz tar cab xz bz2', 'an archive with files of its own'],
  ['svg svgz htm html xhtml xht mht mhtml xml xsl swf', 'a page that can hold programs'],
];

const byEnding = new Map(
  endings.flatMap(([names, words]) => names.split(' ').map(name => [name, words] as const)),
);

/** What a file seems to be, by its first bytes or else its extension; undefined when neither is known. */
export function seemsToBe(path: string, head: Uint8Array): string | undefined {
  const hex = Array.from(head.subarray(0, 16), byte => byte.toString(16).padStart(2, '0')).join('');
  return starts.find(([start]) => hex.startsWith(start))?.[1] ?? byName(path);
}

/** The same by the extension alone. */
export function byName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/^(?:autorun\.inf|desktop\.ini|\.?ds_store|thumbs\.db)$/.test(name))
    return 'a file that tells a computer what to do by itself';
  return byEnding.get(name.slice(name.lastIndexOf('.') + 1));
}
