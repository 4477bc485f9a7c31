import { checkRuler, list, type RulerFault } from '../oracles/ruler-check.ts';
import { bannerPart, type RulerSpec, type RulerState, statesOf, stillParts } from '../oracles/ruler-page.ts';
import type { Exhibit } from './exhibit.ts';
import { rulerCauses } from './expect.ts';
import type { Expectation, Fault } from './row.ts';

/** The picture holds one state of the page, each number once and in order; and the text holds the same state. */
export function ofOneState(spec: RulerSpec): Expectation {
  return exhibit => {
    const judged = statesOf(spec).map(state => faultsAgainst(spec, state, exhibit));
    return judged.toSorted((a, b) => a.length - b.length)[0] ?? [];
  };
}

function faultsAgainst(spec: RulerSpec, state: RulerState, exhibit: Exhibit): readonly Fault[] {
  if (exhibit.picture() === undefined) return [{ says: 'there is no picture', causes: [] }];
  const turned = spec.direction === 'vertical-rl';
  const lying = turned ? exhibit.codes(true).filter(({ kind }) => kind === 'row') : exhibit.codes();
  const expected = {
    ...state,
    scale: exhibit.scale,
    height: 20,
    parts: [...spec.still.map(place => stillParts[place]), bannerPart],
    ...(spec.columns > 0 ? { columns: spec.columns, fromRight: spec.direction === 'rtl' } : {}),
  };
  const standing = turned ? exhibit.codes().filter(({ kind }) => kind !== 'row') : [];
  const faults: RulerFault[] = checkRuler([...lying, ...standing], expected);
  const pictured = faults.slice(0, 10).map(({ kind, says }): Fault => ({ says, causes: rulerCauses[kind] }));
  return [...pictured, ...textFaults(state, exhibit)];
}

function textFaults({ rows }: RulerState, { text }: Exhibit): Fault[] {
  const found = new Set([...text.matchAll(/row (\d+) the brown fox/g)].map(([, digits]) => Number(digits)));
  const missing = rows.filter(number => !found.has(number));
  const strange = [...found].filter(number => !rows.includes(number));
  const fault = (says: string): Fault => ({ says, causes: ['text', 'whole', 'late', 'place', 'identity'] });
  return [
    ...(missing.length > 0 ? [fault(`the text has not rows ${list(missing)}`)] : []),
    ...(strange.length > 0 ? [fault(`the text has rows ${list(strange)}, of another state`)] : []),
  ];
}
