import { openShadowOf } from '../../../src/dom/shadow.ts';
import type { Account } from '../../../src/model/post.ts';
import { platformById } from '../../../src/platforms/index.ts';
import type { Trick } from './tricks.ts';

/** Whom a platform names as the author of a post before a trick and with it. */
export interface Compared {
  readonly before: Account;
  readonly after: Account;
}

const viewer = { language: 'en-GB', zone: 'Europe/London' };

/** What came of one trick: whom the platform names before it and with it, post by post. */
export interface Played {
  /** How many elements the trick was played on. */
  readonly touched: number;
  readonly posts: readonly Compared[];
}

/** Shows the page anew for each trick and plays it on every author that the page names. */
export function playAll(platformId: string, page: string, html: string, all: readonly Trick[]): Played[] {
  return all.map(trick => {
    document.documentElement.setHTMLUnsafe(html);
    return play(platformId, page, trick);
  });
}

function play(platformId: string, page: string, trick: Trick): Played {
  const platform = platformById(platformId);
  if (platform === undefined) throw new Error(`no platform ${platformId}`);
  const address = new URL(page);
  const accountOf = (post: Element) => platform.read(post, address, viewer).account;
  const posts = platform.posts(document).map(post => ({ post, before: accountOf(post) }));
  const names = new Map<Element, Account>();
  for (const { post, before } of posts) {
    // A look-alike is another name where nothing else on the page names the account.
    if (trick.what === 'look-alike' && !isNamedInCode(post, before)) continue;
    for (const name of namesIn(post, before)) names.set(name, before);
  }
  for (const [name, account] of names) deceive(name, account, trick);
  return {
    touched: names.size,
    posts: posts.map(({ post, before }) => ({ before, after: accountOf(post) })),
  };
}

/** Whether a link or another attribute of the post holds the author's handle. */
function isNamedInCode(post: Element, { handle }: Account): boolean {
  if (handle === undefined) return false;
  return everyElement(post).some(each =>
    Array.from(each.attributes).some(({ value }) => value.includes(handle)),
  );
}

/** The innermost elements in and beside the post whose words are the author's name or handle. */
function namesIn(post: Element, { displayName, handle }: Account): Element[] {
  const said = [displayName, handle, handle && `@${handle}`].filter(each => each !== undefined);
  const isName = (element: Element) => said.includes(element.textContent.replace(/\s+/gu, ' ').trim());
  const found = everyElement(post).filter(isName);
  return found.filter(each => !Array.from(each.children).some(isName));
}

function everyElement(root: Element | ShadowRoot): Element[] {
  return Array.from(root.querySelectorAll('*')).flatMap(each => {
    const shadow = openShadowOf(each);
    return [each, ...(shadow === null ? [] : everyElement(shadow))];
  });
}

function deceive(name: Element, account: Account, trick: Trick): void {
  switch (trick.what) {
    case 'within': {
      const other = document.createElement('span');
      other.textContent = trick.name;
      other.style.cssText = trick.style;
      if (trick.at === 'before') name.prepend(other);
      else name.append(other);
      return;
    }
    case 'beside': {
      let real: Element = name;
      for (let climbed = 0; climbed < trick.climb && real.parentElement !== null; climbed += 1) {
        if (real.parentElement.textContent.trim() !== name.textContent.trim()) break;
        real = real.parentElement;
      }
      const other = real.cloneNode(true) as HTMLElement;
      for (const each of [other, ...everyElement(other)]) renamed(each, account, trick.name);
      other.style.cssText = trick.style;
      if (trick.at === 'before') real.before(other);
      else real.after(other);
      return;
    }
    case 'generated': {
      const sheet = document.createElement('style');
      const mark = `written-${document.querySelectorAll('[data-written]').length}`;
      name.setAttribute('data-written', mark);
      sheet.textContent = `[data-written="${mark}"]${trick.pseudo} { content: "${trick.name} "; font-size: 14px }
        ${trick.isNameHidden ? `[data-written="${mark}"] { font-size: 0 }` : ''}`;
      const root = name.getRootNode();
      (root instanceof ShadowRoot ? root : document.head).append(sheet);
      return;
    }
    case 'look-alike':
      for (const node of textsIn(name)) node.data = node.data.replace(/[aeocpx]/, alike);
      return;
  }
}

/** The element as it would be of the account of somebody else. */
function renamed(element: Element, { handle, accountId }: Account, name: string): void {
  const others = [
    [handle, 'innocent_third'],
    [accountId, '555000222'],
  ] as const;
  for (const { name: attribute, value } of Array.from(element.attributes)) {
    let changed = value;
    for (const [mine, other] of others) if (mine !== undefined) changed = changed.replaceAll(mine, other);
    if (changed !== value) element.setAttribute(attribute, changed);
  }
  for (const node of textsIn(element)) {
    if (node.data.trim() !== '') node.data = node.data.trim().startsWith('@') ? '@innocent_third' : name;
  }
}

function textsIn(element: Element): Text[] {
  return Array.from(element.childNodes).filter(node => node instanceof Text);
}

function alike(letter: string): string {
  return { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х' }[letter] ?? letter;
}
