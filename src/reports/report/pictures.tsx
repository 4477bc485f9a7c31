import { accountName, platformName } from '../../matter/platform-names.ts';
import type { Artifact, CaptureRecord, Composition } from '../../model/capture.ts';
import type { GivenCopy } from '../../model/working-copy.ts';
import { methodWords, roleWords, shownImages } from '../../words/artifacts.ts';
import { sentence } from '../../words/happening.ts';
import type { JurisdictionWords } from '../../words/jurisdiction.ts';
import { utcWords } from '../../words/times.ts';
import { visibleText } from '../../words/visible-text.ts';
import { givenArtifacts, type ReportExhibit } from '../input.ts';
import { PageText } from './page-text.tsx';

interface PicturesProps {
  readonly exhibit: ReportExhibit;
  readonly words: Pick<JurisdictionWords, 'exhibit' | 'Exhibit'>;
}

/** The pictures of an exhibit, copies first, each with how it was made. In print only the first is shown. */
export function Pictures({ exhibit, words }: PicturesProps) {
  const { heldBack, workingCopies = [] } = exhibit.entry;
  const given = shownImages(givenArtifacts(exhibit));
  const pictures = exhibit.hidesPictures ? [] : given;
  const copies = exhibit.hidesPictures ? [] : workingCopies;
  if (shownImages(exhibit.record.artifacts).length === 0)
    return <p class="notice">There is no picture of this {words.exhibit}.</p>;
  return (
    <>
      {heldBack !== undefined && <p class="notice">{heldBackWords}</p>}
      {exhibit.hidesPictures && given.length + workingCopies.length > 0 && (
        <p class="notice">{hiddenWords}</p>
      )}
      {copies.map((copy, index) => (
        <div key={copy.path} class={index === 0 ? 'picture' : 'detail'}>
          <CopyFigure copy={copy} exhibit={exhibit} words={words} />
        </div>
      ))}
      {pictures.map((picture, index) => (
        <div key={picture.path} class={index + copies.length === 0 ? 'picture' : 'detail'}>
          <Picture picture={picture} exhibit={exhibit} words={words} />
        </div>
      ))}
    </>
  );
}

const heldBackWords =
  'The producer did not give out the original pictures and the copy of the page. Their digests stand in the list of files below, so that they can be compared later.';

const hiddenWords =
  'The picture is marked as intimate and is not shown here. It stands among the files of the exhibit.';

/** A picture with areas covered or cut off. It says so, and names the file it was made from. */
function CopyFigure({ copy, exhibit, words }: PicturesProps & { readonly copy: GivenCopy }) {
  const { entry, record } = exhibit;
  return (
    <figure class={isTall(copy) ? 'tall' : ''}>
      <figcaption>
        <strong class="label">Working copy</strong>
        <strong>Working copy: {changedWords(copy)};</strong> the original is kept by the producer, SHA-256{' '}
        <code>{copy.of.sha256}</code>. Made {utcWords(copy.madeAt)}.
        {copy.purpose !== undefined && (
          <>
            {' For: '}
            <PageText text={copy.purpose} />.
          </>
        )}{' '}
        File: <code>{copy.path}</code>
      </figcaption>
      <img
        src={`${entry.directory}/${copy.path}`}
        alt={visibleText(
          `${words.Exhibit} ${record.reference}: working copy of a picture, with parts covered or cut off`,
        )}
        loading="lazy"
        width={copy.width}
        height={copy.height}
      />
    </figure>
  );
}

/** `2 areas covered, cut to a part of the picture`. */
function changedWords({ covered, crop }: GivenCopy): string {
  const areas = `${covered.length} ${covered.length === 1 ? 'area' : 'areas'} covered`;
  return crop === undefined ? areas : `${areas}, cut to a part of the picture`;
}

function Picture({ picture, exhibit, words }: PicturesProps & { readonly picture: Artifact }) {
  const { entry, record } = exhibit;
  const composition = record.compositions?.find(item => item.path === picture.path);
  const size = composition === undefined ? {} : { width: composition.width, height: composition.height };
  const redrawn = picture.method === 're-render';
  return (
    <figure class={`${redrawn ? 'redrawn' : ''}${isTall(composition) ? ' tall' : ''}`}>
      <figcaption>
        {redrawn && <strong class="label">Re-drawing, not a screenshot</strong>}
        <strong>{sentence(roleWords[picture.role])}.</strong>{' '}
        {picture.method !== undefined && methodWords[picture.method]}
        {composition !== undefined && madeFrom(composition)} File: <code>{picture.path}</code>
      </figcaption>
      <img
        src={`${entry.directory}/${picture.path}`}
        alt={alternative(picture, record, words.Exhibit)}
        loading="lazy"
        {...size}
      />
    </figure>
  );
}

/** The files that the picture was made from; only their number when there are many. */
function madeFrom({ parts }: Composition): string {
  const paths = [...new Set(parts.map(part => part.path))];
  if (paths.length === 0) return '';
  return paths.length > 3 ? ` Made from ${paths.length} files.` : ` Made from ${paths.join(', ')}.`;
}

/** Too tall for one printed sheet, so that it continues on the next ones. */
function isTall(composition: Pick<Composition, 'width' | 'height'> | undefined): boolean {
  return composition !== undefined && composition.height > composition.width * 1.2;
}

function alternative(picture: Artifact, record: CaptureRecord, exhibitWord: string): string {
  const kind = picture.method === 're-render' ? 're-drawn picture' : roleWords[picture.role];
  const account = record.post === undefined ? undefined : accountName(record.post.account);
  const by = account === undefined ? '' : ` by ${account}`;
  const on = record.post === undefined ? '' : ` on ${platformName(record.post.platform)}`;
  return visibleText(
    `${exhibitWord} ${record.reference}: ${kind}${by}${on}, recorded ${utcWords(record.startedAt)}`,
  );
}
