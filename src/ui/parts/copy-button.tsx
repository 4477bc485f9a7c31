import { useState } from 'preact/hooks';

/** Copies `text` to the clipboard and says so. `what` names it for screen readers. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('Could not copy. Select the text and copy it by hand.');
    }
  }
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy <span class="visually-hidden">{what}</span>
      </button>{' '}
      <span role="status">{said}</span>
    </>
  );
}
