/** So many are asked for before the first is waited for. Each waits for another thread, not for this one. */
const atOnce = 256;

/**
 * The answers of `work` for each item, in their order. Some hundred run side by side, and never all: what each of them
 * holds is let go before the next are begun. Rejects with what the first of a few rejects with.
 */
export async function mapTogether<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    for (const answer of await Promise.all(items.slice(from, from + atOnce).map(work))) answers.push(answer);
  return answers;
}
