// @vitest-environment happy-dom
// @vitest-environment-options {"settings": {"disableIframePageLoading": true, "disableCSSFileLoading": true, "disableJavaScriptFileLoading": true}}
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { snapshot } from '../../../src/capture/page/snapshot/snapshot.ts';

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('not in the cache')));
  vi.stubGlobal('CSSImportRule', class CSSImportRule {});
  document.documentElement.innerHTML = '<head></head><body></body>';
});

/** Elements inside one another, written `p>div>a`; commas part neighbours, brackets group. Words stand in each innermost one. */
function build(path: string): Element {
  const [name = 'div', ...rest] = path.split('>');
  const element = document.createElement(name);
  element.append(rest.length === 0 ? 'words' : build(rest.join('>')));
  return element;
}

async function copyOf(path: string): Promise<string> {
  document.body.append(build(path));
  const { html } = await snapshot();
  return /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';
}

describe('elements that a parser would not leave where they stand', () => {
  it.each([
    ['p>div', '<p><holdfast-div>words</holdfast-div></p>'],
    ['p>span>ul>li', '<p><span><holdfast-ul><holdfast-li>words</holdfast-li></holdfast-ul></span></p>'],
    ['a>div>a', '<a><div><holdfast-a>words</holdfast-a></div></a>'],
    ['form>div>form', '<form><div><holdfast-form>words</holdfast-form></div></form>'],
    ['button>span>button', '<button><span><holdfast-button>words</holdfast-button></span></button>'],
    ['h1>h2', '<h1><holdfast-h2>words</holdfast-h2></h1>'],
    ['ul>li>li', '<ul><li><holdfast-li>words</holdfast-li></li></ul>'],
    ['div>tr>td', '<div><holdfast-tr><holdfast-td>words</holdfast-td></holdfast-tr></div>'],
    ['table>div', '<holdfast-table><div>words</div></holdfast-table>'],
    [
      'table>tr>td',
      '<holdfast-table><holdfast-tr><holdfast-td>words</holdfast-td></holdfast-tr></holdfast-table>',
    ],
    ['p>hr', '<p><holdfast-hr></holdfast-hr></p>'],
  ])('stand there under another name: %s', async (path, expected) => {
    expect(await copyOf(path)).toBe(expected);
    const { notes } = await snapshot();
    expect(notes.some(({ detail }) => /under (?:its|their) own name/.test(detail))).toBe(true);
  });

  it.each([
    'p>span>a',
    'ul>li>ul>li',
    'ul>li>div>ul>li',
    'table>tbody>tr>td>p>a',
    'table>tbody>tr>td>table>tbody>tr>td>div',
    'a>div>p',
    'h1>span',
    'p>button>div',
    'section>h1>a',
  ])('keep their names where a parser leaves them: %s', async path => {
    expect(await copyOf(path)).not.toContain('holdfast-');
  });

  it('keep the look that sheets and browsers gave them', async () => {
    document.head.innerHTML = '<style>p > div { color: red; } .div { color: green; }</style>';
    document.body.append(build('p>div'));
    const { html } = await snapshot();
    expect(html).toContain('p > :is(div, holdfast-div)');
    expect(html).toContain('.div {');
    expect(html).toContain('<style>@layer holdfast{:where(holdfast-div){display:block}}</style>');
  });
});

describe('what is left out', () => {
  it('leaves its place among its neighbours', async () => {
    document.body.innerHTML = '<script>1</script><p>one</p><noscript>no</noscript><p>two</p>';
    const { html } = await snapshot();
    expect(html).toContain('<body><template></template><p>one</p><template></template><p>two</p></body>');
  });
});

describe('ticks and choices', () => {
  it('are as they were on the screen, whatever the markup says', async () => {
    document.body.innerHTML =
      '<input type="checkbox" id="a"><input type="checkbox" id="b" checked><input type="radio" id="c"><select><option>x<option id="o">y</select>';
    for (const [id, is] of [
      ['a', true],
      ['b', false],
      ['c', true],
    ] as const) {
      const box = document.querySelector<HTMLInputElement>(`#${id}`);
      if (box !== null) box.checked = is;
    }
    const { html } = await snapshot();
    expect(html).toContain('id="a" checked=""');
    expect(html).not.toMatch(/id="b"[^>]*checked/);
    expect(html).toContain('id="c" checked=""');
  });
});
