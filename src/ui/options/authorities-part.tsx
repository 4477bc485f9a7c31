import type { Authorities, AuthorityChoice } from '../../model/time-stamp.ts';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { usePorts } from '../parts/ports.ts';
import { useSaving } from '../parts/use-saving.ts';
import { useWatched } from '../parts/use-watched.ts';
import { AuthorityList } from './authority-list.tsx';
import { RootList } from './root-list.tsx';

/** Time-stamps: whether authorities are asked, which, and which roots are trusted. Off until it is switched on. */
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

function Choice({ authorities }: { readonly authorities: Authorities }) {
  const { send, shell } = usePorts();
  const saving = useSaving();
  const { addresses, roots, lists = [] } = authorities;
  const isOn = authorities.onSince !== undefined;
  const save = (change: Partial<AuthorityChoice>) => {
    const choice = {
      isOn,
      addresses: [...addresses],
      roots: [...roots],
      ...(lists.length > 0 && { lists }),
      ...change,
    };
    // Without an address there is nobody to ask.
    const kept = { ...choice, isOn: choice.isOn && choice.addresses.length > 0 };
    return saving.run(() => send('authorities:set', kept));
  };
  const toggle = (on: boolean) => {
    // The browser asks only inside the click itself. A refusal is said beside the address.
    const wanted = [...addresses, ...lists.flatMap(each => each.addresses)];
    if (on) void shell.requestHosts(wanted).catch(() => false);
    void save({ isOn: on });
  };
  return (
    <>
      <p>
        <label class="check">
          <input
            type="checkbox"
            id="time-stamps-on"
            checked={isOn}
            disabled={addresses.length === 0}
            aria-describedby="time-stamps-on-hint"
            onChange={event => toggle(event.currentTarget.checked)}
          />{' '}
          Ask for time-stamps when I record and when I export
        </label>
      </p>
      <p class="hint" id="time-stamps-on-hint">
        {addresses.length === 0
          ? 'List an authority below first.'
          : 'When an authority does not answer, nothing is lost: Holdfast asks again later.'}
      </p>
      <AuthorityList addresses={addresses} lists={lists} onChange={save} />
      <RootList roots={roots} onChange={changed => save({ roots: [...changed] })} />
      {saving.error !== undefined && <FaultNotice error={saving.error} />}
      <p role="status" id="time-stamps-saved">
        {saving.said}
      </p>
    </>
  );
}
