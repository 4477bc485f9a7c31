import { useEffect, useState } from 'preact/hooks';

/** The part of the address from `#` on, as it changes. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    // It may have changed since the first drawing.
    changed();
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash;
}
