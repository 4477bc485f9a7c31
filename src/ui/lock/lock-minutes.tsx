import { useEffect, useState } from 'preact/hooks';
import { lockMinutes, lockMinutesSchema, lockMinutesSetting } from '../../model/lock.ts';
import { usePorts } from '../parts/ports.ts';

/** After how long without use the log locks itself, on this device. */
export function LockMinutesField() {
  const { shell } = usePorts();
  const [minutes, setMinutes] = useState<number | undefined>(undefined);
  useEffect(() => {
    const read = shell.readSetting(lockMinutesSetting).catch(() => undefined);
    void read.then(stored => setMinutes(lockMinutesSchema.parse(stored)));
  }, [shell]);
  const choose = (text: string) => {
    const chosen = lockMinutesSchema.parse(Number(text));
    setMinutes(chosen);
    void shell.writeSetting(lockMinutesSetting, chosen);
  };
  return (
    <div class="field">
      <label for="lock-minutes">Lock when Holdfast was not used for</label>
      <select
        id="lock-minutes"
        disabled={minutes === undefined}
        value={String(minutes)}
        onChange={event => choose(event.currentTarget.value)}
      >
        {lockMinutes.map(each => (
          <option key={each} value={String(each)}>
            {each} minutes
          </option>
        ))}
      </select>
    </div>
  );
}
