import { readdirSync, readFileSync } from 'node:fs';

/** Watches the memory that a process and all its children hold; Linux only, elsewhere it answers undefined. */
export interface MemoryWatch {
  /** Bytes above what was held at the start, at the highest. */
  stop(): number | undefined;
}

/** Samples every 100 ms until it is stopped. */
export function watchMemory(pid: number): MemoryWatch {
  const start = heldByTree(pid);
  let peak = start ?? 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, heldByTree(pid) ?? 0);
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return start === undefined ? undefined : peak - start;
    },
  };
}

/** What was watched, as the notes of a row say it. */
export function memoryNote(bytes: number | undefined): string {
  return bytes === undefined
    ? 'memory not measured here'
    : `peak memory + ${Math.round(bytes / 1_000_000)} MB`;
}

/** Private and shared memory of a process and its descendants, without counting what they share twice. */
function heldByTree(root: number): number | undefined {
  try {
    const parents = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const parent = / \(.*\) \S (\d+)/.exec(readQuietly(`/proc/${name}/stat`))?.[1];
      if (parent) parents.set(Number(name), Number(parent));
    }
    let held = 0;
    for (const pid of [root, ...parents.keys()]) {
      if (pid !== root && !descends(pid, root, parents)) continue;
      const kilobytes = /^RssAnon:\s+(\d+)/m.exec(readQuietly(`/proc/${pid}/status`))?.[1];
      held += Number(kilobytes ?? 0) * 1024;
    }
    return held;
  } catch {
    return undefined;
  }
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at))
    if (at === root) return true;
  return false;
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
