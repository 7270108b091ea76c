import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { SEARCH_VIEWS } from '#core/ipc/settings-values.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';

const ConcordanceView = lazy(async () => {
  const { ConcordanceView: default_ } = await import('./concordance/ConcordanceView.tsx');
  return { default: default_ };
});
const TrendView = lazy(async () => {
  const { TrendView: default_ } = await import('./trend/TrendView.tsx');
  return { default: default_ };
});

/** Chooses how what was found is shown. */
export function ViewSwitch(): ReactElement {
  const { concordance } = useLateMessages();
  const view = useWindow((state) => state.settings.searchView);
  const changeSettings = useWindow((state) => state.changeSettings);
  return (
    <SegmentedControl
      label={concordance.view}
      value={view}
      choices={SEARCH_VIEWS.map((value) => ({ value, label: concordance[value] }))}
      onChange={(searchView) => changeSettings({ searchView })}
    />
  );
}

/** What was found as reports with their first places, as a concordance, or as a chart. */
export function SearchViews({ results }: { readonly results: ReactElement }): ReactElement {
  const view = useWindow((state) => state.settings.searchView);
  if (view === 'results') return results;
  return <Suspense>{view === 'concordance' ? <ConcordanceView /> : <TrendView />}</Suspense>;
}
