import { attributeOf } from '../../../dom/tree.ts';
import type { MachineTime } from '../../../model/post.ts';
import { readMachineTime, readUnixTime } from '../../reading/time.ts';

/** Attributes in which pages write a Unix time. */
export const unixAttributes = ['data-time', 'data-timestamp', 'data-utime'];

/** The machine-readable time of an element; undefined when it has none with a zone. */
export function machineTimeOf(element: Element): MachineTime | undefined {
  const written = readMachineTime(attributeOf(element, 'datetime') ?? attributeOf(element, 'content'));
  if (written !== undefined) return written;
  for (const name of unixAttributes) {
    const unix = readUnixTime(attributeOf(element, name));
    if (unix !== undefined) {
      return { ...unix, caveat: `Read from the page's attribute ${name}, taken as Unix time.` };
    }
  }
  return undefined;
}
