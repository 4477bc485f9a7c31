/** A digest to be read aloud: capital hexadecimal in groups of four, so a SHA-256 gives 16 groups. */
export function groupsOfFour(hex: string): readonly string[] {
  return hex.toUpperCase().match(/.{1,4}/g) ?? [];
}

/** The same groups joined to lines of `aLine` groups, for a text or a narrow screen. */
export function linesOfGroups(hex: string, aLine = 4): readonly string[] {
  const groups = groupsOfFour(hex);
  const lines = Math.ceil(groups.length / aLine);
  return Array.from({ length: lines }, (_, line) => groups.slice(line * aLine, (line + 1) * aLine).join(' '));
}
