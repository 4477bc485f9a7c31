import type { ReportExhibit } from '../input.ts';
import { methodWords, roleWords, sizeWords } from '../words/artifacts.ts';
import { Code } from './parts.tsx';

/** Every file of the exhibit with its size and digest, the record first. */
export function FilesPart({ exhibit }: { readonly exhibit: ReportExhibit }) {
  const { entry, record } = exhibit;
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
            <br />
            <Code>{artifact.sha256}</Code>
          </li>
        ))}
      </ul>
    </>
  );
}
