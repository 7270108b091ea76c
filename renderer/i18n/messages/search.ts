import { defineMessages } from '../define-messages.ts';

export const search = defineMessages({});
