/** A PDF that is built as the report is, of two objects, with these entries in its catalogue. */
export function actingPdf(entries: string): Uint8Array {
  return pdfOf([`<<\n/Type /Catalog\n${entries}\n>>`, '<<\n/Type /Pages\n/Kids []\n/Count 0\n>>']);
}

/** A PDF of these objects, one after the other, with the list of where they stand. */
export function pdfOf(objects: readonly string[], after = ''): Uint8Array {
  const places: number[] = [];
  let text = '%PDF-1.7\n%ÿÿÿÿ\n';
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const list = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const listed = `xref\n0 ${size}\n0000000000 65535 f \n${list}trailer\n<<\n/Size ${size}\n/Root 1 0 R\n>>\n`;
  const whole = `${text}${listed}startxref\n${text.length}\n%%EOF\n${after}`;
  return new Uint8Array(Buffer.from(whole, 'latin1'));
}
