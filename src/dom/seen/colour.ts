/** A colour with its parts from 0 to 255 and its opacity from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const known = new Map<string, Colour | undefined>();

/** A computed colour; undefined for an unknown notation, for which {@link alphaOf} still gives the opacity. */
export function colourOf(text: string): Colour | undefined {
  if (!known.has(text)) {
    if (known.size > 500) known.clear();
    known.set(text, parse(text));
  }
  return known.get(text);
}

/** How opaque a computed colour is, from 0 to 1. */
export function alphaOf(text: string): number {
  if (text === 'transparent') return 0;
  const colour = colourOf(text);
  if (colour !== undefined) return colour.alpha;
  const alpha = /\/\s*([\d.]+)(%?)\s*\)$/.exec(text);
  return alpha === null ? 1 : Number(alpha[1]) / (alpha[2] === '%' ? 100 : 1);
}

function parse(text: string): Colour | undefined {
  if (text === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 };
  const form = /^(?:rgba?\(|color\(srgb )(.*)\)$/.exec(text.trim());
  const numbers = form?.[1]?.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number);
  const [red, green, blue, alpha = 1] = numbers ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const unit = text.startsWith('color') ? 255 : 1;
  return { red: red * unit, green: green * unit, blue: blue * unit, alpha };
}

/** The colour that results when one is painted over another. */
export function over(upper: Colour, lower: Colour): Colour {
  const mix = (one: number, other: number) => one * upper.alpha + other * (1 - upper.alpha);
  return {
    red: mix(upper.red, lower.red),
    green: mix(upper.green, lower.green),
    blue: mix(upper.blue, lower.blue),
    alpha: upper.alpha + lower.alpha * (1 - upper.alpha),
  };
}

const mostApart = 10;

/** Whether nobody can tell the two colours apart. */
export function isAlike(one: Colour, other: Colour): boolean {
  const apart = [one.red - other.red, one.green - other.green, one.blue - other.blue];
  return apart.every(part => Math.abs(part) <= mostApart);
}
