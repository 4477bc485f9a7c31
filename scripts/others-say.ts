import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { sampleInput, zipOf } from '../test/samples/bundle.ts';
import { makePdf } from '../test/samples/pdf.ts';
import { sampleInput as sampleReport } from '../test/samples/report.ts';
import { type Answer, unzipped, versionOf } from './others-say/ask.ts';
import { type ForeignProgram, foreignPrograms } from './others-say/programs.ts';

/**
 * Writes docs/others-say.md anew: what programs that are not ours say of a bundle. Without arguments it is a sample made on
 * the spot; else of each ZIP file that is named. Ends with 1 when one of them finds fault.
 */
const target = resolve(import.meta.dirname, '../docs/others-say.md');
const folder = mkdtempSync(join(tmpdir(), 'others-say-'));
try {
  const named = process.argv.slice(2);
  const files = named.length > 0 ? named : [await makeSample(join(folder, 'sample.zip'))];
  const versions = new Map(foreignPrograms.map(program => [program, versionOf(program)]));
  const parts = files.map(file => partOn(file, versions));
  writeFileSync(target, `${[head(versions, named.length > 0), ...parts.map(({ text }) => text)].join('\n')}`);
  process.exitCode = parts.every(({ accepted }) => accepted) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function makeSample(path: string): Promise<string> {
  const documents = [{ path: 'report.pdf', bytes: await makePdf(sampleReport()) }];
  writeFileSync(path, await zipOf({ ...(await sampleInput()), documents }));
  return path;
}

type Versions = ReadonlyMap<ForeignProgram, string | undefined>;

function head(versions: Versions, wereNamed: boolean): string {
  const rows = [...versions].map(
    ([program, version]) =>
      `| ${program.name} | \`${program.package}\` | ${version ?? 'not installed, not asked'} |`,
  );
  return [
    '# What others say of a bundle',
    '',
    `Answers of programs that are not ours, word for word but for the folder’s path, written by \`npx tsx scripts/others-say.ts\` on ${new Date().toISOString().slice(0, 10)}.`,
    ...(wereNamed
      ? []
      : [
          'The bundle was made for it by the code that writes bundles, without a browser and without time-stamps.',
        ]),
    'Name ZIP files behind it to ask about those. Where the programs are installed,',
    '[others-say.test.ts](../test/bundle/others-say.test.ts) holds them to it. Whose key it is, none of them can say:',
    'each is told to trust the certificate in the bundle, as a reader does who has compared its fingerprint.',
    '',
    '| Program | Debian’s package | Version |',
    '|---|---|---|',
    ...rows,
    '',
    'Not asked, since it is no package of Debian’s: the European Commission’s DSS. Nothing is said here of what it would answer.',
    '',
    '`certtool --verify` is not among the commands. It follows chains up to an authority, and the certificate of a',
    'bundle is none and has none: it says so of every certificate that its own key signed. The signature is checked by `--p7-verify`.',
    '',
  ].join('\n');
}

function partOn(file: string, versions: Versions): { readonly text: string; readonly accepted: boolean } {
  const bundle = unzipped(file);
  try {
    const asked = [...versions]
      .filter(([, version]) => version !== undefined)
      .map(([program]) => ({ program, answers: bundle.ask(program) }));
    const size = readFileSync(file).length;
    const text = [
      `## ${basename(file)}, ${size} bytes`,
      '',
      ...asked.flatMap(({ program, answers }) => [`### ${program.name}`, '', ...answers.flatMap(lines)]),
    ].join('\n');
    return { text, accepted: asked.every(({ answers }) => answers.every(({ accepted }) => accepted)) };
  } finally {
    bundle.remove();
  }
}

function lines({ line, status, said, accepted }: Answer): readonly string[] {
  const outcome = accepted ? `Accepted, exit code ${status}.` : `**Not accepted, exit code ${status}.**`;
  return ['```', `$ ${line}`, ...(said === '' ? [] : [said]), '```', '', outcome, ''];
}
