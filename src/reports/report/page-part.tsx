import type { Page, Software } from '../../model/capture.ts';
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

/** What a reader who checks the recording wants to know. */
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
  ];
}

function ownAddress(page: Page): Field {
  return ['Address the page gives as its own', <PageText key="canonical" text={page.canonicalAddress} />];
}

function isOwnTheSame(page: Page): boolean {
  return page.canonicalAddress === page.finalAddress;
}

function rangeFields(page: Page): readonly Field[] {
  const { recordedRange } = page;
  if (recordedRange === undefined) return [];
  return [['Recorded part', `from ${recordedRange.top} to ${recordedRange.bottom} CSS pixels from the top`]];
}
