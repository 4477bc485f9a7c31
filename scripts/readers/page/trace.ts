import type { Rule } from '../reading.ts';

/** Elements that were asked for: below `from`, or from it outwards. */
export interface Query {
  readonly kind: 'query';
  readonly from: Document | Element | DocumentFragment;
  readonly selector: string;
  readonly toward: Rule['toward'];
  readonly found: readonly Element[];
}

/** What was read of a node: an attribute by its name, or its text. */
export interface Read {
  readonly kind: 'read';
  readonly node: Node;
  readonly attribute?: string;
  readonly value: string;
}

/** One thing that a reader asked of the page. */
export type Step = Query | Read;

/** A question without its answer. */
type Asked = Omit<Query, 'found'> | Omit<Read, 'value'>;

/** Whether the page is to answer a question as if it held nothing. */
export type Silenced = (asked: Asked) => boolean;

/** Whether two questions are one. */
export function isSame(one: Asked, other: Asked): boolean {
  if (one.kind === 'query') {
    return other.kind === 'query' && one.from === other.from && one.selector === other.selector;
  }
  return other.kind === 'read' && one.node === other.node && one.attribute === other.attribute;
}

interface Recording {
  readonly steps: Step[];
  readonly isSilenced: Silenced;
}

let recording: Recording | undefined;

/** Runs a reader and answers with its outcome and with all that it asked, in order. What it throws is thrown. */
export function recorded<T>(run: () => T, isSilenced: Silenced = () => false): { result: T; steps: Step[] } {
  const outer = recording;
  const mine = { steps: [], isSilenced };
  recording = mine;
  try {
    return { result: run(), steps: mine.steps };
  } finally {
    recording = outer;
  }
}

/** Answers a query, and notes it while something is recorded. What is asked to find the answer is not noted. */
export function queried(asked: Omit<Query, 'found' | 'kind'>, answer: () => Element[]): Element[] {
  const here = recording;
  if (here === undefined) return answer();
  const query = { kind: 'query', ...asked } as const;
  const found = here.isSilenced(query) ? [] : unrecorded(answer);
  here.steps.push({ ...query, found });
  return found;
}

/** Answers with what a node holds, and notes it in the same way; undefined where it holds nothing of the kind. */
export function readOf(
  asked: Omit<Read, 'value' | 'kind'>,
  answer: () => string | undefined,
): string | undefined {
  const here = recording;
  if (here === undefined) return answer();
  const read = { kind: 'read', ...asked } as const;
  const value = here.isSilenced(read) ? undefined : unrecorded(answer);
  if (value !== undefined) here.steps.push({ ...read, value });
  return value;
}

function unrecorded<T>(run: () => T): T {
  const outer = recording;
  recording = undefined;
  try {
    return run();
  } finally {
    recording = outer;
  }
}
