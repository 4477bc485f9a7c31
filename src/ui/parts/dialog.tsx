import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A native modal dialog, open while it is rendered. Escape and its own buttons call `onClose`. */
export function Dialog({
  title,
  children,
  onClose,
  isSheet = false,
}: {
  readonly title: string;
  /** Printing prints only the contents of the dialog. */
  readonly isSheet?: boolean;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
}) {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    place.current?.showModal();
  }, []);
  return (
    <dialog
      ref={place}
      class={isSheet ? 'sheet' : undefined}
      aria-labelledby="dialog-title"
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
