import { substitutePrefix } from './selectors.ts';

/**
 * The browsers' default styles (HTML standard, chapter 15) for elements that the copy renames. The page's own sheets
 * take precedence.
 */
const looks: readonly (readonly [names: string, look: string])[] = [
  [
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header hgroup hr li listing main menu nav ol optgroup option p pre search section summary ul dd dt h1 h2 h3 h4 h5 h6 xmp legend',
    'display:block',
  ],
  ['p dl', 'margin-block:1em'],
  ['blockquote figure', 'margin:1em 40px'],
  ['ul ol menu dir', 'margin-block:1em;padding-inline-start:40px'],
  ['ul menu dir', 'list-style-type:disc'],
  ['ol', 'list-style-type:decimal'],
  ['li', 'display:list-item;text-align:match-parent'],
  ['dd', 'margin-inline-start:40px'],
  ['h1', 'font-size:2em;font-weight:bold;margin-block:.67em'],
  ['h2', 'font-size:1.5em;font-weight:bold;margin-block:.83em'],
  ['h3', 'font-size:1.17em;font-weight:bold;margin-block:1em'],
  ['h4', 'font-weight:bold;margin-block:1.33em'],
  ['h5', 'font-size:.83em;font-weight:bold;margin-block:1.67em'],
  ['h6', 'font-size:.67em;font-weight:bold;margin-block:2.33em'],
  ['pre listing xmp', 'font-family:monospace;white-space:pre;margin-block:1em'],
  ['address', 'font-style:italic'],
  ['center', 'text-align:-webkit-center'],
  ['hr', 'color:gray;border:1px inset;margin-block:.5em;margin-inline:auto;overflow:hidden'],
  [
    'fieldset',
    'margin-inline:2px;border:2px groove ThreeDFace;padding:.35em .75em .625em;min-inline-size:min-content',
  ],
  ['a', 'color:LinkText;text-decoration:underline;cursor:pointer'],
  ['nobr', 'white-space:nowrap'],
  [
    'button',
    'display:inline-block;box-sizing:border-box;text-align:center;padding:1px 6px;border:2px outset ButtonBorder;background-color:ButtonFace;color:ButtonText;font:13.333px Arial',
  ],
  ['select', 'display:inline-block'],
  [
    'table',
    'display:table;border-spacing:2px;border-collapse:separate;box-sizing:border-box;text-indent:initial',
  ],
  ['caption', 'display:table-caption;text-align:center'],
  ['colgroup', 'display:table-column-group'],
  ['col', 'display:table-column'],
  ['thead', 'display:table-header-group;vertical-align:middle'],
  ['tbody', 'display:table-row-group;vertical-align:middle'],
  ['tfoot', 'display:table-footer-group;vertical-align:middle'],
  ['tr', 'display:table-row;vertical-align:inherit'],
  ['td th', 'display:table-cell;vertical-align:inherit;padding:1px'],
  ['th', 'font-weight:bold;text-align:center'],
];

/** The default styles of renamed elements as rules; empty when there are none. */
export function substituteRules(renamed: ReadonlySet<string>): string {
  const rules = looks.flatMap(([names, look]) => {
    const here = names.split(' ').filter(name => renamed.has(name));
    return here.length === 0
      ? []
      : [`:where(${here.map(name => substitutePrefix + name).join(',')}){${look}}`];
  });
  return rules.length === 0 ? '' : `@layer holdfast{${rules.join('')}}`;
}
