import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Takes files dropped anywhere on the page, which the browser would otherwise open. Returns whether files are held over
 * the page.
 */
export function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const ended = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      document.addEventListener(type, act, { signal: ended.signal });
    listen('dragover', event => {
      event.preventDefault();
      setIsOver(true);
    });
    listen('dragleave', () => setIsOver(false));
    listen('drop', event => {
      event.preventDefault();
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current(files);
    });
    return () => ended.abort();
  }, []);
  return isOver;
}
