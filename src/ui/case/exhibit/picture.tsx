import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Artifact } from '../../../model/capture.ts';
import type { CaptureId } from '../../../model/identifiers.ts';
import { FaultNotice } from '../../parts/fault-notice.tsx';
import { usePorts } from '../../parts/ports.ts';
import { useObjectUrl } from '../../parts/use-object-url.ts';

interface PictureProps {
  readonly captureId: CaptureId;
  readonly artifact: Artifact;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ComponentChildren;
}

/** One picture behind a button. Its bytes are read, and compared with their digest, only when it is shown. */
export function Picture({ captureId, artifact, name, isOpen, onToggle, children }: PictureProps) {
  const { blob, error } = useArtifact(captureId, artifact, isOpen);
  const url = useObjectUrl(blob);
  return (
    <figure class="picture">
      <figcaption>
        <p>
          <strong>{name}</strong>
        </p>
        {children}
      </figcaption>
      <button type="button" aria-pressed={isOpen} onClick={() => onToggle(!isOpen)}>
        {isOpen ? 'Hide picture' : 'Show picture'}
        <span class="visually-hidden">: {name}</span>
      </button>
      {error !== undefined && <FaultNotice error={error} />}
      {isOpen && url !== undefined && <img src={url} alt={name} />}
    </figure>
  );
}

/** The artifact's bytes while `isOpen`; they are released when it is closed. */
export function useArtifact(
  captureId: CaptureId,
  artifact: Artifact,
  isOpen: boolean,
): { readonly blob?: Blob; readonly error?: unknown } {
  const { log } = usePorts();
  const [read, setRead] = useState<{ readonly blob?: Blob; readonly error?: unknown }>({});
  useEffect(() => {
    if (!isOpen) return undefined;
    let isWanted = true;
    log.readArtifact(captureId, artifact.sha256).then(
      bytes => isWanted && setRead({ blob: new Blob([new Uint8Array(bytes)], { type: artifact.mediaType }) }),
      error => isWanted && setRead({ error }),
    );
    return () => {
      isWanted = false;
      setRead({});
    };
  }, [log, captureId, artifact.sha256, artifact.mediaType, isOpen]);
  return read;
}
