/** The part of pdfmake that lays out a document, without its file system, downloads and windows. */
declare module 'pdfmake/js/Printer.js' {
  import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

  /** The document of pdfkit: bytes arrive as they are made, and end after `end()`. */
  interface PrintedDocument {
    on(event: 'data', listener: (chunk: Uint8Array) => void): void;
    on(event: 'end', listener: () => void): void;
    on(event: 'error', listener: (error: unknown) => void): void;
    end(): void;
  }

  interface Files {
    existsSync(name: unknown): boolean;
    readFileSync(name: string): Uint8Array | ArrayBuffer;
  }

  class Printer {
    constructor(fonts: unknown, files: Files, addresses: unknown, policy?: (path: string) => boolean);
    createPdfKitDocument(
      definition: TDocumentDefinitions,
      options: { readonly progressCallback?: (fraction: number) => void },
    ): Promise<PrintedDocument>;
  }

  /** The class, or the CommonJS module around it: loaders differ in what they give as the default. */
  const module: typeof Printer | { readonly default: typeof Printer };

  export = module;
}
