import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A form that takes the place of its button, and the other way round. */
export interface Opening<E extends HTMLElement> {
  readonly isOpen: boolean;
  /** What to say beside the button when the form has made way for it. */
  readonly said: string;
  /** The element that holds either; its button carries `data-opens`. */
  readonly place: RefObject<E | null>;
  open(): void;
  close(said: string): void;
}

/** Opens and closes such a form. The focus goes with it, so that the keyboard is never left nowhere. */
export function useOpening<E extends HTMLElement>(startsOpen: boolean): Opening<E> {
  const [isOpen, setOpen] = useState(startsOpen);
  const [said, say] = useState('');
  const place = useRef<E>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    const next = isOpen ? 'input, select, textarea' : '[data-opens]';
    place.current?.querySelector<HTMLElement>(next)?.focus();
  }, [isOpen]);
  return {
    isOpen,
    said,
    place,
    open() {
      setOpen(true);
      say('');
    },
    close(words) {
      setOpen(false);
      say(words);
    },
  };
}
