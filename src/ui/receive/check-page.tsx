import { useMemo } from 'preact/hooks';
import { PageFrame } from '../parts/page-frame.tsx';
import { usePorts } from '../parts/ports.ts';
import { checkWithSettings } from '../verify/check.ts';
import { keptRoots } from '../verify/kept-roots.ts';
import { VerifyPage } from '../verify/verify-page.tsx';
import { KeepOffer } from './keep-offer.tsx';

/** The extension's page that checks files, and can keep them in a case. */
export function CheckPage() {
  const { heldKey } = usePorts();
  const check = useMemo(() => checkWithSettings(() => keptRoots(heldKey)), [heldKey]);
  return (
    <PageFrame>
      <VerifyPage check={check} keep={(files, reports) => <KeepOffer files={files} reports={reports} />} />
    </PageFrame>
  );
}
