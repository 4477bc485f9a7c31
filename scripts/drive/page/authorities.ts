import { rootsIn } from '../../../src/bundle/trusted-roots.ts';
import { openLog } from '../../../src/evidence/open-log.ts';
import { sendMessage } from '../../../src/messaging/protocol.ts';
import { testWords } from '../../../src/words/time-stamps.ts';

type Order =
  | {
      readonly act: 'choose';
      readonly given: { readonly addresses: readonly string[]; readonly roots: string };
    }
  | { readonly act: 'wait'; readonly given: number };

/** Does what is ordered; see the functions of `authorities.ts` beside this folder. */
export async function run(order: Order): Promise<readonly string[]> {
  return order.act === 'choose' ? await choose(order.given) : await wait(order.given);
}

async function choose({
  addresses,
  roots,
}: {
  readonly addresses: readonly string[];
  readonly roots: string;
}) {
  const trusted = (await rootsIn(roots)).map(({ pem }) => pem);
  await sendMessage('authorities:set', { isOn: true, addresses: [...addresses], roots: trusted });
  const said: string[] = [];
  for (const address of addresses) {
    const test = await sendMessage('authorities:test', { address });
    said.push(`${address}: ${testWords(test, moment => moment).join(' ')}`);
  }
  return said;
}

async function wait(seconds: number): Promise<readonly string[]> {
  const { reader } = openLog({ now: () => new Date() });
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const caseId = await reader.currentCaseId();
    const exhibits = caseId === undefined ? [] : await reader.listExhibits(caseId);
    const kept = exhibits.filter(exhibit => exhibit.state === 'kept');
    const stamps = await Promise.all(
      kept.map(async ({ captureId }) => [
        (await reader.readTimeStamp(captureId))?.state === 'stamped',
        (await reader.readTimeStamp(captureId, 2))?.state !== 'waiting',
      ]),
    );
    const without = kept.filter((_, index) => stamps[index]?.includes(false));
    if (without.length === 0 || Date.now() > end) return without.map(({ reference }) => reference);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
