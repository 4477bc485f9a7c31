import { useState } from 'preact/hooks';
import type { Artifact, CaptureRecord } from '../../../model/capture.ts';
import { isShownImage, methodWords, roleWords } from '../../../words/artifacts.ts';
import { Picture } from './picture.tsx';

/** Every picture of the exhibit, hidden until its button is pressed. Only one is shown at a time. */
export function Pictures({ record }: { readonly record: CaptureRecord }) {
  const [open, setOpen] = useState<string | undefined>(undefined);
  const shown = record.artifacts.filter(isShownImage);
  const tiles = record.artifacts.filter(artifact => artifact.role === 'tile');
  const draw = (artifact: Artifact, name: string) => (
    <Picture
      key={artifact.path}
      captureId={record.id}
      artifact={artifact}
      name={name}
      isOpen={open === artifact.path}
      onToggle={isOpen => setOpen(isOpen ? artifact.path : undefined)}
    >
      <HowMade artifact={artifact} record={record} />
    </Picture>
  );
  return (
    <section aria-labelledby="pictures-title">
      <h2 id="pictures-title">Pictures</h2>
      {shown.length === 0 && <p>There is no picture of this exhibit.</p>}
      {shown.length > 0 && <p class="muted">Pictures stay hidden until you ask for one.</p>}
      {shown.map(artifact => draw(artifact, sentence(roleWords[artifact.role])))}
      {tiles.length > 0 && (
        <details>
          <summary>The browser’s untouched pictures, from which they were made</summary>
          {tiles.map((artifact, index) =>
            draw(artifact, `Untouched picture ${index + 1} of ${tiles.length}`),
          )}
        </details>
      )}
    </section>
  );
}

function HowMade({ artifact, record }: { readonly artifact: Artifact; readonly record: CaptureRecord }) {
  const composition = record.compositions?.find(item => item.path === artifact.path);
  const redrawn = artifact.method === 're-render';
  return (
    <>
      {redrawn && (
        <p>
          <span class="label">Re-drawing, not a screenshot</span>
        </p>
      )}
      {artifact.method !== undefined && <p class="muted">{methodWords[artifact.method]}</p>}
      {composition !== undefined && (
        <p class="muted">
          {composition.width} × {composition.height} pixels, from {composition.parts.length}{' '}
          {composition.parts.length === 1 ? 'part' : 'parts'}: {partNames(composition.parts)}
        </p>
      )}
    </>
  );
}

function partNames(parts: readonly { readonly path: string }[]): string {
  return [...new Set(parts.map(part => part.path))].join(', ');
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
