import type { Signer } from '../crypto/signing-key.ts';
import type { TimeStampRefusal, UsableTimeStamp } from '../crypto/time-stamp/time-stamp-client.ts';
import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { CaseRecord, ExhibitEntry } from '../model/case.ts';
import { Fault } from '../model/fault.ts';
import type { Sha256 } from '../model/identifiers.ts';
import type { GivenCopy } from '../model/working-copy.ts';
import type { BundleReceived } from './write/received-entries.ts';

/** The files of a time-stamp over a record, which the record cannot list. They are beside it, whatever `path` says. */
export interface StampArtifacts {
  /** An authority's reply over the SHA-256 of the record. */
  readonly timeStamp: Artifact;
  /** The revocation lists fetched with it. */
  readonly lists?: Artifact;
}

/** One exhibit of this volume. `recordBytes` are written unchanged. */
export interface BundleExhibit {
  readonly entry: ExhibitEntry;
  readonly record: CaptureRecord;
  readonly recordBytes: Uint8Array<ArrayBuffer>;
  /** Reads the artifact's bytes from the log. Called once for each that is not held back; a few run ahead. */
  readArtifact(artifact: Artifact): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads a working copy that the entry lists, in the same way. Absent where it lists none. */
  readCopy?(copy: GivenCopy): Promise<Uint8Array<ArrayBuffer>>;
  /** The files of its first time-stamp, as in {@link StampArtifacts}. Absent means none. */
  readonly timeStamp?: Artifact;
  readonly lists?: Artifact;
  /** The files of a second time-stamp, by another authority. Absent means none. */
  readonly secondStamp?: StampArtifacts;
}

/** An authority's reply with its revocation lists. */
export interface GivenTimeStamp extends Pick<UsableTimeStamp, 'reply'> {
  readonly lists?: Uint8Array<ArrayBuffer>;
}

/** The time-stamp authorities that the user switched on. */
export interface TimeStamps {
  /**
   * Resolves to a reply over a SHA-256 (32 bytes) that was checked against its request, with the revocation lists in
   * PEM that could be fetched for it, or to why there is none. Keeps its own time limit. `requestTimeStamp` answers in
   * this form.
   */
  stamp(imprint: Uint8Array<ArrayBuffer>): Promise<GivenTimeStamp | TimeStampRefusal>;
  /**
   * The same by another authority than the one whose reply over this SHA-256 is `first`. Absent: the user asks only one
   * authority for each time-stamp.
   */
  stampBesides?(
    imprint: Uint8Array<ArrayBuffer>,
    first: Uint8Array<ArrayBuffer>,
  ): Promise<GivenTimeStamp | TimeStampRefusal>;
}

/** A requested time-stamp that is not in the bundle. `path` names the file that would have held it. */
export interface MissingTimeStamp extends TimeStampRefusal {
  readonly path: string;
}

/** A document that accompanies the exhibits. `path` is below `data/`, as {@link isDocumentPath} requires. */
export interface BundleDocument {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Everything in one volume. `caseRecord.exportedAt` is the bundle's time, `caseRecord.group` its place in the group;
 * `exhibits` are those whose entry names this volume, in the order of the record. `custodyJsonl` is the whole chain of
 * the case, whose last event is `caseRecord.custodyHead`.
 */
export interface BundleInput {
  readonly caseRecord: CaseRecord;
  readonly custodyJsonl: string;
  readonly exhibits: readonly BundleExhibit[];
  readonly signer: Signer;
  /** Plain text, plain text, and a complete HTML document. */
  readonly readMeFirst: string;
  readonly howToVerify: string;
  readonly reportHtml: string;
  /** Drafts and other documents, sealed like the exhibits. Absent means none. */
  readonly documents?: readonly BundleDocument[];
  /** Received bundles whose entry names this volume, written unchanged. Absent means none. */
  readonly received?: readonly BundleReceived[];
  /** Absent: the bundle gets no time-stamps except those of its exhibits. */
  readonly timeStamps?: TimeStamps;
}

/** Receives the bytes of the ZIP in order. The next chunk comes when the promise is fulfilled. */
export type BundleSink = (chunk: Uint8Array<ArrayBuffer>) => Promise<void>;

/** Bytes of the exhibits' files written so far, and their total. */
export type BundleProgress = (done: number, total: number) => void;

/** A written bundle. `size` is in bytes. */
export interface WrittenBundle {
  readonly size: number;
  readonly entries: number;
  readonly signerFingerprint: Sha256;
  /** Empty when no time-stamp was requested or all are present. */
  readonly missingTimeStamps: readonly MissingTimeStamp[];
}

/**
 * Some exhibits could not be read back as recorded; nothing was signed. `references` lists all of them, so that the
 * others can be exported as incomplete. Only code and message survive between contexts; the message is the references,
 * separated by a comma and a space.
 */
export class DamagedExhibits extends Fault {
  readonly references: readonly string[];

  constructor(references: readonly string[]) {
    super('export.exhibits.damaged', references.join(', '));
    this.references = references;
  }
}
