import type { PageAnswer, VisibleParts } from '../../messaging/page-protocol.ts';
import type { CopyDrawing } from './copies.ts';

type Copy = NonNullable<PageAnswer<'copyAhead'>>;

/**
 * What an early copy shows, drawn while a picture is taken. It stands for the copy that is kept only if both are the
 * same to the letter and are seen through the same window: then drawing the kept one would only repeat it.
 */
export class DrawnAhead {
  #drawn: (Copy & { readonly shown: Promise<VisibleParts> }) | undefined;

  /** Draws the copy once it is there. A page without one is no error, nor is a failed drawing. */
  constructor(early: Promise<Copy | null>, copies: Pick<CopyDrawing, 'draw'>) {
    early.then(
      copy => {
        if (copy === null) return;
        this.#drawn = { ...copy, shown: copies.draw(copy.html, copy.view) };
        this.#drawn.shown.catch(() => undefined);
      },
      () => undefined,
    );
  }

  /** What the copy shows; undefined when none is there yet, when it is another, or when it could not be drawn. */
  async shownBy({ html, view }: Copy): Promise<VisibleParts | undefined> {
    const drawn = this.#drawn;
    if (drawn?.html !== html || !isSameView(drawn.view, view)) return undefined;
    return await drawn.shown.catch(() => undefined);
  }
}

function isSameView(one: Copy['view'], other: Copy['view']): boolean {
  return (Object.keys(one) as (keyof Copy['view'])[]).every(key => one[key] === other[key]);
}
