import { queryAll, textContentOf } from '../../dom/tree.ts';

const longestScript = 8_000_000;
const mostScripts = 400;

/**
 * The JSON that scripts of a page assign to a variable, as in `var name = {…};`, one entry per script. The scripts are
 * never run: only text that is valid JSON is taken.
 */
export function assignedJson(document: Document, name: string): unknown[] {
  const start = new RegExp(`(?:^|[\\s;])(?:var\\s+)?(?:window\\.)?${name}\\s*=\\s*(?=\\{)`);
  return queryAll(document, 'script:not([src])')
    .slice(0, mostScripts)
    .flatMap(script => {
      const text = textContentOf(script);
      const found = text.length > longestScript ? null : start.exec(text);
      return found === null ? [] : parsed(text, found.index + found[0].length);
    });
}

function parsed(text: string, from: number): unknown[] {
  const end = endOfObject(text, from);
  if (end === undefined) return [];
  try {
    return [JSON.parse(text.slice(from, end))];
  } catch {
    return [];
  }
}

/** Where the object that begins at `from` ends; undefined when it is not closed. */
function endOfObject(text: string, from: number): number | undefined {
  const marks = /["{}\\]/g;
  marks.lastIndex = from;
  let depth = 0;
  let isText = false;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '\\') marks.lastIndex += 1;
    else if (mark[0] === '"') isText = !isText;
    else if (!isText) depth += mark[0] === '{' ? 1 : -1;
    if (depth === 0 && mark[0] === '}' && !isText) return marks.lastIndex;
  }
  return undefined;
}
