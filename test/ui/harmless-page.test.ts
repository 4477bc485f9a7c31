// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { harmlessPage } from '../../src/ui/case/harmless-page.ts';

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
});
