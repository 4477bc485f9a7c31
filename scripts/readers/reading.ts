import { z } from 'zod';

/**
 * One step to an element: of what matches `selector` below where the step before led, or around it. Of a list of
 * selectors only those are named that the element matches.
 */
const ruleSchema = z.object({ selector: z.string(), toward: z.enum(['below', 'around']) });
export type Rule = z.infer<typeof ruleSchema>;

/**
 * Where a value was read. `element` is a path that can be pasted into `document.querySelectorAll`, but for `>>>`, which is
 * the border of a shadow root. `isWalked`: the rules lead to an element near by, from where the reader went by hand.
 * `isOnly`: without this element the reader would have said something else.
 */
const placeSchema = z.object({
  element: z.string(),
  attribute: z.string().optional(),
  isOutside: z.boolean(),
  rules: z.array(ruleSchema),
  isWalked: z.boolean(),
  isOnly: z.boolean(),
});
export type Place = z.infer<typeof placeSchema>;

/** A selector, and how many elements matched it. */
const matchedSchema = z.object({ selector: z.string(), matched: z.number() });
export type Matched = z.infer<typeof matchedSchema>;

/**
 * What a reader said, where it read each value, and which selectors it asked for below the post, by whether any element
 * matched. Values go by the names that `leaves.ts` gives them. `fault` is what the reader threw, and then there is nothing else.
 */
const explainedSchema = z.object({
  read: z.record(z.string(), z.unknown()),
  places: z.record(z.string(), placeSchema),
  matched: z.array(z.string()),
  unmatched: z.array(z.string()),
  fault: z.string().optional(),
});
export type Explained = z.infer<typeof explainedSchema>;

/** Steps that lead to a value on pages that are known, and what they match in this post. */
const triedSchema = z.object({ page: z.string(), steps: z.array(matchedSchema) });
export type Tried = z.infer<typeof triedSchema>;

/** `rules` lead to the post, or as `isWalked` says to something that the reader went on from by hand. */
const readPostSchema = explainedSchema.extend({
  element: z.string(),
  rules: z.array(ruleSchema),
  isWalked: z.boolean(),
  tried: z.record(z.string(), z.array(triedSchema)),
});
export type PostReading = z.infer<typeof readPostSchema>;

/** What the readers say of one page. `asked` is what they asked of the whole page to find its posts. */
export const readingSchema = z.object({
  platform: z.object({ id: z.string(), name: z.string() }),
  identified: z.record(z.string(), z.unknown()).optional(),
  named: z.number().optional(),
  asked: z.array(matchedSchema),
  posts: z.array(readPostSchema),
  account: explainedSchema.optional(),
  signedIn: explainedSchema.optional(),
});
export type PageReading = z.infer<typeof readingSchema>;

/** How a value was found on a page that is known: the name of the value, the page, and the steps. */
export interface KnownRule {
  readonly name: string;
  readonly page: string;
  /** The layout of the post, as its reader names it; absent where it names none. */
  readonly reader?: string;
  readonly isOutside: boolean;
  readonly selectors: readonly string[];
}

/** What the script in the page is told. Without a viewer, language and zone are the browser's own. */
export interface ReadOrder {
  readonly address: string;
  readonly viewer?: { readonly language: string; readonly zone: string };
  readonly known: readonly KnownRule[];
}
