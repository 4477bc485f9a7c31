/** The selectors of a list, such as `h2, h3`; commas in brackets and in quotation marks part nothing. */
export function selectorParts(list: string): readonly string[] {
  const marks = /\\.|"(?:\\.|[^"])*"|'(?:\\.|[^'])*'|[([\])]|,/gs;
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: mark, index } of list.matchAll(marks)) {
    if (mark === '(' || mark === '[') depth += 1;
    if (mark === ')' || mark === ']') depth -= 1;
    if (mark !== ',' || depth > 0) continue;
    parts.push(list.slice(start, index));
    start = index + 1;
  }
  return [...parts, list.slice(start)].map(part => part.trim());
}
