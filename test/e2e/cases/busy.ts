import { type ChildProcess, spawn } from 'node:child_process';

/** Keeps a core busy; ends by itself when nobody holds its standard input any more. */
const program = `process.stdin.resume(); process.stdin.on('end', () => process.exit());
const work = () => { const end = Date.now() + 40; while (Date.now() < end) Math.sqrt(Math.random()); setImmediate(work); };
work();`;

/** Two processes that do nothing but reckon, on a machine of two cores. Call the answer to end them. */
export function keepBusy(processes = 2): () => void {
  const children: ChildProcess[] = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'ignore', 'ignore'] }),
  );
  return () => {
    for (const child of children) child.kill('SIGKILL');
  };
}
