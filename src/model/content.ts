import { z } from 'zod';

/**
 * What kind of item it is, as its keeper says; never inferred. The first ten are kinds of content; the others are the
 * acts that the Protection from Harassment Act 1997 s.2A(3) lists as examples of stalking.
 */
export const contentCategorySchema = z.enum([
  'threat',
  'false-statement',
  'intimate-image',
  'unwanted-sexual-image',
  'stolen-photo',
  'private-information',
  'hate',
  'impersonation',
  'blackmail',
  'self-harm-encouraged',
  'following',
  'contacting',
  'publishing',
  'monitoring',
  'loitering',
  'interfering-with-property',
  'watching',
  'other',
]);
export type ContentCategory = z.infer<typeof contentCategorySchema>;

/** What the person believes the hostility was about. It rests on their perception alone; several are possible. */
export const hateGroundSchema = z.enum([
  'race',
  'religion',
  'sexual-orientation',
  'transgender-identity',
  'disability',
  'sex',
  'other',
]);
export type HateGround = z.infer<typeof hateGroundSchema>;
