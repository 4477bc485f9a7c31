import type { CaptureStep } from '../../../src/model/capture.ts';

/** Says which files of the record are digested: what other work the background does in between is not counted. */
const followDigests = `
    const begin = bytes => new TextDecoder().decode(bytes).slice(0, 1);
    const areWords = bytes => /[a-z]/i.test(begin(bytes));
    const { digest } = SubtleCrypto.prototype;
    let isCopied = false;
    let areWordsThere = false;
    Object.defineProperty(SubtleCrypto.prototype, 'digest', {
      configurable: true,
      value(...given) {
        areWordsThere ||= isCopied && areWords(given[1]);
        isCopied ||= begin(given[1]) === '<';
        return digest.apply(this, given);
      },
    });`;

/** What the browser is asked in each step that can be held up: the call that is never answered. */
const heldCalls = {
  guard: `hold(api.scripting, 'executeScript', call => call.files !== undefined)`,
  clocks: asking('measure'),
  settle: asking('settle'),
  tiles: `hold(api.tabs, 'captureVisibleTab', () => ++count > 1)`,
  stitch: `hold(OffscreenCanvas.prototype, 'convertToBlob', call => call?.type === 'image/png')`,
  snapshot: asking('snapshot'),
  // Of all that is digested after the copy the words alone are no row of the log.
  post: `${followDigests}
    hold(SubtleCrypto.prototype, 'digest', (_, [, bytes]) => isCopied && areWords(bytes))`,
  // The next turn of the one writer, once the words are there.
  commit: `${followDigests}
    hold(navigator.locks, 'request', name => name === 'evidence-writer' && areWordsThere)`,
} as const satisfies Partial<Record<CaptureStep, string>>;

export type HeldStep = keyof typeof heldCalls;

function asking(question: string): string {
  return `hold(api.scripting, 'executeScript', call => call.args?.[1]?.some(asked => asked[0] === ${JSON.stringify(question)}))`;
}

/** The worker's own scope, or the event page's window: what a later expression finds again. */
const scope = '(globalThis.window ?? globalThis)';

/**
 * For the extension's background: from now on the call that this step waits for is not made, so that the capture
 * stands in that step until {@link letGoExpression} is run there. It is gone with the background.
 */
export function holdExpression(step: HeldStep): string {
  return holding(heldCalls[step]);
}

/** The same for the first picture that is taken once the page was altered: the capture stands before it. */
export const holdAlteredExpression = holding(`
  const { executeScript } = api.scripting;
  let isAltered = false;
  Object.defineProperty(api.scripting, 'executeScript', {
    configurable: true,
    value(...given) {
      const asked = (given[0].args?.[1] ?? []).map(([question]) => question);
      isAltered ||= asked.some(question => question === 'lookAt' || question === 'walkThrough');
      return executeScript.apply(this, given);
    },
  });
  hold(api.tabs, 'captureVisibleTab', () => isAltered)`);

function holding(calls: string): string {
  return `(() => {
    const api = globalThis.browser ?? globalThis.chrome;
    let count = 0;
    let letGo = () => {};
    const held = new Promise(resolve => { letGo = resolve; });
    let isOver = false;
    ${scope}.letGo = () => { isOver = true; letGo(); };
    const hold = (target, name, isHeld) => {
      const original = target[name];
      Object.defineProperty(target, name, {
        configurable: true,
        value(...given) {
          const call = typeof given[0] === 'number' ? given[1] : given[0];
          if (isOver || !isHeld(call, given)) return original.apply(this, given);
          return held.then(() => original.apply(this, given));
        },
      });
    };
    ${calls};
  })()`;
}

/** For the extension's background: what was held is done now, and nothing is held any more. */
export const letGoExpression = `${scope}.letGo()`;
