import { PageFrame } from '../parts/page-frame.tsx';
import { checkHere } from '../verify/check.ts';
import { VerifyPage } from '../verify/verify-page.tsx';
import { KeepOffer } from './keep-offer.tsx';

/** The extension's page that checks files, and can keep them in a case. */
export function CheckPage() {
  return (
    <PageFrame>
      <VerifyPage
        check={checkHere}
        keep={(files, reports) => <KeepOffer files={files} reports={reports} />}
      />
    </PageFrame>
  );
}
