import { textBytes } from '../../../src/bundle/layout.ts';
import { png } from '../../samples/bundle.ts';
import { get, joined, type Row, withKey } from './forgeries.ts';
import { withOtherContent } from './other-content.ts';

const windowsProgram = textBytes('MZ\u0000\u0000This program cannot be run in DOS mode.');

/** A file of a kind that no bundle has, sealed like all others by somebody who has the key. */
function put(path: string, bytes: Uint8Array = windowsProgram): Row {
  return [`${path} put in`, () => withKey(files => files.set(path, bytes)), 'file.kind.unexpected', path];
}

const exhibit = 'data/exhibits/ABC_1/';

/** A file of the first exhibit with other bytes, named so by its record. */
function become(what: string, path: string, bytes: Uint8Array): Row {
  return [what, () => withOtherContent({ path, bytes }), 'file.kind.unexpected', exhibit + path];
}

/** The picture of the first exhibit as something else altogether, named so by its record. */
function relisted(path: string, mediaType: string, bytes: Uint8Array): Row {
  return [
    `a picture as ${path}`,
    () => withOtherContent({ path: 'screenshot-post.png', bytes, listedAs: { path, mediaType } }),
    'file.kind.unexpected',
    exhibit + path,
  ];
}

const picture = png(40, 30, 1);
const script = textBytes('<script>alert(1)</script>');
const utf16 = new Uint8Array(Buffer.from('\uFEFF<!doctype html><script>alert(1)</script>', 'utf16le'));

/** A JPEG of one pixel, without its last bytes. */
const jpegStart = new Uint8Array([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
]);

/** By a holder of the key: files that nobody expects beside evidence, and files that are not what they are called. */
export const filesPutIn: readonly Row[] = [
  put('data/viewer.exe'),
  put('data/police/statement.docm'),
  put('data/police/report.xlsm'),
  put('data/police/evidence.pdf.lnk'),
  put('data/police/screensaver.scr'),
  put('data/report.js', textBytes('WScript.Shell')),
  put('data/report.hta', textBytes('<script>1</script>')),
  put('data/autorun.inf', textBytes('[autorun]\r\nopen=viewer.exe\r\n')),
  put('data/desktop.ini', textBytes('[.ShellClassInfo]\r\n')),
  put('data/exhibits/ABC_1/desktop.ini', textBytes('[.ShellClassInfo]\r\n')),
  put('data/-rf', textBytes('')),
  put('data/--help', textBytes('')),
  put('data/-rf.png', picture),
  put('data/restricted/ABC_1/screenshot-post.png', picture),
  put('data/notes.txt', textBytes('a stray note')),
  put('data/report.htm', script),
  put('data/report.svg', textBytes('<svg xmlns="http://www.w3.org/2000/svg"/>')),
  put('data/police/page.html', script),
  put('data/police/sub/folder/file.docx', textBytes('PK')),
  put('data/preservation/x/viewer.exe'),
  put('data/preservation/x/letter.docx', textBytes('PK')),
  put('data/received/0123456789abcdef/setup.exe'),
  put('data/exhibits/readme.txt', textBytes('read me')),
  put('data/exhibits/ABC_1/tiles/run.bat', textBytes('@echo off')),
  put('data/exhibits/ABC_1/capture.tsr', textBytes('<script>')),
  put('data/police/statement.docx'),
  put('data/police/statement-draft.docx', textBytes('PK\u0003\u0004 and no more')),
  put('data/report.pdf', script),
  put('data/police/accounts.csv', new Uint8Array([0xff, 0xfe, 0x61, 0])),
  put('data/police/chronology.csv', textBytes('a;"b\r\n')),
  [
    '300 stray files put in',
    () =>
      withKey(files => {
        for (let index = 0; index < 300; index += 1) files.set(`data/stray/${index}.dat`, textBytes('x'));
      }),
    'file.kind.unexpected',
    'data/stray/299.dat',
  ],
  relisted(
    'screenshot-post.svg',
    'image/svg+xml',
    textBytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  ),
  relisted('viewer.exe', 'application/x-msdownload', windowsProgram),
  relisted('viewer.hta', 'application/hta', script),
  relisted('viewer.js', 'text/javascript', textBytes('alert(1)')),
  relisted('page-two.html', 'text/html', textBytes('<!doctype html><p>Another page</p>')),
  relisted('screenshot-post.gif', 'image/gif', textBytes('GIF89a')),
  relisted('screenshot-post.txt', 'image/png', picture),
  [
    'a page as an archive of another kind',
    () =>
      withOtherContent({
        path: 'page.html',
        bytes: textBytes('MIME-Version: 1.0\r\n'),
        listedAs: { path: 'page.mhtml', mediaType: 'multipart/related', role: 'page-mhtml' },
      }),
    'file.kind.unexpected',
    `${exhibit}page.mhtml`,
  ],
  become('a picture that is a program', 'screenshot-post.png', windowsProgram),
  become(
    'eight bytes of a picture and then a script',
    'screenshot-post.png',
    joined(picture.subarray(0, 8), script),
  ),
  become('a picture with a script after its end', 'screenshot-post.png', joined(picture, script)),
  become('a picture with a byte after its end', 'screenshot-post.png', joined(picture, new Uint8Array(1))),
  become('a picture cut short', 'screenshot-post.png', picture.subarray(0, picture.length - 12)),
  become(
    'a picture without pixels',
    'screenshot-post.png',
    joined(picture.subarray(0, 33), picture.subarray(-12)),
  ),
  become('a picture that is nothing', 'screenshot-post.png', new Uint8Array()),
  become('a picture that is a picture of another kind', 'screenshot-post.png', jpegStart),
  [
    'a JPEG that does not end',
    () =>
      withOtherContent({
        path: 'screenshot-post.png',
        bytes: jpegStart,
        listedAs: { path: 'screenshot-post.jpg', mediaType: 'image/jpeg' },
      }),
    'file.kind.unexpected',
    `${exhibit}screenshot-post.jpg`,
  ],
  [
    'a WebP that is longer than it says',
    () =>
      withOtherContent({
        path: 'screenshot-post.png',
        bytes: textBytes('RIFF\u0004\u0000\u0000\u0000WEBPVP8 \u0000\u0000\u0000\u0000<script>'),
        listedAs: { path: 'screenshot-post.webp', mediaType: 'image/webp' },
      }),
    'file.kind.unexpected',
    `${exhibit}screenshot-post.webp`,
  ],
  become('a text with a NUL in it', 'text.txt', textBytes('I know\u0000 where you live.')),
  become('a text that is not UTF-8', 'text.txt', new Uint8Array([0x49, 0xe9, 0x20, 0x49])),
  become('a text in UTF-16', 'text.txt', utf16),
  become('a page in UTF-16', 'page.html', utf16),
  become('a page in UTF-7', 'page.html', textBytes('<html>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</html>')),
  become(
    'a page that calls itself UTF-7',
    'page.html',
    textBytes('<html><head><meta charset="utf-7"></head></html>'),
  ),
  become(
    'a page that calls itself UTF-16 in another way',
    'page.html',
    textBytes(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-16"></head></html>',
    ),
  ),
  become('a page with a NUL in it', 'page.html', textBytes('<html>\u0000</html>')),
  become('a page that is no page', 'page.html', textBytes('alert(1)')),
  [
    'a READ-ME-FIRST that is no text',
    () =>
      withKey(files =>
        files.set('READ-ME-FIRST.txt', joined(get(files, 'READ-ME-FIRST.txt'), windowsProgram)),
      ),
    'file.kind.unexpected',
    'READ-ME-FIRST.txt',
  ],
];
