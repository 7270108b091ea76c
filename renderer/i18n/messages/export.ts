import { defineMessages } from '../define-messages.ts';

export const exporting = defineMessages({});
