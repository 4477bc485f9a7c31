import { appendEvent } from '../../src/custody/chain.ts';
import { type CustodyAction, type CustodyEvent, custodyActionSchema } from '../../src/model/custody.ts';
import { exhibitReference } from '../../src/model/exhibit.ts';
import { captureIdSchema, caseIdSchema, toInstant } from '../../src/model/identifiers.ts';

export const caseId = caseIdSchema.parse('0b0e7f1c-5a5e-4d1c-9a53-5d2f0f8f3a10');
export const otherCaseId = caseIdSchema.parse('3c1f5a0e-8a1f-4e0b-8f57-0a3d9a2b7c11');
const captureId = captureIdSchema.parse('7d9a1b52-03c8-4b6f-9c1e-2a4b6c8d0e12');

/** Where the first event of {@link chainOf} stands, in milliseconds; each later one is a second after. */
export const start = Date.UTC(2026, 2, 1, 10);

/** A chain with one event for each action, a second apart, each with details of its own. */
export async function chainOf(actions: readonly CustodyAction[], of = caseId): Promise<CustodyEvent[]> {
  const events: CustodyEvent[] = [];
  for (const [index, action] of actions.entries()) {
    const event = await appendEvent(events.at(-1), {
      at: toInstant(start + index * 1000),
      action,
      actor: 'ABC',
      subject: { caseId: of, captureId, reference: exhibitReference('ABC', index + 1) },
      detail: { number: index, note: `note ${index}`, list: ['a', 'b'], flag: true },
    });
    events.push(event);
  }
  return events;
}

/** A chain of so many events, in which every action comes round. */
export function chainOfLength(length: number): Promise<CustodyEvent[]> {
  const actions = custodyActionSchema.options;
  return chainOf(Array.from({ length }, (_, index) => actions[index % actions.length]!));
}
