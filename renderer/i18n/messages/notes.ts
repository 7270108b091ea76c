import { defineMessages } from '../define-messages.ts';

export const notes = defineMessages({});
