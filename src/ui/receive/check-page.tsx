import { PageFrame } from '../parts/page-frame.tsx';
import { checkWithSettings } from '../verify/check.ts';
import { keptRoots } from '../verify/kept-roots.ts';
import { VerifyPage } from '../verify/verify-page.tsx';
import { KeepOffer } from './keep-offer.tsx';

const check = checkWithSettings(keptRoots);

/** The extension's page that checks files, and can keep them in a case. */
export function CheckPage() {
  return (
    <PageFrame>
      <VerifyPage check={check} keep={(files, reports) => <KeepOffer files={files} reports={reports} />} />
    </PageFrame>
  );
}
