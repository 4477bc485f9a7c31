import type { Artifact, CaptureRecord, Composition } from '../../model/capture.ts';
import type { ReportExhibit } from '../input.ts';
import { visibleText } from '../visible-text.ts';
import { methodWords, roleWords, shownImages } from '../words/artifacts.ts';
import { sentence } from '../words/happening.ts';
import type { JurisdictionWords } from '../words/jurisdiction.ts';
import { accountName, platformName } from '../words/platform.ts';
import { utcWords } from '../words/times.ts';

interface PicturesProps {
  readonly exhibit: ReportExhibit;
  readonly words: Pick<JurisdictionWords, 'exhibit' | 'Exhibit'>;
}

/** The pictures of an exhibit, each with a sentence on how it was made. */
export function Pictures({ exhibit, words }: PicturesProps) {
  const pictures = shownImages(exhibit.record.artifacts);
  if (pictures.length === 0) return <p class="notice">There is no picture of this {words.exhibit}.</p>;
  return (
    <>
      {pictures.map((picture, index) => (
        <div key={picture.path} class={index === 0 ? 'picture' : 'detail'}>
          <Picture picture={picture} exhibit={exhibit} words={words} />
        </div>
      ))}
    </>
  );
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

/** From which files the picture was made; only their number when they are many. */
function madeFrom({ parts }: Composition): string {
  const paths = [...new Set(parts.map(part => part.path))];
  if (paths.length === 0) return '';
  return paths.length > 3 ? ` Made from ${paths.length} files.` : ` Made from ${paths.join(', ')}.`;
}

/** Too tall for one printed sheet: it runs on over the next ones. */
function isTall(composition: Composition | undefined): boolean {
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
