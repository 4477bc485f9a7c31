/** The attribute in which the copy stores states that only a running page has. */
export const stateAttribute = 'data-holdfast-is';

/** The attribute in which the copy stores how far a part was scrolled: two whole numbers, CSS pixels. */
export const scrollAttribute = 'data-holdfast-scroll';

/** The prefix of elements that an HTML parser would not keep in their place. */
export const substitutePrefix = 'holdfast-';

/** Pseudo-classes that only a running page has, without the colon. */
export const states: readonly string[] = [
  ...['hover', 'active', 'focus', 'focus-visible', 'focus-within', 'target', 'indeterminate', 'default'],
  ...['placeholder-shown', 'valid', 'invalid', 'user-valid', 'user-invalid', 'in-range', 'out-of-range'],
  ...[
    'read-write',
    'autofill',
    '-webkit-autofill',
    'popover-open',
    'modal',
    'fullscreen',
    'picture-in-picture',
  ],
  ...[
    '-webkit-full-screen',
    '-moz-full-screen',
    'playing',
    'paused',
    'muted',
    'seeking',
    'buffering',
    'stalled',
  ],
];

const stateNames = new Set(states);

/** Pseudo-classes in a style sheet's text. */
const named = /:(-?[a-z][a-z-]*)(?:\(\s*([-\w]+)\s*\))?/gi;

/** The states that a style sheet tests; `state(x)` for a custom element's own, `undefined` for `:defined`. */
export function statesIn(css: string): Set<string> {
  const found = new Set<string>();
  for (const [, written = '', argument] of css.matchAll(named)) {
    const name = written.toLowerCase();
    if (name === 'defined') found.add('undefined');
    else if (name === 'read-only') found.add('read-write');
    else if (name === 'state' && argument !== undefined) found.add(`state(${argument})`);
    else if (stateNames.has(name)) found.add(name);
  }
  return found;
}

/** Rules whose block holds further rules. */
const grouping = /^@(?:media|supports|layer|container|scope|starting-style|(?:-moz-)?document)\b/i;

/**
 * The style sheet with its selectors rewritten for the copy: names that the copy changed (`renamed`), and states that
 * only a running page has. Everything else stays.
 */
export function rewriteSelectors(css: string, renamed: ReadonlySet<string>): string {
  const parts: string[] = [];
  const blocks: ('rules' | 'opaque')[] = [];
  let start = 0;
  for (let at = 0; at < css.length; at += 1) {
    const character = css[at] ?? '';
    if (character === '"' || character === "'") at = endOfString(css, at);
    else if (character === '\\') at += 1;
    else if (character === '(' || character === '[') at = endOfBracket(css, at);
    else if (character === ';' || character === '}') {
      if (character === '}') blocks.pop();
      parts.push(css.slice(start, at + 1));
      start = at + 1;
    } else if (character === '{') {
      const prelude = css.slice(start, at);
      const kind = blocks.at(-1) === 'opaque' ? 'opaque' : kindOf(prelude);
      const isSelector = kind === 'selector' || /^\s*@scope\b/i.test(prelude);
      parts.push(isSelector ? selectorInCopy(prelude, renamed) : prelude, '{');
      blocks.push(kind === 'opaque' ? 'opaque' : 'rules');
      start = at + 1;
    }
  }
  parts.push(css.slice(start));
  return parts.join('');
}

function kindOf(prelude: string): 'selector' | 'rules' | 'opaque' {
  const text = prelude.trimStart();
  if (text.startsWith('@')) return grouping.test(text) ? 'rules' : 'opaque';
  return /^--[-\w]*\s*:/.test(text) ? 'opaque' : 'selector';
}

/** Where the string that begins at `at` ends; the end of the text when it is not closed. */
function endOfString(css: string, at: number): number {
  const quote = css[at] ?? '"';
  let end = css.indexOf(quote, at + 1);
  while (end !== -1 && isEscaped(css, end)) end = css.indexOf(quote, end + 1);
  return end === -1 ? css.length : end;
}

function isEscaped(css: string, at: number): boolean {
  let backslashes = 0;
  while (css[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Where the bracket that opens at `at` closes; the end of the text when it does not. */
function endOfBracket(css: string, at: number): number {
  let depth = 0;
  for (let here = at; here < css.length; here += 1) {
    const character = css[here] ?? '';
    if (character === '"' || character === "'") here = endOfString(css, here);
    else if (character === '\\') here += 1;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') {
      depth -= 1;
      if (depth === 0) return here;
    }
  }
  return css.length;
}

/** Functions whose arguments are selectors. */
const takesSelectors =
  /^::?(?:is|not|where|has|host|host-context|slotted|-webkit-any|-moz-any|matches|nth-child|nth-last-child)$/i;
const oldPseudoElements = /^:(?:before|after|first-line|first-letter)$/i;

const token =
  /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]|[.#](?:[-\w\u0080-\uffff]|\\[\s\S])+|::?[-\w]+|(?:[-\w\u0080-\uffff]|\\[\s\S])+|[\s\S]/g;

/** What precedes a test within one compound selector. */
type Before = 'plain' | 'host' | 'pseudo-element';

/** One selector list rewritten for the copy. Its specificity stays the same, except for `:host:hover` and the like. */
export function selectorInCopy(selector: string, renamed: ReadonlySet<string>): string {
  const parts: string[] = [];
  let before: Before = 'plain';
  const opened: Before[] = [];
  const tokens = Array.from(selector.matchAll(token), ([text]) => text);
  for (let at = 0; at < tokens.length; at += 1) {
    const text = tokens[at] ?? '';
    if (text === '(') {
      opened.push(before);
      before = 'plain';
    } else if (text === ')') before = opened.pop() ?? 'plain';
    else if (/^[\s,>+~|]$/.test(text)) before = 'plain';
    else if (text.startsWith(':')) {
      const end = tokens[at + 1] === '(' && !takesSelectors.test(text) ? closing(tokens, at + 1) : at;
      parts.push(pseudoInCopy(tokens.slice(at, end + 1).join(''), before));
      at = end;
      if (text.startsWith('::') || oldPseudoElements.test(text)) before = 'pseudo-element';
      else if (/^:host$/i.test(text) && tokens[at + 1] !== '(') before = 'host';
      continue;
    }
    // After a namespace prefix only a plain name is valid.
    const isName = tokens[at - 1] !== '|' && /^[-\w]+$/.test(text) && renamed.has(text.toLowerCase());
    parts.push(isName ? `:is(${text}, ${substitutePrefix}${text.toLowerCase()})` : text);
  }
  return parts.join('');
}

function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at] === '(') depth += 1;
    else if (tokens[at] === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return tokens.length - 1;
}

function pseudoInCopy(text: string, before: Before): string {
  if (before === 'pseudo-element') return text;
  const name = text.slice(1).toLowerCase();
  const own = /^state\(\s*([-\w]+)\s*\)$/.exec(name)?.[0];
  if (name === 'defined') return `:not(${stateTest('undefined', before)})`;
  if (name === 'read-only') return `:not(${stateTest('read-write', before)})`;
  if (own === undefined && !stateNames.has(name)) return text;
  const test = stateTest(
    own === undefined ? name : `state(${text.slice(text.indexOf('(') + 1, -1).trim()})`,
    before,
  );
  // Hovering works in the copy as well, so both tests apply.
  return name === 'hover' && before === 'plain' ? `:is(:hover, ${test})` : test;
}

function stateTest(name: string, before: Before): string {
  const test = `[${stateAttribute}~="${name}"]`;
  return before === 'host' ? `:host(${test})` : test;
}
