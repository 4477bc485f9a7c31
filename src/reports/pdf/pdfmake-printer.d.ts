/** The inner part of pdfmake that lays out a document, without its file system, its downloads and its window. */
declare module 'pdfmake/js/Printer.js' {
  import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

  /** pdfkit's document: bytes come as they are made, and end after `end()`. */
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

  /** The class, or the CommonJS module around it: loaders differ in what they take for its default. */
  const module: typeof Printer | { readonly default: typeof Printer };

  export = module;
}
