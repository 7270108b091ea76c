import type { Hit } from '#core/ipc/payloads.ts';
import type { WindowParts } from '../window/use-window.ts';

/** All hits of the current query by report, each asked for once. */
export class HitsOfReports {
  readonly #parts: WindowParts;
  readonly #known = new Map<string, Promise<readonly Hit[]>>();

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  /** To be called when the query or the script changes. */
  clear(): void {
    this.#known.clear();
  }

  of(reportId: string, query: string): Promise<readonly Hit[]> {
    const known = this.#known.get(reportId);
    if (known !== undefined) return known;
    const { client, store } = this.#parts;
    const script = store.getState().settings.readingScript;
    const asked = client.searchInReport({ query, reportId, script }).then((answer) => {
      if (answer.ok) return answer.value;
      store.getState().tellError(answer.error);
      return [];
    });
    this.#known.set(reportId, asked);
    return asked;
  }
}
