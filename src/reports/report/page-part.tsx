import type { Page, Software } from '../../model/capture.ts';
import { httpStatusWords } from '../../words/http-status.ts';
import { PageText } from './page-text.tsx';
import { type Field, Fields } from './parts.tsx';

/** The page and the browser that displayed it. */
export function PagePart({ page, software }: { readonly page: Page; readonly software: Software }) {
  return (
    <>
      <h3>The page and the browser</h3>
      <Fields fields={addressFields(page)} />
      <div class="detail">
        <Technical page={page} software={software} />
      </div>
    </>
  );
}

/** Details for a reader who checks the recording. */
function Technical({ page, software }: { readonly page: Page; readonly software: Software }) {
  return (
    <Fields
      fields={[
        ['Title', <PageText key="title" text={page.title} />],
        ['Language of the page', <PageText key="language" text={page.language} />],
        ['Window (viewport)', `${page.viewport.width} × ${page.viewport.height} CSS pixels`],
        ['Length of the page', `${page.document.width} × ${page.document.height} CSS pixels`],
        ['Scrolled to', `${page.scroll.y} CSS pixels from the top, ${page.scroll.x} from the left`],
        ...rangeFields(page),
        ...pinchFields(page),
        ['Zoom', `${Math.round(page.zoom * 100)} %`],
        ['Device pixels to one CSS pixel', String(page.devicePixelRatio)],
        ['Private window', page.privateWindow ? 'yes' : 'no'],
        ['Browser', <PageText key="browser" text={software.browser} />],
        ['Operating system', <PageText key="os" text={software.os} />],
        ['Recorded with', `${software.name} ${software.version}`],
      ]}
    />
  );
}

function addressFields(page: Page): readonly Field[] {
  const moved = page.finalAddress !== page.address;
  return [
    [moved ? 'Address at the beginning' : 'Address', <PageText key="address" text={page.address} />],
    ...(moved ? [['Address at the end', <PageText key="final" text={page.finalAddress} />] as const] : []),
    ...(isOwnTheSame(page) ? [] : [ownAddress(page)]),
    ...(page.httpStatus === undefined
      ? []
      : [['Answer of the server', httpStatusWords(page.httpStatus)] as const]),
  ];
}

function ownAddress(page: Page): Field {
  return ['Address the page gives as its own', <PageText key="canonical" text={page.canonicalAddress} />];
}

function isOwnTheSame(page: Page): boolean {
  return page.canonicalAddress === page.finalAddress;
}

function rangeFields({ recordedRange, scroller }: Page): readonly Field[] {
  return [
    ...(scroller === undefined
      ? []
      : [['Scrolled instead of the window', <PageText key="scroller" text={scroller} />] as const]),
    ...(recordedRange === undefined ? [] : [['Recorded part', rangeWords(recordedRange)] as const]),
  ];
}

/** Records of earlier versions have no `left` and `right`. The width is then not mentioned. */
function rangeWords({ top, bottom, left, right }: NonNullable<Page['recordedRange']>): string {
  const down = `from ${pixels(top)} to ${pixels(bottom)} CSS pixels from the top`;
  if (left === undefined || right === undefined) return down;
  return `${down}, and from ${pixels(left)} to ${pixels(right)} from the left`;
}

/** Only where the window was pinch-zoomed, since the picture then shows a part of it. */
function pinchFields({ visualViewport }: Page): readonly Field[] {
  if (visualViewport === undefined) return [];
  const { scale, x, y, width, height } = visualViewport;
  const part = `${pixels(width)} × ${pixels(height)} CSS pixels of the window were in view, from ${pixels(x)} from its left and ${pixels(y)} from its top`;
  return [['Zoom with two fingers', `${Math.round(scale * 100)} %: ${part}`]];
}

/** Rounded to a hundredth of a pixel: a length in the record may have many more digits, which show nothing. */
function pixels(length: number): string {
  return String(Math.round(length * 100) / 100);
}
