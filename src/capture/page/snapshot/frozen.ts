/** The values as `!important` declarations. Empty values are left out. */
export function cssTextOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';');
}

/** Elements animated by scripts alone, with the values that were shown, as declarations. */
export class Frozen {
  readonly #shown = new Map<Element, Record<string, string>>();

  /** Reads the animations of a tree that only a script can have started, because a copy runs none. */
  enter(root: Document | ShadowRoot): void {
    for (const animation of animationsOf(root)) {
      const { effect } = animation;
      if (!(effect instanceof KeyframeEffect) || effect.target === null || effect.pseudoElement != null)
        continue;
      if (isOfSheet(animation)) continue;
      const shown = getComputedStyle(effect.target);
      const values = this.#shown.get(effect.target) ?? {};
      for (const name of propertiesOf(effect)) values[name] = shown.getPropertyValue(name);
      this.#shown.set(effect.target, values);
    }
  }

  /** Declarations for the element's style attribute; empty when nothing animates it. */
  styleOf(element: Element): string {
    const values = this.#shown.get(element);
    return values === undefined ? '' : cssTextOf(values);
  }
}

/** Whether a style sheet started the animation or transition, as it will in the copy. */
function isOfSheet(animation: Animation): boolean {
  const isTransition = typeof CSSTransition === 'function' && animation instanceof CSSTransition;
  return isTransition || (typeof CSSAnimation === 'function' && animation instanceof CSSAnimation);
}

/** The animations of a tree; empty where the browser does not support it. */
export function animationsOf(root: Document | ShadowRoot): Animation[] {
  const prototype = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype;
  try {
    return prototype.getAnimations.call(root);
  } catch {
    return [];
  }
}

function propertiesOf(effect: KeyframeEffect): string[] {
  const names = new Set<string>();
  for (const frame of effect.getKeyframes()) for (const name of Object.keys(frame)) names.add(name);
  for (const name of ['offset', 'computedOffset', 'easing', 'composite']) names.delete(name);
  return [...names].map(name =>
    name === 'cssOffset'
      ? 'offset'
      : name === 'cssFloat'
        ? 'float'
        : name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
  );
}
