/** Decodes base64. Throws when the text is no base64. */
export function fromBase64(text: string): Uint8Array {
  // Three times as fast as atob, but missing in the oldest browsers that Holdfast runs in.
  if ('fromBase64' in Uint8Array && typeof Uint8Array.fromBase64 === 'function') {
    return Uint8Array.fromBase64(text);
  }
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** The bytes of a `data:…;base64,` address. Throws when it is none. */
export function fromDataAddress(address: string): Uint8Array {
  const comma = address.indexOf(';base64,');
  if (!address.startsWith('data:') || comma < 0) throw new Error('not a data address');
  return fromBase64(address.slice(comma + ';base64,'.length));
}
