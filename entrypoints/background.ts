import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/background/start.ts';
import { openLog } from '../src/evidence/open-log.ts';

export default defineBackground(() =>
  startBackground(openLog({ now: () => new Date() }), import.meta.env.FIREFOX),
);
