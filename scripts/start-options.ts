import { parseArgs } from 'node:util';
import { z } from 'zod';
import { captureScopeSchema } from '../src/model/capture.ts';
import { authorityAddressSchema, mostAuthorities } from '../src/model/time-stamp.ts';

const usage = `npm start -- [options]
  --headless          do the whole job without a window (default when there is no display)
  --headed            open the browser and leave it to you
  --url URL           record this address instead of the sample (repeatable)
  --scope SCOPE       post, viewport or page: how each --url is recorded (default post)
  --browser NAME      chromium or firefox (default chromium)
  --browser-arg ARG   hand ARG to the browser (repeatable)
  --tsa URL           have this authority time-stamp records and bundle (repeatable: the first that answers)
  --tsa-ca FILE       trust the root certificates in this PEM file (repeatable)
  --out DIR           where the bundle goes (default out/)`;

const optionsSchema = z.object({
  url: z.array(z.url({ protocol: /^https?$/ })).default([]),
  scope: captureScopeSchema.default('post'),
  browser: z.enum(['chromium', 'firefox']).default('chromium'),
  'browser-arg': z.array(z.string()).default([]),
  tsa: z.array(authorityAddressSchema).max(mostAuthorities).default([]),
  'tsa-ca': z.array(z.string().min(1)).default([]),
  out: z.string().min(1).default('out'),
  headed: z.boolean().default(false),
  headless: z.boolean().default(false),
});
/** What `npm start` was told. */
export type Options = z.infer<typeof optionsSchema>;

/** The options of the command line; undefined when they ask for help or are wrong, which `say` then tells. */
export function readOptions(say: (line: string) => void): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string', multiple: true },
        scope: { type: 'string' },
        browser: { type: 'string' },
        'browser-arg': { type: 'string', multiple: true },
        tsa: { type: 'string', multiple: true },
        'tsa-ca': { type: 'string', multiple: true },
        out: { type: 'string' },
        headed: { type: 'boolean' },
        headless: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (!values.help) return optionsSchema.parse(values);
    say(usage);
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    say(
      issue
        ? `--${String(issue.path[0])}: ${issue.message}`
        : error instanceof Error
          ? error.message
          : String(error),
    );
    say(usage);
  }
  return undefined;
}

/** Whether a person is to see the browser and do the rest. */
export function isHeaded(options: Options): boolean {
  const hasDisplay =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return options.headed || (!options.headless && hasDisplay);
}
