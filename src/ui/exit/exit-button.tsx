import { useEffect, useState } from 'preact/hooks';
import { type Shell, usePorts } from '../parts/ports.ts';
import { blank } from './blank.ts';
import { exitPlaces, readExitPlace } from './exit-place.ts';
import { countShiftPresses, pressesToLeave } from './shift-presses.ts';

/**
 * Stands first on every page. Pressed, or with Shift three times, it blanks and closes every page of Holdfast at once
 * and shows a harmless one (GOV.UK Design System, "Exit this page"). Unsaved words are lost without a question.
 */
export function ExitButton() {
  const { shell } = usePorts();
  const [presses, setPresses] = useState(0);
  useEffect(
    () =>
      countShiftPresses(count => {
        setPresses(count);
        if (count === pressesToLeave) leave(shell);
      }),
    [shell],
  );
  useEffect(
    () =>
      shell.watchLeft(() => {
        blank();
        shell.closePage();
      }),
    [shell],
  );
  // The first press is mostly the beginning of a capital letter, of which nobody wants to hear.
  const left = presses === 2 ? 'Press Shift once more to leave.' : '';
  return (
    <>
      <button type="button" id="exit" onClick={() => leave(shell)}>
        Leave now
        <span class="visually-hidden"> (or press Shift three times)</span>
      </button>
      <span class="visually-hidden" role="status">
        {left}
      </span>
    </>
  );
}

function leave(shell: Shell): void {
  blank();
  void readExitPlace(shell).then(place => shell.leave(exitPlaces[place].address));
}
