import '../../assets/style/holdfast.css';
import '../../assets/style/verify.css';
import { render } from 'preact';
import { PageFrame } from '../../src/ui/parts/page-frame.tsx';
import { checkWithSettings } from '../../src/ui/verify/check.ts';
import { keptRoots } from '../../src/ui/verify/kept-roots.ts';
import { VerifyPage } from '../../src/ui/verify/verify-page.tsx';

const place = document.getElementById('app');
if (place === null) throw new Error('no place to draw the page');
render(
  <PageFrame>
    <VerifyPage check={checkWithSettings(keptRoots)} />
  </PageFrame>,
  place,
);
