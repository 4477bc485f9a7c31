import { TextField } from './fields.tsx';

interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** How a day is to be written. */
export const dayHint = 'Day, month and year, for example 27 March 2026 or 27/3/2026.';

/** A day as people write it. What is written is read only when the form is saved. */
export function DayField(props: DayFieldProps) {
  return <TextField {...props} hint={dayHint} longest={30} />;
}

/** What a form says when something else than a day stands in such a field. */
export const notADay = 'Write each day like this: 27 March 2026.';
