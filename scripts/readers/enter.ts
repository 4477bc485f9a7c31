import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** Asks for Enter and waits for it. Throws a sentence when the input ends without it, as where no terminal is. */
export async function waitForEnter(question: string, input: Readable, output: Writable): Promise<void> {
  const terminal = createInterface({ input, output });
  const end = new Promise<never>((_resolve, reject) => {
    terminal.once('close', () =>
      reject(new Error('Nobody pressed Enter: the input ended. Run it in a terminal.')),
    );
  });
  await Promise.race([terminal.question(question), end]);
  terminal.close();
}
