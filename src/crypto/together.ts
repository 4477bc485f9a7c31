/** Items per batch. The work waits for other threads, so many items can run at once. */
const atOnce = 256;

/**
 * The results of `work` for each item, in order. Items run in batches of some hundred, so that a batch's memory is
 * freed before the next starts. Rejects with the first rejection in a batch.
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
