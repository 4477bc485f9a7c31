/**
 * Runs first in every hostile page, in the page's own world: keeps the browser's functions for itself, before the
 * page overrides them, and writes down all that a page could learn of an extension. `hostile.start()`
 * begins it, `hostile.report()` answers it; `hostile.pickers()` counts the elements that stand beside the body; `hostile.onPicker` is told of each.
 */
export const watchScript = `(() => {
  const { apply } = Reflect, { stringify } = JSON, { indexOf } = String.prototype;
  const nativeNames = Object.getOwnPropertyNames;
  const natives = new Set(nativeNames(window));
  const { has, add } = Set.prototype;
  const getter = (owner, name) => {
    const { get } = Object.getOwnPropertyDescriptor(owner, name);
    return node => apply(get, node, []);
  };
  const read = {
    nodeType: getter(Node.prototype, 'nodeType'), text: getter(Node.prototype, 'textContent'),
    parent: getter(Node.prototype, 'parentNode'), name: getter(Element.prototype, 'localName'),
    outer: getter(Element.prototype, 'outerHTML'), shadow: getter(Element.prototype, 'shadowRoot'),
    count: getter(Element.prototype, 'childElementCount'), root: getter(Document.prototype, 'documentElement'),
    target: getter(Event.prototype, 'target'),
  };
  const attribute = Element.prototype.getAttribute, names = Element.prototype.getAttributeNames;
  const page = document, win = window, now = performance, entries = performance.getEntriesByType;
  const report = { added: [], changed: [], heard: [], messages: [], violations: [], errors: [], called: [] };
  let on = false;
  const keep = (list, what) => { if (on && list.length < 400) list[list.length] = what; };
  const isOwn = node => {
    for (let at = node; at; at = read.parent(at))
      if (read.nodeType(at) === 1 && apply(attribute, at, ['data-own']) !== null) return true;
    return false;
  };
  const hostile = {
    report() {
      const all = nativeNames(win), globals = [], requests = [], seen = apply(entries, now, ['resource']);
      for (let i = 0; i < all.length; i++) if (!apply(has, natives, [all[i]])) globals[globals.length] = all[i];
      for (let i = 0; i < seen.length; i++) if (apply(indexOf, seen[i].name, ['extension:']) !== -1) requests[requests.length] = seen[i].name;
      return stringify({ ...report, globals, requests });
    },
    start() { on = true; },
    mine(name) { apply(add, natives, [name]); },
    called(what) { keep(report.called, what); },
    pickers: () => read.count(read.root(page)),
    onPicker: undefined, onGone: undefined, arm() {},
  };
  Object.defineProperty(window, 'hostile', { value: hostile });
  natives.add('hostile');
  const look = record => {
    if (record.type === 'attributes') {
      if (isOwn(record.target)) return;
      keep(report.changed, read.name(record.target) + ' ' + record.attributeName + '=' + apply(attribute, record.target, [record.attributeName]));
    }
    for (let i = 0; i < record.addedNodes.length; i++) {
      const node = record.addedNodes[i];
      if (read.nodeType(node) !== 1 || isOwn(node)) continue;
      const attributes = apply(names, node, []);
      let listed = '';
      for (let j = 0; j < attributes.length; j++) listed += (j ? ' ' : '') + attributes[j];
      keep(report.added, { name: read.name(node), attributes: listed, outer: read.outer(node), text: read.text(node), open: read.shadow(node) !== null });
      if (on && record.target === read.root(page)) hostile.onPicker?.(node);
    }
    for (let i = 0; i < record.removedNodes.length; i++) {
      const node = record.removedNodes[i];
      if (on && read.nodeType(node) === 1 && record.target === read.root(page) && !isOwn(node)) hostile.onGone?.(node);
    }
  };
  new MutationObserver(records => { for (let i = 0; i < records.length; i++) look(records[i]); })
    .observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener('message', event => keep(report.messages, String(event.origin) + ' ' + String(event.data)), true);
  addEventListener('securitypolicyviolation', event => keep(report.violations, event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile), true);
  for (const type of ['error', 'unhandledrejection'])
    addEventListener(type, event => keep(report.errors, String(event.message ?? event.reason) + ' ' + (event.filename ?? '')), true);
  for (const type of ['keydown', 'keypress', 'pointerdown', 'mousedown', 'mouseup', 'click', 'wheel', 'focusin'])
    document.addEventListener(type, event => { if (event.isTrusted) { const at = read.target(event); keep(report.heard, type + ' ' + (at && read.nodeType(at) === 1 ? read.name(at) : '')); } }, true);
})();`;

/** What a hostile page has seen. */
export interface PageReport {
  /** Elements that the page did not add itself. */
  readonly added: readonly {
    readonly name: string;
    readonly attributes: string;
    readonly outer: string;
    readonly text: string;
    readonly open: boolean;
  }[];
  /** Attributes that the page did not change itself. */
  readonly changed: readonly string[];
  /** The user's own events, as far as they reached the page. */
  readonly heard: readonly string[];
  readonly messages: readonly string[];
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  /** Calls of functions that the page has put in the place of the browser's. */
  readonly called: readonly string[];
  readonly globals: readonly string[];
  /** Requests for an extension's files that stand in the page's own list. */
  readonly requests: readonly string[];
}
