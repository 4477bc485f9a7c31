import type { KeyAlgorithm, SigningKeyFacts } from '../../model/signing-key.ts';
import { Groups } from '../handover/handover-sheet.tsx';
import { Moment } from '../parts/moment.tsx';

const algorithmNames: Readonly<Record<KeyAlgorithm, string>> = {
  'ecdsa-p256': 'ECDSA P-256 with SHA-256',
  'ecdsa-p384': 'ECDSA P-384 with SHA-256',
  rsa: 'RSA (PKCS #1 v1.5) with SHA-256',
};

/** The contents of a key's certificate, with the fingerprint in groups. */
export function KeyFacts({ signingKey }: { readonly signingKey: SigningKeyFacts }) {
  return (
    <dl class="facts" data-fingerprint={signingKey.fingerprint}>
      <div>
        <dt>Name in the certificate</dt>
        <dd>{signingKey.name || 'none'}</dd>
      </div>
      {signingKey.issuer !== undefined && (
        <div>
          <dt>Issued by</dt>
          <dd>{signingKey.issuer || 'not named'} (as it says itself; not checked here)</dd>
        </div>
      )}
      <div>
        <dt>Fingerprint</dt>
        <dd>
          <Groups hex={signingKey.fingerprint} />
        </dd>
      </div>
      <div>
        <dt>{signingKey.origin === 'made' ? 'Made on' : 'Taken from a file on'}</dt>
        <dd>
          <Moment at={signingKey.madeAt} />
        </dd>
      </div>
      <div>
        <dt>Valid until</dt>
        <dd>{signingKey.until === undefined ? 'no end' : <Moment at={signingKey.until} />}</dd>
      </div>
      {signingKey.retiredAt !== undefined && (
        <div>
          <dt>Used until</dt>
          <dd>
            <Moment at={signingKey.retiredAt} />
          </dd>
        </div>
      )}
      <div>
        <dt>Algorithm</dt>
        <dd>{algorithmNames[signingKey.algorithm]}</dd>
      </div>
    </dl>
  );
}
