import { methodWords, roleWords, sizeWords } from '../../words/artifacts.ts';
import type { ReportExhibit } from '../input.ts';
import { Code } from './parts.tsx';

/** Every file of the exhibit with its size and digest, the record first. */
export function FilesPart({ exhibit }: { readonly exhibit: ReportExhibit }) {
  const { entry, record } = exhibit;
  const isHeldBack = (path: string) => entry.heldBack?.includes(path) === true;
  return (
    <>
      <h3>Files</h3>
      <p class="aside">
        In the folder <code>{entry.directory}/</code>. Each digest is the SHA-256 of the file.
      </p>
      <ul class="files">
        <li>
          <code>capture.json</code>: {roleWords['capture-record']}
          <br />
          <Code>{entry.recordSha256}</Code>
        </li>
        {record.artifacts.map(artifact => (
          <li key={artifact.path} class={artifact.method === 're-render' ? 'redrawn' : ''}>
            <code>{artifact.path}</code>: {roleWords[artifact.role]}, {sizeWords(artifact.size)}
            {artifact.method === 're-render' && ` (${methodWords['re-render']})`}
            {isHeldBack(artifact.path) && (
              <strong> Held back by the producer: it is not in this file.</strong>
            )}
            <br />
            <Code>{artifact.sha256}</Code>
          </li>
        ))}
        {(entry.workingCopies ?? []).map(copy => (
          <li key={copy.path}>
            <code>{copy.path}</code>: working copy of <code>{copy.of.path}</code>, {sizeWords(copy.size)}
            <br />
            <Code>{copy.sha256}</Code>
          </li>
        ))}
      </ul>
    </>
  );
}
