import type { Artifact, ArtifactRole, CaptureScope, ImageMethod } from '../model/capture.ts';

/** What a file is, in plain words. */
export const roleWords: Readonly<Record<ArtifactRole, string>> = {
  'screenshot-viewport': 'picture of what the browser window showed',
  'screenshot-full-page': 'picture of the page from top to bottom',
  'screenshot-post': 'picture of the post',
  tile: 'untouched picture from the browser, from which a larger one was made',
  'page-snapshot': 'copy of the page’s text and layout, with its programs removed',
  'page-mhtml': 'the browser’s own saved copy of the page',
  'post-text': 'text of the post',
  'capture-record': 'what the computer recorded, as data',
  'time-stamp': 'time-stamp of an independent authority',
};

/** How a picture was made. A re-rendered picture is not a screenshot, and is never shown without its sentence. */
export const methodWords: Readonly<Record<ImageMethod, string>> = {
  browser: 'The browser’s own picture, as it came.',
  crop: 'Cut out of the browser’s own pictures, which are kept beside it uncut.',
  stitch:
    'Joined from several of the browser’s own pictures, taken while scrolling, which are kept beside it.',
  're-render':
    'This is a re-drawing, not a screenshot. The browser gave no picture, so the page was drawn again from its code. It may differ from what was on the screen.',
};

/** What the user asked to be recorded. */
export const scopeWords: Readonly<Record<CaptureScope, string>> = {
  post: 'One post',
  viewport: 'What the browser window showed',
  page: 'The whole page, from top to bottom',
};

/** Whether a report shows it as a picture. Tiles are listed as files only. */
export function isShownImage(artifact: Artifact): boolean {
  return artifact.role.startsWith('screenshot-') && artifact.mediaType.startsWith('image/');
}

/** The pictures a report shows, in the order post, page, window. */
export function shownImages(artifacts: readonly Artifact[]): readonly Artifact[] {
  const order: readonly ArtifactRole[] = ['screenshot-post', 'screenshot-full-page', 'screenshot-viewport'];
  return artifacts.filter(isShownImage).toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** `1,234,567 bytes`: the exact count, with a comma at each thousand. */
export function sizeWords(bytes: number): string {
  return `${String(bytes).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
