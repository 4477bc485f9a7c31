import { Fault, type FaultCode } from '../model/fault.ts';

/**
 * What error messages of browsers mean to a capture; the first match decides. Sources: Chromium
 * extensions/common/manifest_constants, script_executor.cc, tabs_api.cc; Firefox ext-scripting.js,
 * ExtensionParent.sys.mjs.
 */
const meanings: readonly (readonly [RegExp, FaultCode])[] = [
  [/no tab with id|invalid tab id|tab was closed|no such tab/i, 'capture.tab.closed'],
  [/frame with id 0 was removed|frame was removed|document was removed/i, 'capture.tab.navigated'],
  [/actor .*destroyed|message manager disconnected|conduit/i, 'capture.tab.navigated'],
  [/showing error page/i, 'capture.page.unreachable'],
  [
    /cannot access|missing host permission|cannot be scripted|extensions gallery|not allowed|permission is required/i,
    'capture.tab.not-permitted',
  ],
];

/** The fault behind an error of the scripting or tabs API; `otherwise` when its message is not known. */
export function scriptFault(error: unknown, otherwise: FaultCode = 'capture.page.unreachable'): Fault {
  const text = error instanceof Error ? error.message : String(error);
  const meaning = meanings.find(([words]) => words.test(text));
  return new Fault(meaning?.[1] ?? otherwise, text, { cause: error });
}

/** Like {@link scriptFault}, for a question to an agent already in the page: lost access then means another page. */
export function questionFault(error: unknown): Fault {
  const fault = scriptFault(error);
  if (fault.code !== 'capture.tab.not-permitted') return fault;
  return new Fault('capture.tab.navigated', fault.message, { cause: error });
}

/** Whether Chromium refused a screenshot only because there were too many within a second. */
export function isOverQuota(error: unknown): boolean {
  return error instanceof Error && /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND|quota/i.test(error.message);
}

/** Whether trying again cannot help: the administrator forbids screenshots, or the grant is gone. */
export function isFinalRefusal(error: unknown): boolean {
  return error instanceof Error && /disabled|permission|cannot access|policy/i.test(error.message);
}
