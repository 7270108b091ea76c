import { LONGEST_KEPT_QUERY, MOST_RECENT_QUERIES } from '#core/ipc/settings-values.ts';
import type { WindowParts } from '../window/use-window.ts';

/** Remembers what stands in the box, for the next start. */
export function keepQuery({ store }: WindowParts, written: string): void {
  const { settings, mainPane, changeSettings } = store.getState();
  const query = written.length > LONGEST_KEPT_QUERY ? '' : written;
  const shown = query !== '' && mainPane === 'search';
  const { lastSearch } = settings;
  if (lastSearch.query !== query || lastSearch.shown !== shown) {
    changeSettings({ lastSearch: { query, shown } });
  }
}

/** Remembers a query that was of use. */
export function keepRecent({ store }: WindowParts, written: string): void {
  const query = written.trim();
  const { settings, changeSettings } = store.getState();
  if (query === '' || query.length > LONGEST_KEPT_QUERY || settings.recentQueries[0] === query) return;
  const others = settings.recentQueries.filter((known) => known !== query);
  changeSettings({ recentQueries: [query, ...others].slice(0, MOST_RECENT_QUERIES) });
}

/** Forgets one of them. */
export function forgetRecent({ store }: WindowParts, query: string): void {
  const { settings, changeSettings } = store.getState();
  changeSettings({ recentQueries: settings.recentQueries.filter((known) => known !== query) });
}
