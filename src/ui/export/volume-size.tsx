import { useEffect, useState } from 'preact/hooks';
import { defaultLimits } from '../../bundle/layout.ts';
import { usePorts } from '../parts/ports.ts';

const settingName = 'volumeBytes';

/** In bytes. Many upload pages refuse more than the smaller ones; some ZIP programs refuse 4 GiB. */
const sizes = [100_000_000, 250_000_000, defaultLimits.bytes, 1_000_000_000, 2_000_000_000] as const;

/** The most bytes of an exported file, as set on this device, with its setter; undefined while it is read. */
export function useVolumeSize(): readonly [number | undefined, (bytes: number) => void] {
  const { shell } = usePorts();
  const [bytes, setBytes] = useState<number | undefined>(undefined);
  useEffect(() => {
    void shell.readSetting(settingName).then(
      value => setBytes(sizeOf(value)),
      () => setBytes(defaultLimits.bytes),
    );
  }, [shell]);
  const choose = (chosen: number) => {
    setBytes(sizeOf(chosen));
    void shell.writeSetting(settingName, sizeOf(chosen));
  };
  return [bytes, choose];
}

/** The list of sizes with the reason for it. Disabled while the size is not known. */
export function VolumeSizeField({
  bytes,
  onChoose,
}: {
  readonly bytes: number | undefined;
  readonly onChoose: (bytes: number) => void;
}) {
  return (
    <div class="field">
      <label for="volume-size">Largest file</label>
      <p class="hint" id="volume-size-hint">
        A large case becomes several files. Each can be read and checked alone.
      </p>
      <select
        id="volume-size"
        aria-describedby="volume-size-hint"
        disabled={bytes === undefined}
        value={String(sizeOf(bytes))}
        onChange={event => onChoose(Number(event.currentTarget.value))}
      >
        {sizes.map(size => (
          <option key={size} value={String(size)}>
            {sizeWords(size)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A stored setting as one of the sizes; the default when it is none of them. */
export function sizeOf(value: unknown): number {
  return sizes.find(size => size === value) ?? defaultLimits.bytes;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1_000_000_000} GB`;
}
