import type { View } from '../../messaging/page-protocol.ts';

/** Whether the whole target is in view and nothing covers it. */
export function isSeenWhole({ port, whole, at, covers }: View): boolean {
  const slack = 0.5;
  const isWide = at.x <= slack && port.width >= whole.width - at.x - slack;
  const isHigh = at.y <= slack && port.height >= whole.height - at.y - slack;
  return isWide && isHigh && port.width > 0 && port.height > 0 && covers.length === 0;
}
