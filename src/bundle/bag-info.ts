import type { CaseRecord } from '../model/case.ts';

/** The bag declaration, RFC 8493 section 2.1.1: the whole content of `bagit.txt`. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The payload below `data/`: bytes of content and number of files. */
export interface Payload {
  readonly bytes: number;
  readonly files: number;
}

/** The content of `bag-info.txt`, RFC 8493 section 2.2.2. Bag-Size is for people, Payload-Oxum for programs. */
export function bagInfoText(record: CaseRecord, payload: Payload): string {
  const { id, volume, volumes } = record.group;
  const fields: readonly (readonly [label: string, value: string])[] = [
    ['Bag-Software-Agent', `${record.software.name} ${printable(record.software.version)}`],
    ['Bagging-Date', record.exportedAt.slice(0, 10)],
    ['External-Identifier', record.case.id],
    ['Bag-Size', sizeForPeople(payload.bytes)],
    ['Payload-Oxum', `${payload.bytes}.${payload.files}`],
    ['Bag-Group-Identifier', id],
    ['Bag-Count', `${volume} of ${volumes}`],
  ];
  return fields.map(([label, value]) => `${label}: ${value}\n`).join('');
}

/** The fields of `bag-info.txt`; undefined when a line is not a field or a label occurs twice. */
export function textToBagInfo(text: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  if (!text.endsWith('\n')) return undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const groups = /^(?<label>[A-Za-z-]+): (?<value>[\x20-\x7e]+)$/.exec(line)?.groups;
    if (groups?.['label'] === undefined || groups['value'] === undefined) return undefined;
    if (fields.has(groups['label'])) return undefined;
    fields.set(groups['label'], groups['value']);
  }
  return fields;
}

function sizeForPeople(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 100) / 10} kB`;
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}

function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '_');
}
