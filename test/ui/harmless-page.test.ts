// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { harmlessPage } from '../../src/ui/case/exhibit/harmless-page.ts';

const hostile = `<!doctype html><html lang="fr"><head>
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<base href="https://evil.example/"><link rel="prefetch" href="https://evil.example/p">
<script>alert(1)</script></head><body>
<a href="https://evil.example/a" ping="https://evil.example/ping">words</a>
<form action="https://evil.example/f"><button formaction="https://evil.example/g">go</button></form>
<img src="https://evil.example/i.png" srcset="https://evil.example/j.png 2x"><img src="data:image/gif;base64,AAAA">
<video poster="https://evil.example/v.png"></video><object data="https://evil.example/o"></object>
</body></html>`;

describe('the kept copy of a page', () => {
  const page = harmlessPage(hostile);

  it('begins with a policy that fetches nothing', () => {
    expect(page).toMatch(
      /^<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
  });

  it('leads nowhere and runs nothing', () => {
    expect(page).not.toContain('evil.example');
    expect(page).not.toContain('<script');
  });

  it('keeps the words and what is inlined', () => {
    expect(page).toContain('words');
    expect(page).toContain('data:image/gif;base64,AAAA');
    expect(page).toContain('lang="fr"');
  });

  it('is read as it is, whatever its elements are called', () => {
    const named = '<img name="querySelectorAll"><form name="documentElement"></form>';
    const form =
      '<form action="/x" src="/y"><input name="removeAttribute"><input name="getAttribute"></form>';
    const page = harmlessPage(`${named}${form}<script>1</script>`);
    expect(page).toContain('name="querySelectorAll"');
    expect(page).not.toMatch(/script|action="|src="/);
  });

  it('is cleaned inside shadow roots too', () => {
    const inner = '<a href="https://elsewhere.test">x</a><iframe src="/y"></iframe><p>Words</p>';
    const page = harmlessPage(`<div><template shadowrootmode="open">${inner}</template></div>`);
    expect(page).toContain('<p>Words</p>');
    expect(page).not.toMatch(/elsewhere|iframe/);
  });
});
