import { useState } from 'preact/hooks';
import { useObjectUrl } from './use-object-url.ts';

/** A small picture of a capture, blurred until the user asks to see it. Its space is reserved from the start. */
export function VeiledThumbnail({ picture }: { readonly picture: Blob }) {
  const url = useObjectUrl(picture);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <div class="veiled" data-veil={open ? 'open' : 'closed'}>
        {url !== undefined && (
          <img src={url} alt={open ? 'Small picture of what was recorded' : 'Blurred picture'} />
        )}
      </div>
      <button type="button" class="plain" aria-pressed={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide picture' : 'Show picture'}
      </button>
    </div>
  );
}
