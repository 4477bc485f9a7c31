import { rootsIn, type TrustedRoot } from '../../bundle/trusted-roots.ts';

interface PemFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Called with every certificate in the chosen files; empty when there are none. */
  readonly onRoots: (roots: readonly TrustedRoot[]) => void;
}

/** In bytes. Larger files are not read; files of certificates are far smaller. */
const largestFile = 1_000_000;

/** Chooses files with certificates in PEM. They are read here and sent nowhere. */
export function PemField({ id, label, hint, onRoots }: PemFieldProps) {
  const read = async (files: readonly File[]) => {
    const texts = await Promise.all(files.filter(({ size }) => size <= largestFile).map(file => file.text()));
    onRoots(await rootsIn(texts.join('\n')));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="file"
        multiple
        accept=".pem,.crt,.cer,.txt"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onClick={event => {
          event.currentTarget.value = '';
        }}
        onChange={event => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) void read(files).catch(() => onRoots([]));
        }}
      />
    </div>
  );
}
