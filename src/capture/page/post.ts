import type { PagePost } from '../../messaging/page-protocol.ts';
import { platformFor } from '../../platforms/index.ts';
import { chosenElement, pageAddress, platformHere, viewer } from './chosen.ts';
import type { PageSession } from './session.ts';

/** What the chosen post says, or the post that the address names; null when there is none. */
export function readPost(session: PageSession): PagePost | null {
  const element = session.chosen === undefined ? undefined : chosenElement(session);
  if (session.chosen !== undefined && element === undefined) return null;
  const platform = session.chosen?.platform ?? platformHere();
  const post = element ?? platform.postAt(document, pageAddress());
  if (post === undefined) return null;
  const read = platform.read(post, pageAddress(), viewer());
  const usual = platformFor(pageAddress());
  const unusual = `The page did not look as pages of ${usual.name} usually do; the post was read as a block of any page.`;
  const notes = usual === platform ? read.notes : [...(read.notes ?? []), unusual];
  const { notes: _own, ...rest } = read;
  return { platform: platform.id, ...rest, ...(notes && notes.length > 0 && { notes: [...notes] }) };
}
