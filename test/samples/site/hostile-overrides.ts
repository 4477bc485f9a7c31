/**
 * Puts lies in the place of the browser's functions, in the page's own world: each call is written down with
 * `hostile.called` and answers nonsense.
 */
export const overrideEverything = `
const define = Object.defineProperty, describe = Object.getOwnPropertyDescriptor, names = Object.getOwnPropertyNames;
const told = hostile.called;
const lie = (owner, name, label) => {
  const found = describe(owner, name);
  if (!found || !found.configurable || name === 'constructor') return;
  if (found.get) define(owner, name, { ...found, get() { told(label + name); return 'a lie'; } });
  else if (typeof found.value === 'function') define(owner, name, { ...found, value: function () { told(label + name); return 'a lie'; } });
};
const owners = [
  [Element.prototype, 'Element#'], [HTMLElement.prototype, 'HTMLElement#'], [Document.prototype, 'Document#'],
  [DocumentFragment.prototype, 'DocumentFragment#'], [ShadowRoot.prototype, 'ShadowRoot#'], [Node.prototype, 'Node#'],
  [CharacterData.prototype, 'CharacterData#'], [EventTarget.prototype, 'EventTarget#'], [MutationObserver.prototype, 'MutationObserver#'],
  [HTMLCanvasElement.prototype, 'HTMLCanvasElement#'], [HTMLImageElement.prototype, 'HTMLImageElement#'],
  [CSSStyleDeclaration.prototype, 'CSSStyleDeclaration#'], [CSSStyleSheet.prototype, 'CSSStyleSheet#'], [Event.prototype, 'Event#'],
  [KeyboardEvent.prototype, 'KeyboardEvent#'], [MouseEvent.prototype, 'MouseEvent#'],
  [Map.prototype, 'Map#'], [Set.prototype, 'Set#'], [WeakMap.prototype, 'WeakMap#'], [Date.prototype, 'Date#'],
  [String.prototype, 'String#'], [RegExp.prototype, 'RegExp#'], [Array.prototype, 'Array#'], [Promise.prototype, 'Promise#'],
  [URL.prototype, 'URL#'], [Blob.prototype, 'Blob#'], [Function.prototype, 'Function#'],
  [URL, 'URL.'], [Date, 'Date.'], [JSON, 'JSON.'], [Array, 'Array.'], [Promise, 'Promise.'], [Object, 'Object.'], [Reflect, 'Reflect.'],
];
for (let at = 0; at < owners.length; at++) {
  const all = names(owners[at][0]);
  for (let each = 0; each < all.length; each++) lie(owners[at][0], all[each], owners[at][1]);
}
const globals = ['MutationObserver', 'Promise', 'Date', 'Map', 'Set', 'URL', 'Proxy', 'AbortController', 'Image', 'Blob', 'TextEncoder',
  'setTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame', 'queueMicrotask', 'getComputedStyle', 'fetch', 'scrollTo',
  'addEventListener', 'matchMedia', 'btoa', 'structuredClone', 'postMessage'];
for (let at = 0; at < globals.length; at++) {
  const name = globals[at];
  hostile.mine(name);
  window[name] = function () { told('window.' + name); throw 'a lie'; };
}
const numbers = ['innerWidth', 'innerHeight', 'scrollX', 'scrollY', 'devicePixelRatio', 'navigator', 'performance', 'chrome', 'browser'];
for (let at = 0; at < numbers.length; at++) {
  hostile.mine(numbers[at]);
  try { define(window, numbers[at], { configurable: true, get() { told('window.' + numbers[at]); return 1; } }); } catch {}
}
`;

/** Names that a page can put over what stands in a document, in a form and in the window. */
const inDocument =
  'querySelector querySelectorAll getElementById documentElement body head title fonts images forms links scripts elementFromPoint elementsFromPoint createElement createRange activeElement readyState compatMode referrer adoptedStyleSheets styleSheets defaultView URL baseURI childNodes firstChild nodeType textContent children visibilityState hidden scrollingElement fullscreenElement implementation addEventListener outerHTML'.split(
    ' ',
  );
const inForm =
  'getAttribute setAttribute removeAttribute hasAttribute attributes parentElement parentNode children childNodes firstChild lastChild firstElementChild nextSibling previousSibling textContent innerText innerHTML outerHTML querySelector querySelectorAll matches closest contains style remove append getBoundingClientRect getClientRects scrollIntoView scrollBy isConnected nodeType nodeName localName tagName namespaceURI shadowRoot ownerDocument getRootNode compareDocumentPosition offsetHeight offsetWidth clientWidth clientHeight scrollHeight scrollTop id className classList dataset checkVisibility addEventListener dispatchEvent focus action method'.split(
    ' ',
  );
const inWindow =
  '__holdfastPage __holdfastRerender holdfast ask browser runtime pick document2 agentKey'.split(' ');

/** Fields that stand over every property of the form that holds them. */
export const formFields = inForm.map(name => `<input type="hidden" name="${name}">`).join('');

/** Elements that stand over the properties of the document and name things in the window. */
export const clobberDocument = `
const box = document.createElement('div');
box.setAttribute('data-own', '');
box.hidden = true;
let text = '';
for (const name of ${JSON.stringify(inDocument)}) text += '<img name="' + name + '"><form name="' + name + '"></form>';
for (const name of ${JSON.stringify(inWindow)}) text += '<form id="' + name + '" name="' + name + '"><input name="ask"><input name="then"></form>';
box.innerHTML = text;
document.body.append(box);
`;
