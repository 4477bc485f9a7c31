import type { CaptureStep } from '../../../src/model/capture.ts';

/** What the browser is asked in each step that can be held up: the call that is never answered. */
const heldCalls = {
  guard: `hold(api.scripting, 'executeScript', call => call.files !== undefined)`,
  clocks: asking('measure'),
  settle: asking('settle'),
  tiles: `hold(api.tabs, 'captureVisibleTab', () => ++count > 1)`,
  stitch: `hold(OffscreenCanvas.prototype, 'convertToBlob', call => call?.type === 'image/png')`,
  snapshot: asking('snapshot'),
  // Of all that is digested for the record the words alone are no picture, no copy and no row of the log.
  post: `hold(SubtleCrypto.prototype, 'digest', (_, [, bytes]) => /^[a-z]/i.test(new TextDecoder().decode(bytes)))`,
  // The first turn of the one writer is the case's, the second the commit's.
  commit: `hold(navigator.locks, 'request', name => name === 'evidence-writer' && ++count > 1)`,
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
