import type { Signer } from '../crypto/signing-key.ts';
import type { TimeStampRefusal, UsableTimeStamp } from '../crypto/time-stamp/time-stamp-client.ts';
import type { Artifact, CaptureRecord } from '../model/capture.ts';
import type { CaseRecord, ExhibitEntry } from '../model/case.ts';
import { Fault } from '../model/fault.ts';
import type { Sha256 } from '../model/identifiers.ts';
import type { GivenCopy } from '../model/working-copy.ts';
import type { BundleReceived } from './write/received-entries.ts';

/** The files of a time-stamp over a record, which the record cannot list. They stand beside it, whatever `path` says. */
export interface StampArtifacts {
  /** The reply of an authority over the SHA-256 of the record. */
  readonly timeStamp: Artifact;
  /** The lists of revoked certificates that were had with it. */
  readonly lists?: Artifact;
}

/** One exhibit of this volume. `recordBytes` go into the bundle exactly as they are. */
export interface BundleExhibit {
  readonly entry: ExhibitEntry;
  readonly record: CaptureRecord;
  readonly recordBytes: Uint8Array<ArrayBuffer>;
  /** The artifact's bytes out of the log. Called once for each that is not held back, one after the other, one ahead. */
  readArtifact(artifact: Artifact): Promise<Uint8Array<ArrayBuffer>>;
  /** The bytes of a working copy that the entry lists, in the same way. Absent where it lists none. */
  readCopy?(copy: GivenCopy): Promise<Uint8Array<ArrayBuffer>>;
  /** As {@link StampArtifacts} says, of its first time-stamp. Absent means none. */
  readonly timeStamp?: Artifact;
  readonly lists?: Artifact;
  /** Those of a second one, by another authority. Absent means none. */
  readonly secondStamp?: StampArtifacts;
}

/** What an authority gave. */
export interface GivenTimeStamp extends Pick<UsableTimeStamp, 'reply'> {
  readonly lists?: Uint8Array<ArrayBuffer>;
}

/** A time-stamp authority that the user switched on. */
export interface TimeStamps {
  /**
   * A reply over a SHA-256, 32 bytes, which was checked against its request, with the lists of revoked certificates in
   * PEM that could be had for it, or why there is none. Takes no longer than its own time limit. `requestTimeStamp`
   * answers like this.
   */
  stamp(imprint: Uint8Array<ArrayBuffer>): Promise<GivenTimeStamp | TimeStampRefusal>;
  /**
   * The same of another authority than the one whose reply over this SHA-256 is `first`. Absent: the user has one
   * authority alone time-stamp each thing.
   */
  stampBesides?(
    imprint: Uint8Array<ArrayBuffer>,
    first: Uint8Array<ArrayBuffer>,
  ): Promise<GivenTimeStamp | TimeStampRefusal>;
}

/** A time-stamp that was asked for and is not in the bundle. `path` names what it would have stood in. */
export interface MissingTimeStamp extends TimeStampRefusal {
  readonly path: string;
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
  /** Bundles of others whose entry names this volume, each going in as it is. Absent means none. */
  readonly received?: readonly BundleReceived[];
  /** Absent: the bundle gets no time-stamps but those that its exhibits have. */
  readonly timeStamps?: TimeStamps;
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
  /** Empty when no time-stamp was asked for, or all are there. */
  readonly missingTimeStamps: readonly MissingTimeStamp[];
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
