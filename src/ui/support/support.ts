import { z } from 'zod';
import { type Jurisdiction, jurisdictionSchema } from '../../model/details.ts';
import { daySchema } from '../../model/preservation.ts';
import data from './support.json' with { type: 'json' };

const words = z.string().min(1).max(200);

/**
 * One place to turn to. `web` is an address as text, without `https://`. `confirmed` is false where the number or
 * address was not read in a copy of the organisation's own page, or that of a public body; it is then shown as such.
 */
export const supportEntrySchema = z.object({
  id: z.string().regex(/^[\da-z-]+$/),
  topic: z.enum([
    'emergency',
    'police',
    'any-crime',
    'distress',
    'young',
    'stalking',
    'domestic',
    'sexual-violence',
    'intimate-images',
    'hate',
    'online',
    'fraud',
  ]),
  name: words,
  forWhom: words,
  jurisdictions: z.array(jurisdictionSchema).min(1),
  phone: words.optional(),
  text: words.optional(),
  web: z
    .string()
    .regex(/^[\da-z.-]+\.[a-z]+(\/[\da-z-]+)*$/)
    .optional(),
  hours: words.optional(),
  note: words.optional(),
  confirmed: z.boolean(),
  checked: daySchema,
});
export type SupportEntry = z.infer<typeof supportEntrySchema>;
export type SupportTopic = SupportEntry['topic'];

/** Every place to turn to, 999 first. */
export const support: readonly SupportEntry[] = z.array(supportEntrySchema).parse(data);

/** The places for one part of the United Kingdom, in the same order; all of them when the part is not known. */
export function supportFor(jurisdiction: Jurisdiction | undefined): readonly SupportEntry[] {
  if (jurisdiction === undefined) return support;
  return support.filter(({ jurisdictions }) => jurisdictions.includes(jurisdiction));
}

/** Places under one heading. Those that serve every part have no jurisdiction. */
export interface SupportGroup {
  readonly jurisdiction: Jurisdiction | undefined;
  readonly entries: readonly SupportEntry[];
}

/** All places by where they are: everywhere first, then each part. A place in two parts is in both groups. */
export function supportGroups(): readonly SupportGroup[] {
  const parts = jurisdictionSchema.options;
  const isEverywhere = ({ jurisdictions }: SupportEntry) => jurisdictions.length === parts.length;
  return [
    { jurisdiction: undefined, entries: support.filter(isEverywhere) },
    ...parts.map(jurisdiction => ({
      jurisdiction,
      entries: supportFor(jurisdiction).filter(each => !isEverywhere(each)),
    })),
  ];
}

/** The places for a small screen: danger, police, help after any crime, distress. */
export function firstSupport(jurisdiction: Jurisdiction | undefined): readonly SupportEntry[] {
  const topics: readonly SupportTopic[] = ['emergency', 'police', 'any-crime', 'distress'];
  return supportFor(jurisdiction).filter(({ topic, id }) => topics.includes(topic) && id !== 'crimestoppers');
}

/** The earliest day on which one of them was last checked, as YYYY-MM-DD. */
export const supportChecked: string = support.map(({ checked }) => checked).toSorted()[0] ?? '';
