import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldProps {
  readonly title: string;
  /** True when a question in it was answered. */
  readonly isFilledIn?: boolean;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** Some questions of a form, folded until they are wanted. */
export function Fold({ title, isFilledIn = false, isOpen = false, children }: FoldProps) {
  // Only the initial state: afterwards the reader opens and folds it.
  const [startsOpen] = useState(isOpen);
  return (
    <details class="fold" open={startsOpen}>
      <summary>
        <strong>{title}</strong>
        {isFilledIn && <span class="muted"> – something is filled in</span>}
      </summary>
      {children}
    </details>
  );
}
