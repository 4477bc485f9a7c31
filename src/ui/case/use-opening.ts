import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A form and the button that opens it, of which only one is shown. */
export interface Opening<E extends HTMLElement> {
  readonly isOpen: boolean;
  /** The words beside the button after the form was closed. */
  readonly said: string;
  /** The element that holds either of them. Its button has `data-opens`. */
  readonly place: RefObject<E | null>;
  open(): void;
  close(said: string): void;
}

/** Opens and closes such a form. The focus moves along, so that keyboard users do not lose their place. */
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
