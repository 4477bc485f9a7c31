import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { custodyActions } from '../src/model/custody.ts';
import { findingRows } from '../src/model/finding-codes.ts';

/** Where the document stands. */
export const findingsFile = resolve(fileURLToPath(import.meta.url), '../../docs/findings.md');

const head = `# Findings and custody actions

Made by \`npx tsx scripts/findings.ts\` from the tables in \`src/model/finding-codes/\` and \`src/model/custody.ts\`.
Do not edit it by hand.

## Findings

The verifier does not stop at the first fault. Each check gives a *finding*: a code, how serious it is, the file or event
it is about, and a sentence of its own, with names and numbers. The code always means the same. The worst finding
decides what the whole file is called:

| Severity | What it means | The file is called |
|---|---|---|
| \`unreadable\` | The file is not a bundle that can be read. | Could not be read |
| \`failure\` | Something is not as it was when it was sealed. | Altered |
| \`missing\` | Something that belongs here is not here. | Incomplete |
| \`notice\` | Worth knowing, or a check that could not be made. | – |
| \`success\` | The check was made and held. | Intact, if nothing worse was found |

Words used below:

- The *chain* is \`custody.jsonl\`, the list of what was done and when. Each line of it is an *event*.
- The *record of the case* is \`case.json\`. The *record* of an exhibit, or of its recording, is its \`capture.json\`.
- A *seal* is a signature over the lists of files. A *volume* is one of the ZIP files of an export.
- A *time-stamp* is what an outside *authority* signed to say when something existed.
- *Lost* means that Holdfast itself could no longer read it when the bundle was made, and said so in the bundle.
`;

const custodyHead = `## Custody actions

Every event of the chain has one action, and every action has one category: the six kinds of processing that section 62
of the Data Protection Act 2018 names.
`;

/** The text of `docs/findings.md`. */
export function findingsDocument(): string {
  const rows = findingRows();
  const groups = [...new Set(rows.map(({ code }) => firstWord(code)))].map(group => {
    const cells = rows
      .filter(({ code }) => firstWord(code) === group)
      .map(({ code, severity, sentence }) => [`\`${code}\``, severity, sentence]);
    return `### \`${group}\`\n\n${tableOf(['Code', 'Severity', 'What it means'], cells)}`;
  });
  const actions = Object.entries(custodyActions).map(([action, { category, sentence }]) => [
    `\`${action}\``,
    category,
    sentence,
  ]);
  return [
    head,
    ...groups,
    `${custodyHead}\n${tableOf(['Action', 'Category', 'What was done'], actions)}`,
  ].join('\n');
}

function firstWord(code: string): string {
  return code.split('.', 1)[0] ?? '';
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |\n`).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(findingsFile, findingsDocument());
