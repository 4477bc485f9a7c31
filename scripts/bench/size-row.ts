import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { buildAll, built } from '../build.ts';
import { type Row, row } from './row.ts';

/** `size`: the larger of the two extensions as zipped for a store, against the 2 MB it may have. */
export async function sizeRow(): Promise<Row> {
  await buildAll();
  const sizes = await Promise.all([zippedSize(built.chromium), zippedSize(built.firefox)]);
  return row('size', 'bytes', 1, { value: Math.max(...sizes), floor: 2_000_000 });
}

async function zippedSize(folder: string): Promise<number> {
  const zip = new JSZip();
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of files.filter(each => each.isFile())) {
    const path = join(file.parentPath, file.name);
    zip.file(path.slice(folder.length + 1), await readFile(path));
  }
  return (await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })).length;
}
