import { useState } from 'preact/hooks';
import type { CaptureId } from '../../model/identifiers.ts';
import { usePorts } from './ports.ts';
import { useObjectUrl } from './use-object-url.ts';
import { readyValue, useWatched } from './use-watched.ts';

/** A small picture of a capture, blurred until the user asks to see it. Nothing when the log has none. */
export function VeiledThumbnail({ captureId }: { readonly captureId: CaptureId }) {
  const { log } = usePorts();
  const url = useObjectUrl(readyValue(useWatched(() => log.readThumbnail(captureId), [captureId])));
  const [open, setOpen] = useState(false);
  if (url === undefined) return null;
  return (
    <div>
      <div class="veiled" data-veil={open ? 'open' : 'closed'}>
        <img src={url} alt={open ? 'Small picture of what was recorded' : 'Blurred picture'} />
      </div>
      <button type="button" class="plain" aria-pressed={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide picture' : 'Show picture'}
      </button>
    </div>
  );
}
