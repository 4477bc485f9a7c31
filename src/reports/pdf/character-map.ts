/**
 * Every code point for which a TrueType font has a glyph, read from its own `cmap` table. Throws when the bytes are not
 * a font or hold no Unicode map of format 4 or 12. https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 */
export function characterMap(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const drawn = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, drawn);
    if (format === 12) readGroups(view, at, drawn);
  }
  if (drawn.size === 0) throw new Error('no character map in the font');
  return drawn;
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map(byte => view.getUint8(record + byte)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`no table ${tag} in the font`);
}

/** Format 4: segments of the Basic Multilingual Plane, in four parallel arrays. */
function readSegments(view: DataView, at: number, drawn: Set<number>): void {
  const double = view.getUint16(at + 6);
  for (let segment = 0; segment < double; segment += 2) {
    const end = view.getUint16(at + 14 + segment);
    const start = view.getUint16(at + 16 + double + segment);
    const delta = view.getUint16(at + 16 + double * 2 + segment);
    const rangeAt = at + 16 + double * 3 + segment;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = range === 0 ? code + delta : view.getUint16(rangeAt + range + (code - start) * 2);
      if ((glyph & 0xffff) !== 0) drawn.add(code);
    }
  }
}

/** Format 12: groups of code points of every plane. */
function readGroups(view: DataView, at: number, drawn: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const record = at + 16 + group * 12;
    for (let code = view.getUint32(record); code <= view.getUint32(record + 4); code++) drawn.add(code);
  }
}
