/** A port to the background. */
export interface Port {
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/** What a page's isolated world has of the extension's API, as far as it is used there. */
export interface ExtensionApi {
  readonly runtime?: {
    /** Undefined once the extension was reloaded, updated or switched off. */
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

/** The extension's API in this world; undefined outside an extension. Every call of it may throw once that is gone. */
export function extensionApi(): ExtensionApi | undefined {
  // The world's own: a page may name an element `browser`. Firefox makes it when it is first read.
  const name = ['browser', 'chrome'].find(known => Object.hasOwn(globalThis, known));
  return name === undefined ? undefined : (Reflect.get(globalThis, name) as ExtensionApi);
}
