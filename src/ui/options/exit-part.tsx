import { type ExitPlace, exitPlaces, useExitPlace } from '../exit/exit-place.ts';

const places = Object.entries(exitPlaces).map(([id, { name }]) => [id as ExitPlace, name] as const);

/** How to leave all pages at once, what is shown then, and what leaving cannot undo. */
export function ExitPart() {
  const [chosen, choose] = useExitPlace();
  return (
    <section aria-labelledby="exit-title">
      <h2 id="exit-title">Leave now</h2>
      <p>
        Press “Leave now”, first on every page, or Shift three times. All pages of Holdfast close at once, and
        another page comes up. Words that you did not save are lost, and an export that runs is stopped. A
        recording goes on, and shows nothing.
      </p>
      <fieldset disabled={chosen === undefined}>
        <legend>What comes up</legend>
        {places.map(([id, name]) => (
          <p key={id}>
            <label class="check">
              <input
                type="radio"
                id={`exit-${id}`}
                name="exit-place"
                value={id}
                checked={chosen === id}
                onChange={() => choose(id)}
              />{' '}
              {name}
            </label>
          </p>
        ))}
      </fieldset>
      <p>It cannot hide that Holdfast is here. Somebody who looks can still find:</p>
      <ul>
        <li>
          <strong>The history of the browser.</strong> It lists pages of Holdfast, and the pages you recorded.
          You can take single lines out of it. If all of it is gone, that may be noticed too.
        </li>
        <li>
          <strong>Files you exported.</strong> They are in your downloads, and in the browser’s list of them.
          Move them to a safe place, then take them out of the list.
        </li>
        <li>
          <strong>The list of extensions.</strong> Holdfast is in it, and may have a sign next to the address
          bar. You can take the sign away there; the keys still work.
        </li>
      </ul>
    </section>
  );
}
