import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaptureScope } from '../../model/capture.ts';
import { usePorts } from '../parts/ports.ts';

const choices = [
  {
    scope: 'post',
    name: 'This post',
    hint: 'You point at one post on the page. It is recorded whole.',
    command: 'capture-post',
  },
  {
    scope: 'viewport',
    name: 'What I see',
    hint: 'The part of the page that is on the screen now.',
    command: 'capture-viewport',
  },
  {
    scope: 'page',
    name: 'Whole page',
    hint: 'From top to bottom. The page scrolls by itself and takes a while.',
    command: undefined,
  },
] as const satisfies readonly {
  scope: CaptureScope;
  name: string;
  hint: string;
  command?: string | undefined;
}[];

/** The three kinds of capture. Number keys choose one, arrow keys move between them. */
export function Choices({ onChoose }: { readonly onChoose: (scope: CaptureScope) => void }) {
  const list = useRef<HTMLUListElement>(null);
  const keys = useShortcuts();

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = choices[Number(event.key) - 1];
    if (chosen !== undefined) onChoose(chosen.scope);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex(button => button.matches(':focus'));
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  return (
    <>
      <h2 id="choices-title">What do you want to record?</h2>
      <ul class="choices" aria-labelledby="choices-title" ref={list} onKeyDown={onKeyDown}>
        {choices.map(({ scope, name, hint, command }, index) => (
          <li key={scope}>
            <button type="button" id={`choose-${scope}`} onClick={() => onChoose(scope)}>
              <strong>{name}</strong>
              <kbd>{keys[command ?? ''] ?? String(index + 1)}</kbd>
              <span class="hint">{hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The current keys of each command in the user's browser. */
function useShortcuts(): Readonly<Record<string, string>> {
  const { shell } = usePorts();
  const [keys, setKeys] = useState<Record<string, string>>({});
  useEffect(() => {
    for (const { command } of choices) {
      if (command === undefined) continue;
      void shell.shortcut(command).then(shortcut => {
        if (shortcut !== undefined) setKeys(known => ({ ...known, [command]: shortcut }));
      });
    }
  }, [shell]);
  return keys;
}
