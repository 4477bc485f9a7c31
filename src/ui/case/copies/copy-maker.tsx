import { useState } from 'preact/hooks';
import type { Artifact, CaptureRecord } from '../../../model/capture.ts';
import { roleWords, shownImages } from '../../../words/artifacts.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useObjectUrl } from '../../parts/use-object-url.ts';
import { useSaving } from '../../parts/use-saving.ts';
import { useArtifact } from '../exhibit/picture.tsx';
import { CopyAreas } from './copy-areas.tsx';
import { changesSomething, type Drafting, drafted, newDrafting } from './copy-draft.ts';
import { CopyPreview, CopyStage } from './copy-stage.tsx';

interface CopyMakerProps {
  readonly record: CaptureRecord;
  readonly onClose: () => void;
}

/** The pictures of an exhibit that can be copied: those shown in reports that are PNG. */
export function copyablePictures({ artifacts }: CaptureRecord): readonly Artifact[] {
  return shownImages(artifacts).filter(({ mediaType }) => mediaType === 'image/png');
}

/** Lets the person choose a picture and, once they ask to see it, make a copy of it. */
export function CopyMaker({ record, onClose }: CopyMakerProps) {
  const pictures = copyablePictures(record);
  const [path, setPath] = useState(pictures[0]?.path ?? '');
  const [isOpen, setOpen] = useState(false);
  const artifact = pictures.find(each => each.path === path);
  return (
    <div class="copy-maker" id="copy-maker">
      {pictures.length > 1 && (
        <SelectField
          id="copy-picture"
          label="Which picture?"
          value={path}
          options={pictures.map(each => [each.path, roleWords[each.role]] as const)}
          onChange={chosen => {
            setPath(chosen);
            setOpen(false);
          }}
        />
      )}
      <div class="button-row">
        <button type="button" id="copy-show" aria-pressed={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide picture' : 'Show picture'}
        </button>
        <button type="button" onClick={onClose}>
          Stop without a copy
        </button>
      </div>
      {isOpen && artifact !== undefined && (
        <CopyForm key={path} record={record} artifact={artifact} onDone={onClose} />
      )}
    </div>
  );
}

interface CopyFormProps {
  readonly record: CaptureRecord;
  readonly artifact: Artifact;
  readonly onDone: () => void;
}

function CopyForm({ record, artifact, onDone }: CopyFormProps) {
  const { blob, error } = useArtifact(record.id, artifact, true);
  const url = useObjectUrl(blob);
  const [drafting, setDrafting] = useState<Drafting | undefined>(undefined);
  if (error !== undefined) return <FaultNotice error={error} />;
  if (url === undefined) return <p class="muted">Reading the log…</p>;
  if (drafting === undefined)
    return (
      <img
        class="copy-measured"
        src={url}
        alt=""
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setDrafting(newDrafting({ width: naturalWidth, height: naturalHeight }))
        }
      />
    );
  return <CopyDesk {...{ record, artifact, url, drafting, setDrafting, onDone }} />;
}

interface CopyDeskProps extends CopyFormProps {
  readonly url: string;
  readonly drafting: Drafting;
  readonly setDrafting: (change: (drafting: Drafting | undefined) => Drafting | undefined) => void;
}

function CopyDesk({ record, artifact, url, drafting, setDrafting, onDone }: CopyDeskProps) {
  const { send } = usePorts();
  const saving = useSaving();
  const [purpose, setPurpose] = useState('');
  const [isPreview, setPreview] = useState(false);
  const step: Parameters<typeof CopyStage>[0]['onStep'] = next => {
    saving.say('');
    setDrafting(before => before && drafted(before, next));
  };
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (!changesSomething(drafting)) return saving.say('Cover an area, or cut the picture, first.');
    const { covered, crop } = drafting.now;
    const plan = {
      captureId: record.id,
      path: artifact.path,
      covered: [...covered],
      purpose: purpose.trim(),
    };
    if (await saving.run(() => send('copy:make', { ...plan, ...(crop && { crop }) }))) onDone();
  }
  return (
    <form onSubmit={event => void save(event)}>
      <div class="button-row">
        <button
          type="button"
          id="copy-preview"
          aria-pressed={isPreview}
          onClick={() => setPreview(!isPreview)}
        >
          {isPreview ? 'Go on covering' : 'Look at the copy'}
        </button>
      </div>
      {isPreview ? (
        <CopyPreview url={url} drafting={drafting} />
      ) : (
        <>
          <p class="hint">
            Draw over what nobody should see. Or choose an area with the Tab key: arrow keys move it, Shift
            and arrow keys change its size, Delete takes it away.
          </p>
          <CopyStage url={url} drafting={drafting} onStep={step} />
          <CopyAreas drafting={drafting} onStep={step} />
        </>
      )}
      <TextField
        id="copy-purpose"
        label="What is the copy for?"
        hint="For example: the school. You may leave it empty."
        longest={200}
        value={purpose}
        onChange={setPurpose}
      />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button type="submit" id="copy-save" disabled={saving.isSaving}>
          Save the copy
        </button>
        <span role="status">{saving.said}</span>
      </div>
    </form>
  );
}
