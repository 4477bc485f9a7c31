import { afterEach } from 'vitest';
import { drafts } from '../../src/ui/forms/drafts.ts';

// Files of one worker share what they import: what one test typed must not lie there for the next.
afterEach(() => {
  drafts.value = new Map();
});
