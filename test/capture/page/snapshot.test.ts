// @vitest-environment happy-dom
// @vitest-environment-options {"settings": {"disableIframePageLoading": true, "disableCSSFileLoading": true, "disableJavaScriptFileLoading": true}}
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { examinePage } from '../../../src/bundle/verify/kinds/page.ts';
import { rewriteAddresses } from '../../../src/capture/page/snapshot/css.ts';
import { snapshot } from '../../../src/capture/page/snapshot/snapshot.ts';

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">`;

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset().mockRejectedValue(new TypeError('not in the cache'));
  vi.stubGlobal('fetch', fetched);
  // Every browser has it (https://www.w3.org/TR/cssom-1/#the-cssimportrule-interface); happy-dom does not.
  vi.stubGlobal('CSSImportRule', class CSSImportRule {});
  document.documentElement.innerHTML = '<head></head><body></body>';
});

async function copyOf(body: string, head = ''): Promise<string> {
  document.documentElement.innerHTML = `<head>${head}</head><body>${body}</body>`;
  return (await snapshot()).html;
}

const tag = /<(\/?)([a-z][a-z0-9._-]*)((?: [a-zA-Z_][\w:.-]*="[^"<>]*")*)>/g;
const runs =
  /^(?:script|iframe|frame|object|embed|applet|link|base|noscript|xmp|plaintext|video|audio|source|animate|set)$/;
const loads =
  /^(?:src|href|xlink:href|action|formaction|poster|background|data|srcset|srcdoc|ping|manifest|cite)$/;

/** Reads the copy as strictly as it was written; answers everything in it that runs, loads or is not understood. */
function faultsIn(html: string): string[] {
  const faults: string[] = [];
  const withoutStyles = html.replace(/<style([^>]*)>([\s\S]*?)<\/style>/g, (_, attributes, css) => {
    if (/<[a-z!/?]/i.test(css)) faults.push(`markup in a style: ${css}`);
    faults.push(...remoteIn(css));
    return `<style${attributes}></style>`;
  });
  const rest = withoutStyles
    .replace('<!DOCTYPE html>', '')
    .replace(policy, '')
    .replace(tag, (_, _end, name, attributes) => {
      if (runs.test(name)) faults.push(`element ${name}`);
      for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([^=]+)="([^"]*)"/g)) {
        if (/^on|^http-equiv$|^nonce$|^integrity$/i.test(attribute)) faults.push(`attribute ${attribute}`);
        if (loads.test(attribute) && !/^(?:#|data:image\/)/.test(value)) faults.push(`${attribute}=${value}`);
        if (attribute === 'style') faults.push(...remoteIn(value.replaceAll('&quot;', '"')));
      }
      return '';
    });
  if (/[<>]/.test(rest)) faults.push(`not understood: ${rest}`);
  // The verifier must find nothing either: what a copy may hold is one thing for both.
  faults.push(...examinePage(html, 'copy').concerns.map(({ detail }) => detail));
  return faults;
}

function remoteIn(css: string): string[] {
  const found = Array.from(
    css.matchAll(/(?:url|src|image-set)\(\s*(["']?)([^"')]*)/gi),
    match => match[2] ?? '',
  );
  return found.filter(address => !/^(?:#|data:|$)/.test(address)).map(address => `style address ${address}`);
}

describe('a copy of a page', () => {
  it('says first what it may do', async () => {
    const html = await copyOf('<p>words</p>', '<title>A &lt; B</title>');
    expect(html.startsWith(`<!DOCTYPE html><html><head>${policy}<meta charset="utf-8">`)).toBe(true);
    expect(html).toContain('<title>A &lt; B</title>');
    expect(html).toContain('<p>words</p>');
    expect(faultsIn(html)).toEqual([]);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<p onclick="alert(1)" onPointerRawUpdate="1">a</p>'],
    [
      'a script address',
      '<a href="javascript:alert(1)">a</a><form action="javascript:1"><button formaction="javascript:1">b</button></form>',
    ],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example">'],
    ['a base', '<base href="https://evil.example/">'],
    [
      'a frame',
      '<iframe src="https://evil.example/" srcdoc="<script>1</script>"></iframe><object data="https://evil.example/a"></object>',
    ],
    [
      'remote pictures',
      '<picture><source srcset="https://evil.example/a 2x"><img src="https://evil.example/a.png" srcset="https://evil.example/b 2x"></picture>',
    ],
    ['remote styles', '<p style="background:url(https://evil.example/a)">a</p>'],
    [
      'a drawing',
      '<svg><script>1</script><a xlink:href="javascript:1"><set attributeName="href" to="javascript:1"/></a><image href="https://evil.example/a"/></svg>',
    ],
    [
      'text elements',
      '<xmp><script>1</script></xmp><noscript><img src=x onerror=1></noscript><textarea></textarea>',
    ],
    ['a template', '<template><script>1</script></template>'],
    [
      'films',
      '<video src="https://evil.example/a.mp4" poster="https://evil.example/p.png" autoplay></video>',
    ],
    ['comments', '<!-- <script>1</script> -->'],
    [
      'protection and preloads',
      '<link rel="preload" href="https://evil.example/a"><p nonce="n" integrity="sha256-a">a</p>',
    ],
  ])('holds nothing of %s that runs or loads', async (_, body) => {
    const html = await copyOf(body);
    expect(faultsIn(html)).toEqual([]);
    expect(html).not.toMatch(/javascript:|<!--/i);
  });

  it('leaves out what belongs to the signed-in person', async () => {
    const { html, notes } = await (async () => {
      document.documentElement.innerHTML = `<head><meta name="csrf-token" content="SECRET">
        <script type="application/json">{"a":"SECRET"}</script></head><body data-session="SECRET" data-state='{"a":"SECRET"}'>
        <input value="SECRET"><input type="hidden" value="SECRET"><textarea>SECRET</textarea>
        <div contenteditable="true">SECRET</div><input type="submit" value="Send"></body>`;
      return snapshot();
    })();
    expect(html).not.toContain('SECRET');
    expect(html).toContain('value="Send"');
    expect(notes.some(note => note.detail.includes('3 fields'))).toBe(true);
  });

  it('keeps what was written in an editable box that holds posts', async () => {
    expect(await copyOf('<div contenteditable="true"><article>ugly words</article></div>')).toContain(
      'ugly words',
    );
  });

  it('keeps addresses as words', async () => {
    const html = await copyOf(
      '<a href="https://other.example/x">a</a><img src="https://other.example/p.png" alt="a hand">',
    );
    expect(html).toContain('data-original-href="https://other.example/x"');
    expect(html).toContain('data-original-src="https://other.example/p.png"');
    expect(html).toContain('alt="a hand"');
  });

  it('takes pictures and fonts of the page’s own site from the cache alone', async () => {
    const image = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' });
    fetched.mockImplementation(async () => new Response(image, { headers: { 'content-type': 'image/png' } }));
    const html = await copyOf(
      '<p style="background:url(/own.png)">a</p><p style="background:url(https://other.example/a.png)">b</p>',
    );
    expect(html).toContain('url(&quot;data:image/png;base64,AQID&quot;)');
    const asked = fetched.mock.calls.map(([address]) => String(address));
    expect(asked).toEqual([new URL('/own.png', location.href).href]);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ cache: 'only-if-cached', mode: 'same-origin' });
  });

  it('takes nothing that could run in place of a picture', async () => {
    fetched.mockImplementation(
      async () => new Response('<script>1</script>', { headers: { 'content-type': 'text/html' } }),
    );
    expect(faultsIn(await copyOf('<p style="background:url(/own.png)">a</p>'))).toEqual([]);
  });

  it('holds open shadow trees', async () => {
    document.body.innerHTML = '<div id="host">light</div>';
    document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = '<p onclick="1">inside</p>';
    const { html } = await snapshot();
    expect(html).toContain('<template shadowrootmode="open"><p>inside</p></template>light</div>');
  });

  it('reads through named elements that shadow properties', async () => {
    const html = await copyOf(
      '<form class="f"><input name="attributes"><input name="childNodes"><input name="localName"><p>words</p></form><img name="body">',
    );
    expect(html).toContain('<form class="f">');
    expect(html).toContain('<p>words</p>');
    expect(faultsIn(html)).toEqual([]);
  });

  it('is well-formed whatever the text', async () => {
    document.body.textContent = 'a\uD800b\0c<script>';
    const { html } = await snapshot();
    expect(html).toContain('a\uFFFDb\uFFFDc&lt;script&gt;');
  });

  it('refuses to grow beyond its limit', async () => {
    document.body.textContent = 'a'.repeat(40_000_001);
    await expect(snapshot()).rejects.toMatchObject({ code: 'capture.page.too-large' });
  });

  it('goes as deep as the page does', async () => {
    let inner = document.body as Element;
    for (let depth = 0; depth < 3_000; depth += 1) {
      const next = document.createElement('div');
      inner.append(next);
      inner = next;
    }
    const { html } = await snapshot();
    expect(html.match(/<\/div>/g)).toHaveLength(3_000);
  });

  it('holds nothing that runs or loads, whatever the markup', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<script>',
          '</script>',
          '<style>',
          '</style>',
          '<svg>',
          '<math>',
          '<foreignObject>',
          '<mtext>',
          '<xmp>',
          '</xmp>',
        ],
        ...[
          '<img src=x onerror=alert(1)>',
          '<a href="&#106;avascript:alert(1)">',
          '<p style="x:url(//e.example)">',
          '<!--',
          '-->',
        ],
        ...[
          '<table>',
          '<td>',
          '<select>',
          '<option>',
          '<template>',
          '<title>',
          '<textarea>',
          '"',
          "'",
          '>',
          '<',
          '&lt;img onerror=1&gt;',
        ],
        ...[
          '<p id="</style><script>1</script>">',
          '<div data-x="\u2028">',
          '<x-y on=1>',
          '<input name=attributes>',
          '<form>',
          '<base href=//e.example>',
        ],
        ...[
          '*{background:url(//e.example/a)}',
          '@import "//e.example/b";',
          '<svg><style><img src=x onerror=1>',
          '<iframe srcdoc="<script>1</script>">',
        ],
      ),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 15 }), async pieces => {
        expect(faultsIn(await copyOf(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('addresses in styles', () => {
  const seen = (css: string) => {
    const found: string[] = [];
    const text = rewriteAddresses(css, address => {
      found.push(address);
      return 'data:,';
    });
    return { found, text };
  };

  it.each([
    ['a{background:url(b.png)}', ['b.png']],
    ['a{background:url( "b.png" )}', ['b.png']],
    ["a{background:URL('b.png')}", ['b.png']],
    ['a{--b:u\\72l(b.png)}', ['b.png']],
    ['a{--b:\\75\\72\\6c(b.png)}', ['b.png']],
    ['a{--b:\\000075 rl(b.png)}', ['b.png']],
    ['a{background:url("b\\22 .png")}', ['b".png']],
    ['a{content:"url(b.png)"}', []],
    ['/* url(b.png) */ a{color:red}', []],
  ])('finds those of %s', (css, expected) => {
    expect(seen(css).found).toEqual(expected);
  });

  it('writes nothing that could end the style element or load a bare string', () => {
    expect(seen('a{content:"</style><script>"}').text).not.toMatch(/<[a-z/]/i);
    expect(seen('a{background:image-set("b.png" 1x, "c.png" 2x)}').text).toBe('a{background:none}');
    expect(seen('a{background:image-set(var(--b) 1x)}p{color:red}').text).toBe(
      'a{background:none}p{color:red}',
    );
    expect(seen('a{background:-webkit-image-set(--f() 1x),image(attr(b))}').text).toBe(
      'a{background:none,none}',
    );
    expect(seen('a{background:image-set("b.png" 1x').text).toBe('a{background:none');
    for (const harmless of [
      'a{background:image-set(linear-gradient(var(--b), rgb(1 2 3)) 1x)}',
      'a{content:"image-set(var(--b))"}',
      'a{--image-set:var(--b);color:var(--c)}',
    ])
      expect(seen(harmless).text).toBe(harmless);
    expect(seen('@media (width < 600px){a{color:red}}').text).toContain('(width < 600px)');
  });
});
