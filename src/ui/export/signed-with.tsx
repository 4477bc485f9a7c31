import type { KnownKeys } from '../../model/signing-key.ts';

/** The key that signs an export, or that there is none. Logs of earlier versions may have none: the export makes it. */
export function SignedWith({ known: { current, damaged } }: { readonly known: KnownKeys }) {
  if (damaged !== undefined)
    return (
      <p class="notice" id="key-damaged">
        <strong>Your signing key is damaged on this device and cannot be used.</strong> Make a new one under
        Settings, Your signing key, before you export.
      </p>
    );
  if (current === undefined) return null;
  return (
    <p id="signed-with">
      It is signed with your key, whose certificate says “{current.name}”. You can change the name under
      Settings.
    </p>
  );
}
