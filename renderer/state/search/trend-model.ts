import { useEffect, useState } from 'react';
import type { AppError } from '#core/base/app-error.ts';
import type { Trend } from '#core/search/trend.ts';
import { useSearch } from './search-model.ts';
import { useWindow, useWindowParts } from '../window/use-window.ts';

export type TrendState =
  | { readonly status: 'counting' }
  | { readonly status: 'done'; readonly query: string; readonly trend: Trend }
  | { readonly status: 'failed'; readonly error: AppError };

/** How the places of the answered search spread; counted anew with another query or script. */
export function useTrend(): TrendState {
  const { client } = useWindowParts();
  const query = useSearch((state) => state.answer?.query ?? '');
  const script = useWindow((state) => state.settings.readingScript);
  const packsState = useWindow((state) => state.packsState);
  const [state, setState] = useState<TrendState>({ status: 'counting' });
  useEffect(() => {
    let isWanted = true;
    void client.searchTrend({ query, script }).then((answer) => {
      if (!isWanted) return;
      setState(
        answer.ok
          ? { status: 'done', query, trend: answer.value }
          : { status: 'failed', error: answer.error },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [client, query, script, packsState]);
  return state;
}
