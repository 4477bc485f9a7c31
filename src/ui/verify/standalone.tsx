import { render } from 'preact';
import { checkHere } from './check.ts';
import { VerifyPage } from './verify-page.tsx';

/** The verify page on its own, as in `dist/verify.html`: no browser extension, no network, one file. */
const place = document.getElementById('app');
if (place === null) throw new Error('no place to draw the page');
render(
  <main class="page-main">
    <VerifyPage check={checkHere} />
    <p class="muted">
      This page works without a network and sends nothing. Get it from the Holdfast project, not from whoever
      sent the ZIP file. HOW-TO-VERIFY.txt in the ZIP has the same checks as commands.
    </p>
  </main>,
  place,
);
