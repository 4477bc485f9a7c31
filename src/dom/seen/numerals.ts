/** A counter's number in a list style; empty for bullets, undefined for an unknown style. */
export function numeral(value: number, style: string): string | undefined {
  const digits = digitsOf[style];
  if (digits !== undefined) return String(value).replace(/\d/g, digit => digits[Number(digit)] ?? digit);
  switch (style) {
    case 'decimal':
      return String(value);
    case 'decimal-leading-zero':
      return value < 0 ? `-${String(-value).padStart(2, '0')}` : String(value).padStart(2, '0');
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'lower-alpha':
    case 'lower-latin':
      return alphabetic(value, 'abcdefghijklmnopqrstuvwxyz');
    case 'upper-alpha':
    case 'upper-latin':
      return alphabetic(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    case 'lower-greek':
      return alphabetic(value, 'αβγδεζηθικλμνξοπρστυφχψω');
    case 'none':
    case 'disc':
    case 'circle':
    case 'square':
    case 'disclosure-open':
    case 'disclosure-closed':
      return '';
    default:
      return undefined;
  }
}

/** Numeral systems that differ only in their digits. */
const digitsOf: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    'arabic-indic': '٠١٢٣٤٥٦٧٨٩',
    persian: '۰۱۲۳۴۵۶۷۸۹',
    urdu: '۰۱۲۳۴۵۶۷۸۹',
    devanagari: '०१२३४५६७८९',
    bengali: '০১২৩৪৫৬৭৮৯',
    thai: '๐๑๒๓๔๕๖๗๘๙',
    'cjk-decimal': '〇一二三四五六七八九',
  }).map(([name, digits]) => [name, Array.from(digits)]),
);

function alphabetic(value: number, letters: string): string {
  if (value < 1) return String(value);
  const all = Array.from(letters);
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / all.length)) {
    text = (all[(rest - 1) % all.length] ?? '') + text;
  }
  return text;
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, letters] of romans) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}
