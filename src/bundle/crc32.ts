/** Eight tables of 256 for the reflected polynomial 0xEDB88320 (ITU-T V.42), so that eight bytes go in one step. */
const tables = makeTables();

function makeTables(): readonly Int32Array[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const all = [first];
  for (let index = 1; index < 8; index++) {
    const previous = all[index - 1] ?? first;
    all.push(previous.map(value => (value >>> 8) ^ (first[value & 0xff] ?? 0)));
  }
  return all;
}

/** CRC-32 as ZIP uses it, an unsigned 32-bit number. `before` is the CRC of the bytes that came before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as readonly [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const at = (table: Int32Array, index: number) => table[index & 0xff] as number;
  let crc = ~before;
  const whole = bytes.length - (bytes.length % 8);
  let index = 0;
  for (; index < whole; index += 8) {
    const low =
      crc ^
      ((bytes[index] as number) |
        ((bytes[index + 1] as number) << 8) |
        ((bytes[index + 2] as number) << 16) |
        ((bytes[index + 3] as number) << 24));
    crc =
      at(t7, low) ^
      at(t6, low >>> 8) ^
      at(t5, low >>> 16) ^
      at(t4, low >>> 24) ^
      at(t3, bytes[index + 4] as number) ^
      at(t2, bytes[index + 5] as number) ^
      at(t1, bytes[index + 6] as number) ^
      at(t0, bytes[index + 7] as number);
  }
  for (; index < bytes.length; index++) crc = (crc >>> 8) ^ at(t0, crc ^ (bytes[index] as number));
  return ~crc >>> 0;
}
