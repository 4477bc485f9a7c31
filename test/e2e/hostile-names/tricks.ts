/** One way in which a page can show another name than its code has, or have another in its code than it shows. */
export type Trick =
  /** A name that nobody sees, in the element that shows the author's. */
  | { readonly what: 'within'; readonly at: Place; readonly style: string; readonly name: string }
  /** The author's element, or up to `climb` elements around it, once more and hidden, with a name and links of somebody else. */
  | {
      readonly what: 'beside';
      readonly at: Place;
      readonly climb: number;
      readonly style: string;
      readonly name: string;
    }
  /** A name that style writes, before the author's own or in its stead. */
  | {
      readonly what: 'generated';
      readonly pseudo: '::before' | '::after';
      readonly isNameHidden: boolean;
      readonly name: string;
    }
  /** A letter of the shown name is one of another script. */
  | { readonly what: 'look-alike' };

type Place = 'before' | 'after';

/** Somebody who has nothing to do with it. */
const innocent = 'Innocent Third';

const hidden = {
  'display: none': 'display: none',
  'visibility: hidden': 'visibility: hidden',
  'no size': 'display: inline-block; width: 0; height: 0; overflow: hidden',
  'letters without size': 'font-size: 0',
  'off the screen': 'position: absolute; left: -9999px',
  'no opacity': 'opacity: 0',
  'clipped away': 'position: absolute; clip-path: inset(50%)',
} as const;

const places = ['before', 'after'] as const;

/** Every trick, by what it does. */
export const tricks: readonly { readonly title: string; readonly trick: Trick }[] = [
  ...Object.entries(hidden).flatMap(([how, style]) => [
    ...places.map(at => ({
      title: `a hidden name ${at} the shown one, in its element (${how})`,
      trick: { what: 'within' as const, at, style, name: innocent },
    })),
    ...places.flatMap(at =>
      [0, 1, 3].map(climb => ({
        title: `a hidden author ${at} the shown one, ${climb} elements up (${how})`,
        trick: { what: 'beside' as const, at, climb, style, name: innocent },
      })),
    ),
  ]),
  ...(['::before', '::after'] as const).flatMap(pseudo =>
    [false, true].map(isNameHidden => ({
      title: `a name that style writes in ${pseudo}, ${isNameHidden ? 'in the stead of' : 'beside'} the author's`,
      trick: { what: 'generated' as const, pseudo, isNameHidden, name: innocent },
    })),
  ),
  { title: 'a letter of another script', trick: { what: 'look-alike' } },
];
