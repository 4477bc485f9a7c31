import { useState } from 'preact/hooks';
import type { Paper } from '../../exporting/engine.ts';
import { printPath, screenPath } from '../../exporting/plan/report-paths.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { useObjectUrl } from '../parts/use-object-url.ts';
import { useSaving } from '../parts/use-saving.ts';

interface PaperChoiceProps {
  readonly papers: readonly Paper[] | undefined;
  readonly leftOut: readonly string[];
  readonly onOpen: () => void;
  readonly onChange: (leftOut: readonly string[]) => void;
  readonly preview: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Every document with a box and a preview. The list is made when it is opened. */
export function PaperChoice({ papers, leftOut, onOpen, onChange, preview }: PaperChoiceProps) {
  const toggle = (path: string, isChosen: boolean) =>
    onChange(isChosen ? leftOut.filter(each => each !== path) : [...leftOut, path]);
  return (
    <details id="choose-papers" onToggle={event => event.currentTarget.open && onOpen()}>
      <summary>Papers: {leftOut.length === 0 ? 'all of them' : `all but ${leftOut.length}`}</summary>
      <p>
        They are drafts made from what you recorded and wrote. Nothing is signed for you. Look at any of them
        now.
      </p>
      {papers === undefined ? (
        <p class="muted" role="status">
          Reading the log…
        </p>
      ) : (
        <ul class="choice-list">
          {papers.map(paper => (
            <PaperLine
              key={paper.path}
              paper={paper}
              isChosen={!leftOut.includes(paper.path)}
              onToggle={isChosen => toggle(paper.path, isChosen)}
              preview={preview}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

interface PaperLineProps {
  readonly paper: Paper;
  readonly isChosen: boolean;
  readonly onToggle: (isChosen: boolean) => void;
  readonly preview: PaperChoiceProps['preview'];
}

/** The report for the screen is in every file; the one for printing is made only by the export. */
function PaperLine({ paper, isChosen, onToggle, preview }: PaperLineProps) {
  return (
    <li data-paper={paper.path}>
      <label class="check">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={paper.path === screenPath}
          onChange={event => onToggle(event.currentTarget.checked)}
        />{' '}
        <strong>{paper.title}</strong>
      </label>
      <p class="muted">
        {paper.purpose} <code>{paper.path}</code>
      </p>
      {paper.path !== printPath && <LookAt paper={paper} preview={preview} />}
    </li>
  );
}

interface LookAtProps {
  readonly paper: Paper;
  readonly preview: PaperChoiceProps['preview'];
}

function LookAt({ paper, preview }: LookAtProps) {
  const saving = useSaving();
  const [made, setMade] = useState<Uint8Array<ArrayBuffer> | undefined>(undefined);
  const name = <span class="visually-hidden"> {paper.title}</span>;
  if (made !== undefined)
    return (
      <>
        <button type="button" class="plain" onClick={() => setMade(undefined)}>
          Close{name}
        </button>
        <Shown paper={paper} made={made} />
      </>
    );
  return (
    <>
      <button
        type="button"
        class="plain"
        disabled={saving.isSaving}
        onClick={() => void saving.run(async () => setMade(await preview(paper.shown ?? paper.path)))}
      >
        Look at it{name}
      </button>
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
    </>
  );
}

/** A page or a list is shown here; a document for a word processor is offered for saving. */
function Shown({ paper, made }: { readonly paper: Paper; readonly made: Uint8Array<ArrayBuffer> }) {
  const [blob] = useState(() => new Blob([made]));
  const url = useObjectUrl(blob);
  if (paper.path === screenPath)
    return (
      <>
        <p class="muted">Without the pictures, which you find under Exhibits.</p>
        <iframe
          class="page-copy"
          sandbox=""
          srcDoc={new TextDecoder().decode(made)}
          title={`Preview of ${paper.title}`}
        />
      </>
    );
  if (/\.(csv|txt|json)$/.test(paper.path))
    return (
      <textarea
        readOnly
        rows={12}
        aria-label={`Preview of ${paper.title}`}
        value={new TextDecoder().decode(made).replace(/^\uFEFF/, '')}
      />
    );
  const file = (paper.shown ?? paper.path).split('/').at(-1) ?? paper.path;
  return url === undefined ? null : (
    <p>
      <a class="button" href={url} download={file}>
        Save {file} to look at it
      </a>
    </p>
  );
}
