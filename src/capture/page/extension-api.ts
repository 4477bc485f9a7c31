/** A port to the background. */
export interface Port {
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/** The parts of the extension's API used in a page's isolated world. */
export interface ExtensionApi {
  readonly runtime?: {
    /** Undefined once the extension was reloaded, updated or disabled. */
    readonly id?: string;
    readonly lastError?: unknown;
    connect(info: { readonly name: string }): Port;
  };
  readonly storage?: {
    readonly local: {
      get(names: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
      set(values: Readonly<Record<string, unknown>>): Promise<void>;
      remove(names: readonly string[]): Promise<void>;
    };
  };
}

/** The extension's API in this world; undefined outside an extension. Any call may throw once the extension is gone. */
export function extensionApi(): ExtensionApi | undefined {
  // Own properties only: a page may name an element `browser`. Firefox defines its own on first read.
  const name = ['browser', 'chrome'].find(known => Object.hasOwn(globalThis, known));
  return name === undefined ? undefined : (Reflect.get(globalThis, name) as ExtensionApi);
}
