import type { ExportedVolume } from '../../model/exported-volume.ts';
import { sizeWords } from '../../words/artifacts.ts';
import { londonWords } from '../../words/times.ts';
import { groupsOfFour } from './groups.ts';
import { type Handover, handoverLines, handoverReason } from './handover-text.ts';
import { QrCode } from './qr-code.tsx';

/** One page to print: the numbers to compare, and who received them and when. */
export function HandoverSheet({ handover }: { readonly handover: Handover }) {
  const { key, volumes, at } = handover;
  return (
    <div class="handover">
      <p>{handoverReason}</p>
      <dl class="facts">
        <Fact name="Made" value={londonWords(at)} />
        <Fact name="Name in the certificate" value={key.name || 'none'} />
        {key.issuer !== undefined && <Fact name="Issued by" value={key.issuer || 'not named'} />}
      </dl>
      <h3>Fingerprint of the signing key</h3>
      <div class="fingerprint-row">
        <Groups hex={key.fingerprint} id="handover-fingerprint" />
        <QrCode
          text={key.fingerprint.toUpperCase()}
          label="QR code of the fingerprint, the same as the groups beside it"
        />
      </div>
      <p class="hint">SHA-256 of the certificate. The QR code holds the same 64 letters and digits.</p>
      {volumes.map(volume => (
        <Volume key={volume.name} volume={volume} />
      ))}
      <dl class="by-hand">
        {handoverLines.map(line => (
          <div key={line}>
            <dt>{line}</dt>
            <dd>
              <span class="visually-hidden">to be filled in by hand</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Volume({ volume: { name, size, sha256 } }: { readonly volume: ExportedVolume }) {
  return (
    <section class="handover-file">
      <h3>{name}</h3>
      <p>{sizeWords(size)}. SHA-256 of the file:</p>
      <Groups hex={sha256} />
    </section>
  );
}

/** A digest in groups of four, four to a line on paper, to be read out group by group. */
export function Groups({ hex, id }: { readonly hex: string; readonly id?: string }) {
  return (
    <ul class="groups" id={id}>
      {groupsOfFour(hex).map((group, at) => (
        // Groups may be equal, so the key includes their position.
        <li key={`${at}-${group}`}>{group}</li>
      ))}
    </ul>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
