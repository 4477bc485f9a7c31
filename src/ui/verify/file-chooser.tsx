import { useId } from 'preact/hooks';
import { useDrop } from './use-drop.ts';

interface FileChooserProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** What happens to the files, in one sentence. */
  readonly fate?: string;
}

/** Chooses files with a button or by dropping them. Several files of one case are taken together. */
export function FileChooser({ onFiles, fate = 'Nothing is unpacked, sent or kept.' }: FileChooserProps) {
  const isOver = useDrop(onFiles);
  const id = useId();
  return (
    <div class={isOver ? 'drop over' : 'drop'}>
      <label for={id}>Choose the ZIP file, or drop it on this page</label>
      <p class="hint" id={`${id}-hint`}>
        If a case was exported as several ZIP files, choose all of them together. {fate}
      </p>
      <input
        id={id}
        type="file"
        multiple
        aria-describedby={`${id}-hint`}
        onClick={event => {
          event.currentTarget.value = '';
        }}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
