import { parseArgs } from 'node:util';
import { z } from 'zod';

const usage = `npm run readers -- PAGE.html [--at ADDRESS] | --url ADDRESS
Prints of each post on a page what the readers saw, where, and by which rule.
  PAGE.html         a page saved as HTML; everything else that it asks for is refused
  --at ADDRESS      where the saved page stood. Left out where the page itself says so in a first line such as
                    <!-- https://x.com/a/status/1 | en-GB | Europe/London -->, or as Chromium saves it
  --url ADDRESS     open this address in Chromium and read what it shows
  --headful         with --url: show the window and wait for Enter, so that you can sign in or scroll
  --profile FOLDER  with --url: keep the browser's profile here, so that you stay signed in; shows the window too
  --post N          only the Nth post`;

const addressSchema = z.url({
  protocol: /^https?$/,
  error: 'no address that begins with http:// or https://',
});

const optionsSchema = z
  .object({
    page: z.string().optional(),
    at: addressSchema.optional(),
    url: addressSchema.optional(),
    headful: z.boolean().default(false),
    profile: z.string().min(1).optional(),
    post: z.coerce.number('no number of a post').int().positive().optional(),
  })
  .refine(({ page, url }) => (page === undefined) !== (url === undefined), {
    error: 'name either a saved page or --url',
  })
  .refine(({ page, at }) => at === undefined || page !== undefined, {
    error: '--at says where a saved page stood; for a page in the web give --url alone',
  })
  .refine(({ page, headful, profile }) => page === undefined || (!headful && profile === undefined), {
    error: '--headful and --profile go with --url alone',
  });

/** What the command was told. */
export type Options = z.infer<typeof optionsSchema>;

/** What the arguments say: options, or `help`. Throws a sentence, and how the command is used, where they are wrong. */
export function readOptions(args: readonly string[]): Options | { readonly help: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        url: { type: 'string' },
        headful: { type: 'boolean' },
        profile: { type: 'string' },
        post: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return { help: usage };
    if (positionals.length > 1) throw new Error('one page at a time');
    return optionsSchema.parse({ ...values, page: positionals[0] });
  } catch (error) {
    throw new Error(`${complaint(error)}\n\n${usage}`, { cause: error });
  }
}

function complaint(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  const [issue] = error.issues;
  const path = issue?.path.map(part => `--${String(part)}: `).join('') ?? '';
  return `${path}${issue?.message ?? ''}`;
}
