import { plain } from '../src/cli/plain.ts';
import { checkReaders } from './readers/check.ts';
import { readOptions } from './readers/options.ts';

/** Shows a maintainer what the readers see of a page. Ends with 1 when the arguments are wrong or the page cannot be read. */
try {
  const options = readOptions(process.argv.slice(2));
  if ('help' in options) console.log(options.help);
  else await checkReaders(options, line => console.log(line));
} catch (error) {
  const said = error instanceof Error ? error.message : String(error);
  console.error(said.split('\n').map(plain).join('\n'));
  process.exitCode = 1;
}
