import type { Authorities, AuthorityChoice } from '../../model/time-stamp.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { useWatched } from '../parts/use-watched.ts';
import { AuthorityList } from './authority-list.tsx';
import { RootList } from './root-list.tsx';

/** Time-stamps: whether authorities are asked, which ones, and which roots are trusted. Off by default. */
export function AuthoritiesPart() {
  const { log } = usePorts();
  const read = useWatched(() => log.readAuthorities(), []);
  return (
    <section aria-labelledby="time-stamps">
      <h2 id="time-stamps" tabIndex={-1}>
        Time-stamps
      </h2>
      <p>
        Your own computer’s clock can be wrong, or set wrong. A time-stamp authority is a service that
        confirms, by its own clock, that a record existed at a certain moment. You do not need one. It is off
        unless you switch it on.
      </p>
      <WhatIsSent />
      {read.state === 'failed' && <FaultNotice error={read.error} />}
      {read.state === 'ready' && <Choice authorities={read.value} />}
    </section>
  );
}

function WhatIsSent() {
  return (
    <>
      <h3>What is sent</h3>
      <p>
        For each record and each export, a SHA-256 and a random number are sent to the address you list, and
        nothing else. A SHA-256 is a row of 64 letters and digits. Nobody can tell from it what you recorded.
      </p>
      <p>
        Where you allow it, Holdfast also fetches the authority’s list of withdrawn certificates. It is a file
        that is the same for everybody. <em>Test</em> says where it is. Nothing of yours is sent there.
      </p>
      <p>
        Whoever runs the authority sees the IP address of your internet connection, and when you ask. With an
        address that begins with http: others on the same network can see that too.
      </p>
    </>
  );
}

type Change = Partial<Omit<AuthorityChoice, 'anchors'>> & { readonly areTwo?: boolean };

function Choice({ authorities }: { readonly authorities: Authorities }) {
  const { send, shell } = usePorts();
  const saving = useSaving();
  const { addresses, roots, lists = [] } = authorities;
  const isOn = authorities.onSince !== undefined;
  const areTwoChosen = authorities.anchors === 2;
  const save = ({ areTwo = areTwoChosen, ...change }: Change) => {
    const choice = {
      isOn,
      addresses: [...addresses],
      roots: [...roots],
      ...(lists.length > 0 && { lists }),
      ...change,
    };
    // Without an address there is nobody to ask, and with only one there is no second authority.
    const { length } = choice.addresses;
    const kept = {
      ...choice,
      isOn: choice.isOn && length > 0,
      ...(areTwo && length > 1 && { anchors: 2 as const }),
    };
    return saving.run(() => send('authorities:set', kept));
  };
  const askForHosts = () => {
    // The browser asks only inside the click itself. A refusal is shown beside the address.
    const wanted = [...addresses, ...lists.flatMap(each => each.addresses)];
    void shell.requestHosts(wanted).catch(() => false);
  };
  return (
    <>
      <CheckBox
        id="time-stamps-on"
        label="Ask for time-stamps when I record and when I export"
        isChecked={isOn}
        isOffered={addresses.length > 0}
        hint={
          addresses.length === 0
            ? 'List an authority below first.'
            : 'When an authority does not answer, nothing is lost: Holdfast asks again later.'
        }
        onChange={on => {
          if (on) askForHosts();
          void save({ isOn: on });
        }}
      />
      <CheckBox
        id="time-stamps-two"
        label="Ask two authorities to time-stamp each record and each export"
        isChecked={areTwoChosen}
        isOffered={addresses.length > 1}
        hint={
          addresses.length > 1
            ? 'The times then do not depend on one authority alone. The SHA-256 of each record, and of each export’s list of files, is sent to two of the addresses. Two addresses of the same authority count as one.'
            : 'List two authorities below first.'
        }
        onChange={areTwo => {
          if (areTwo) askForHosts();
          void save({ areTwo });
        }}
      />
      <AuthorityList addresses={addresses} lists={lists} areTwo={areTwoChosen} onChange={save} />
      <RootList roots={roots} onChange={changed => save({ roots: [...changed] })} />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <p role="status" id="time-stamps-saved">
        {saving.said}
      </p>
    </>
  );
}

interface CheckBoxProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isChecked: boolean;
  readonly isOffered: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

function CheckBox({ id, label, hint, isChecked, isOffered, onChange }: CheckBoxProps) {
  return (
    <>
      <p>
        <label class="check">
          <input
            type="checkbox"
            id={id}
            checked={isChecked}
            disabled={!isOffered}
            aria-describedby={`${id}-hint`}
            onChange={event => onChange(event.currentTarget.checked)}
          />{' '}
          {label}
        </label>
      </p>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </>
  );
}
