/**
 * Stands in for parts of pdfmake, pdfkit and fontkit that the report never uses: encryption, PNG, SVG, QR codes, WOFF
 * fonts and a file system. Each throws when it is called.
 */
function leftOut(): never {
  throw new Error('left out of this build');
}

export const readFileSync = leftOut;
export const cbc = leftOut;
export const ecb = leftOut;
export const sha256 = leftOut;
export default Object.assign(leftOut, { readFileSync: leftOut });
