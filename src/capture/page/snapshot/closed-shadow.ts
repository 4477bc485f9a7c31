import { closedShadowOf } from '../../../platforms/shadow.ts';

/** Whether an element hides part of the page in a closed shadow root. False where it cannot be told. */
export function isClosedHost(element: Element): boolean {
  return closedShadowOf(element) !== null;
}
