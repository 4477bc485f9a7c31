import type { Signer } from '../crypto/signing-key.ts';
import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { CaseRecord, ExhibitEntry } from '../model/case.ts';
import { Fault } from '../model/fault.ts';
import type { Sha256 } from '../model/identifiers.ts';

/** One exhibit of this volume. `recordBytes` go into the bundle exactly as they are. */
export interface BundleExhibit {
  readonly entry: ExhibitEntry;
  readonly record: CaptureRecord;
  readonly recordBytes: Uint8Array<ArrayBuffer>;
  /** The artifact's bytes out of the log. Called once for each artifact, one after the other, one ahead. */
  readArtifact(artifact: Artifact): Promise<Uint8Array<ArrayBuffer>>;
}

/** A document that goes with the exhibits. `path` stands below `data/`, as {@link isDocumentPath} says. */
export interface BundleDocument {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Everything one volume is made of. The moment of the bundle is `caseRecord.exportedAt`, its place in the
 * group `caseRecord.group`; `exhibits` are those whose entry names this volume, in the order of the record.
 * `custodyJsonl` is the whole chain of the case, whose last event is `caseRecord.custodyHead`.
 */
export interface BundleInput {
  readonly caseRecord: CaseRecord;
  readonly custodyJsonl: string;
  readonly exhibits: readonly BundleExhibit[];
  readonly signer: Signer;
  /** Plain text, plain text, and a whole HTML document. */
  readonly readMeFirst: string;
  readonly howToVerify: string;
  readonly reportHtml: string;
  /** Drafts and the like, sealed as the exhibits are. Absent means none. */
  readonly documents?: readonly BundleDocument[];
}

/** Where the bytes of the ZIP go, in order. The next chunk comes when the promise is fulfilled. */
export type BundleSink = (chunk: Uint8Array<ArrayBuffer>) => Promise<void>;

/** Bytes of the exhibits' files written so far, and in all. */
export type BundleProgress = (done: number, total: number) => void;

/** What was written. `size` is in bytes. */
export interface WrittenBundle {
  readonly size: number;
  readonly entries: number;
  readonly signerFingerprint: Sha256;
}

/**
 * Some exhibits could not be read back as they were recorded; nothing was signed. `references` lists all of
 * them, so that the others can be exported as incomplete. Across contexts only code and message survive; the
 * message is the references, separated by a comma and a space.
 */
export class DamagedExhibits extends Fault {
  readonly references: readonly string[];

  constructor(references: readonly string[]) {
    super('export.exhibits.damaged', references.join(', '));
    this.references = references;
  }
}
