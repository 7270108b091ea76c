import { createViewClient, type ViewClient } from './view-client.ts';

let client: ViewClient | null = null;

/** The window's one view client: its worker keeps the dictionaries from report to report. */
export function sharedViewClient(): ViewClient {
  client ??= createViewClient();
  return client;
}
