/** `custody.jsonl` as it stands in a bundle, for whoever makes one without knowing the chain. */
export { eventsToJsonl } from '../custody/jsonl.ts';
