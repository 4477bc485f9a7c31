import { defineExtensionMessaging } from '@webext-core/messaging';
import type { AnswerOf, MessageName, RequestOf } from './messages.ts';

/** The messages as functions. Types only: a page that asks does not load the schemas. */
export type Protocol = { [N in MessageName]: (request: RequestOf<N>) => AnswerOf<N> };

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
