/** How the files of each type begin. Text must begin without bytes that text cannot contain. */
const starts: Readonly<Record<string, (head: Uint8Array) => boolean>> = {
  'image/png': head => beginsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/jpeg': head => beginsWith(head, [0xff, 0xd8, 0xff]),
  'image/webp': head =>
    beginsWith(head, [0x52, 0x49, 0x46, 0x46]) && beginsWith(head.subarray(8), [0x57, 0x45]),
  'application/pdf': head => beginsWith(head, [0x25, 0x50, 0x44, 0x46]),
  'text/html': head => isText(head) && /^\uFEFF?\s*</.test(new TextDecoder().decode(head)),
  'text/plain': isText,
  'multipart/related': isText,
};

/** Whether a file's first bytes fit its media type (parameters are ignored); undefined for other types. */
export function looksLike(mediaType: string, head: Uint8Array): boolean | undefined {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(starts, type) ? starts[type]?.(head) : undefined;
}

function beginsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function isText(head: Uint8Array): boolean {
  return head.every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}
