import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAgent } from '../src/capture/page/agent.ts';

export default defineUnlistedScript(startAgent);
