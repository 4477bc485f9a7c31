import { Check } from '../parts/checks.tsx';

interface BreachCheckProps {
  readonly id: string;
  readonly hasOrders: boolean;
  readonly isBreach: boolean;
  readonly onChange: (isBreach: boolean) => void;
}

/** Asks whether an order was gone against, only where an order is noted or it was said before. */
export function BreachCheck({ id, hasOrders, isBreach, onChange }: BreachCheckProps) {
  if (!hasOrders && !isBreach) return null;
  return (
    <p>
      <Check
        id={id}
        label="I think it goes against an order of a court or the police"
        checked={isBreach}
        onChange={onChange}
      />
    </p>
  );
}
