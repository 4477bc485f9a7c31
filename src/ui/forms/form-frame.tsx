import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { FaultNotice } from '../parts/fault-notice.tsx';
import type { Form } from './use-form.ts';

interface FormFrameProps<V, Qs> {
  readonly form: Form<V, Qs>;
  readonly action?: string;
  /** False where saving is not the main action on the screen. */
  readonly isMain?: boolean;
  readonly children: ComponentChildren;
  /** Other buttons, after the one that saves. */
  readonly buttons?: ComponentChildren;
  /** The text of the status row while there is nothing to say about saving. */
  readonly quiet?: string;
}

/** The frame of every form. Nothing is saved until its button is pressed; the row beside it says how that went. */
export function FormFrame<V, Qs>(props: FormFrameProps<V, Qs>) {
  const { form, action = 'Save', isMain = true, children, buttons, quiet } = props;
  const { saving, isChanged } = form;
  const place = useRef<HTMLFormElement>(null);
  const isTried = useRef(false);
  const save = (event: Event) => {
    event.preventDefault();
    isTried.current = true;
    void form.save();
  };
  // Only after an attempt to save, so that the focus does not move while somebody types.
  useEffect(() => {
    if (isTried.current) goToFault(place.current);
    isTried.current = false;
  });
  return (
    <form ref={place} onSubmit={save} noValidate>
      {children}
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <div class="button-row">
        <button
          type="submit"
          class={isMain ? 'main' : undefined}
          id={`${form.id}-save`}
          disabled={saving.isSaving}
        >
          {action}
        </button>
        {buttons}
        <span role="status">{saving.said || (quiet ?? (isChanged ? 'Not saved yet.' : ''))}</span>
      </div>
    </form>
  );
}

/** Moves the focus to the first answer that is not accepted, and opens the folds around it. */
function goToFault(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  let fold = field?.closest('details');
  while (fold) {
    fold.open = true;
    fold = fold.parentElement?.closest('details');
  }
  field?.focus();
}
