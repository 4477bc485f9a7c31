import type { Block, Item } from './tree.ts';

type Task = Item | { readonly kind: 'end'; readonly block: Block };

/**
 * The text of a block with its line breaks (HTML, "rendered text collection steps"), trimmed. With quotations, their
 * lines begin with `> `, and the `>` at the start of other lines becomes `\>`, as in Markdown, so that nobody can fake
 * a quotation by typing.
 */
export function writeText(root: Block, hasQuotations = false): string {
  const writer = new Writer(hasQuotations);
  const tasks: Task[] = [root];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (task.kind === 'run') writer.add(task.text, task.keep);
    else if (task.kind === 'end') writer.leave(task.block);
    else {
      writer.enter(task);
      tasks.push({ kind: 'end', block: task });
      for (let at = task.items.length - 1; at >= 0; at -= 1) {
        const item = task.items[at];
        if (item !== undefined) tasks.push(item);
      }
    }
  }
  return writer.text();
}

class Writer {
  readonly #parts: string[] = [];
  // Adjacent blocks share their line breaks: the greater number counts.
  #owed = 0;
  #isAfterCell = false;
  #endsInSpace = true;
  #canTrim = false;
  #quotes = 0;
  readonly #hasQuotations: boolean;

  constructor(hasQuotations: boolean) {
    this.#hasQuotations = hasQuotations;
  }

  enter(block: Block): void {
    this.#owe(block.isQuoted ? Math.max(block.breaks, 1) : block.breaks);
    if (block.isQuoted) this.#quotes += 1;
    if (block.isCell && this.#isAfterCell && this.#owed === 0) this.#put('\t', true);
    this.#isAfterCell = false;
  }

  leave(block: Block): void {
    this.#owe(block.isQuoted ? Math.max(block.breaks, 1) : block.breaks);
    if (block.isQuoted) this.#quotes -= 1;
    this.#isAfterCell = block.isCell;
  }

  add(text: string, keep: boolean): void {
    if (text === '') return;
    const atStart = this.#owed > 0 || this.#endsInSpace;
    const shown = !keep && atStart && text.startsWith(' ') ? text.slice(1) : text;
    if (shown === '') return;
    if (keep && text.startsWith('\n')) this.#trimEnd();
    this.#settle();
    this.#put(shown, !keep);
  }

  text(): string {
    return this.#parts.join('').trim();
  }

  #owe(breaks: number): void {
    if (breaks > 0) this.#isAfterCell = false;
    this.#owed = Math.max(this.#owed, breaks);
  }

  #settle(): void {
    if (this.#owed === 0) return;
    this.#trimEnd();
    if (this.#parts.length > 0) this.#parts.push('\n'.repeat(this.#owed));
    this.#owed = 0;
  }

  #put(text: string, canTrim: boolean): void {
    this.#parts.push(this.#hasQuotations ? this.#marked(text) : text);
    this.#endsInSpace = /[ \n\t]$/.test(text);
    this.#canTrim = canTrim;
  }

  /** The text with the quotation mark before each line that begins in it. */
  #marked(text: string): string {
    const isAtStart = this.#parts.every(part => /^\s*$/.test(part)) || this.#parts.at(-1)?.endsWith('\n');
    const mark = '> '.repeat(this.#quotes);
    return text
      .split('\n')
      .map((line, at) => {
        if ((at === 0 && isAtStart !== true) || line === '') return line;
        return mark + line.replace(/^\s*>/, '\\$&');
      })
      .join('\n');
  }

  /** Removes a space that style sheets drop at the end of a line. */
  #trimEnd(): void {
    const last = this.#parts.at(-1);
    if (last === undefined || !this.#canTrim || !last.endsWith(' ')) return;
    this.#parts[this.#parts.length - 1] = last.slice(0, -1);
  }
}
