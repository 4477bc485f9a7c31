#!/usr/bin/env node
import packageFile from '../../package.json' with { type: 'json' };
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  version: packageFile.version,
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
});
