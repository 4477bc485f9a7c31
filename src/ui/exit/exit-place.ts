import { useEffect, useState } from 'preact/hooks';
import { z } from 'zod';
import { type Shell, usePorts } from '../parts/ports.ts';

/** What may stand on the screen in place of Holdfast. */
export const exitPlaces = {
  weather: { name: 'The weather (bbc.co.uk/weather)', address: 'https://www.bbc.co.uk/weather' },
  empty: { name: 'An empty page. Nothing is loaded', address: 'about:blank' },
} as const;

export type ExitPlace = keyof typeof exitPlaces;

const settingName = 'exitPlace';
const placeSchema = z.enum(['weather', 'empty']).catch('weather');

/** The place that was chosen on this device; the weather where none was, or the setting cannot be read. */
export async function readExitPlace(shell: Pick<Shell, 'readSetting'>): Promise<ExitPlace> {
  return placeSchema.parse(await shell.readSetting(settingName).catch(() => undefined));
}

/** The chosen place with its setter; undefined while it is read. */
export function useExitPlace(): readonly [ExitPlace | undefined, (place: ExitPlace) => void] {
  const { shell } = usePorts();
  const [place, setPlace] = useState<ExitPlace>();
  useEffect(() => void readExitPlace(shell).then(setPlace), [shell]);
  const choose = (chosen: ExitPlace) => {
    setPlace(chosen);
    void shell.writeSetting(settingName, chosen);
  };
  return [place, choose];
}
