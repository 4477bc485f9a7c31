import { useState } from 'preact/hooks';
import { type AuthorityLists, authorityAddressSchema, mostAuthorities } from '../../model/time-stamp.ts';
import { TextField } from '../parts/fields.tsx';
import { usePorts } from '../parts/ports.ts';
import { AuthorityTester } from './authority-tester.tsx';

interface AuthorityListProps {
  readonly addresses: readonly string[];
  /** Addresses of their lists of revoked certificates, as far as these were allowed. */
  readonly lists: readonly AuthorityLists[];
  /** Whether two authorities are to time-stamp each record. */
  readonly areTwo: boolean;
  readonly onChange: (changed: { addresses?: string[]; lists?: AuthorityLists[] }) => Promise<boolean>;
}

/** The authorities in the order in which they are asked, and a field for one more. */
export function AuthorityList({ addresses, lists, areTwo, onChange }: AuthorityListProps) {
  const { shell } = usePorts();
  const remove = async (address: string) => {
    const rest = addresses.filter(each => each !== address);
    const restLists = lists.filter(({ authority }) => authority !== address);
    if (!(await onChange({ addresses: rest, ...(lists.length > 0 && { lists: restLists }) }))) return;
    const inUse = [...rest, ...restLists.flatMap(each => each.addresses)].map(hostOf);
    const left = [address, ...addressesOf(lists, address)].filter(each => !inUse.includes(hostOf(each)));
    for (const each of left) await shell.releaseHost(each);
  };
  const allowLists = (authority: string, more: readonly string[]) => {
    const known = addressesOf(lists, authority);
    const own = { authority, addresses: [...new Set([...known, ...more])] };
    return onChange({ lists: [...lists.filter(each => each.authority !== authority), own] });
  };
  return (
    <>
      <h3>Authorities</h3>
      {addresses.length === 0 && <p class="muted">None is listed.</p>}
      {addresses.length > 1 && (
        <p>
          They are asked from the top. The next one is asked when one fails
          {areTwo && ', and for the second time-stamp of a record'}.
        </p>
      )}
      <ol id="authorities">
        {addresses.map((address, index) => (
          <li key={address} data-address={address}>
            <p class="digest">{address}</p>
            <AuthorityTester
              address={address}
              lists={addressesOf(lists, address)}
              onListsAllowed={more => allowLists(address, more)}
            >
              {index > 0 && (
                <button type="button" onClick={() => void onChange({ addresses: movedUp(addresses, index) })}>
                  Move up<span class="visually-hidden"> {address}</span>
                </button>
              )}
              <button type="button" class="remove" onClick={() => void remove(address)}>
                Remove<span class="visually-hidden"> {address}</span>
              </button>
            </AuthorityTester>
          </li>
        ))}
      </ol>
      {addresses.length < mostAuthorities && <AddAuthority addresses={addresses} onChange={onChange} />}
    </>
  );
}

function AddAuthority({ addresses, onChange }: Pick<AuthorityListProps, 'addresses' | 'onChange'>) {
  const { shell } = usePorts();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    const wanted = address.trim();
    if (!authorityAddressSchema.safeParse(wanted).success)
      return setProblem('That is not a whole web address. It begins with https:// or http://');
    if (addresses.includes(wanted)) return setProblem('That address is listed already.');
    // The browser asks only inside the click itself, so nothing may be awaited before.
    const isAllowed = await shell.requestHosts([wanted]).catch(() => false);
    if (!(await onChange({ addresses: [...addresses, wanted] }))) return;
    setAddress('');
    setProblem(
      isAllowed ? '' : 'It is listed, but the browser does not let Holdfast reach it yet. Press Test.',
    );
  };
  return (
    <form onSubmit={event => void add(event)}>
      <TextField
        id="authority-address"
        label="Address of an authority"
        hint="The whole address that the authority gives for time-stamps (RFC 3161). The browser asks whether Holdfast may reach it."
        value={address}
        longest={500}
        onChange={setAddress}
      />
      <div class="button-row">
        <button type="submit" id="authority-add">
          Add
        </button>
        <span role="status">{problem}</span>
      </div>
    </form>
  );
}

function addressesOf(lists: readonly AuthorityLists[], address: string): readonly string[] {
  return lists.find(({ authority }) => authority === address)?.addresses ?? [];
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}

function movedUp(addresses: readonly string[], index: number): string[] {
  const moved = addresses.slice(index, index + 1);
  return [
    ...addresses.slice(0, index - 1),
    ...moved,
    ...addresses.slice(index - 1, index),
    ...addresses.slice(index + 1),
  ];
}
