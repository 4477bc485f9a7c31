import JSZip from 'jszip';

/** Everything that stands in a file: of a Word document every part, also what no page shows; else its text. */
export async function everythingIn(path: string, bytes: Uint8Array): Promise<string> {
  if (!path.endsWith('.docx')) return new TextDecoder().decode(bytes);
  const { files } = await JSZip.loadAsync(bytes);
  const parts = Object.values(files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  const texts = await Promise.all(parts.map(part => part.async('string')));
  return texts.map(text => text.replace(/<[^>]*>/g, '')).join('\n');
}
