/** How many presses of Shift leave, and within how many milliseconds of one another (GOV.UK, "Exit this page"). */
export const pressesToLeave = 3;
const patience = 5_000;

/**
 * Counts presses of Shift with no other key between them, anywhere on the page. Calls `onPress` with the number of
 * presses so far, and with 0 where a press came too late or another key between. Returns what ends the count.
 */
export function countShiftPresses(onPress: (presses: number) => void): () => void {
  let presses = 0;
  let last = 0;
  const count = (next: number) => {
    if (next !== presses) onPress(next);
    presses = next;
  };
  const pressed = ({ key, repeat, timeStamp }: KeyboardEvent) => {
    if (key !== 'Shift') count(0);
    else if (!repeat) {
      count(timeStamp - last > patience ? 1 : presses + 1);
      last = timeStamp;
    }
  };
  addEventListener('keydown', pressed, { capture: true });
  return () => removeEventListener('keydown', pressed, { capture: true });
}
