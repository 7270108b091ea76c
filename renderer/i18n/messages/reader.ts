import { defineMessages } from '../define-messages.ts';

export const reader = defineMessages({});
