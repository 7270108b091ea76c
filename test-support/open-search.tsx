import { act, screen } from '@testing-library/react';
import { SearchBox } from '#renderer/features/search/SearchBox.tsx';
import { SearchPane } from '#renderer/features/search/index.ts';
import type { FakeClient } from '#renderer/platform/fake-client.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { renderComponent } from './render-component.tsx';

function Panes() {
  const pane = useWindow((state) => state.mainPane);
  return (
    <main>
      <SearchBox />
      <button type="button">text</button>
      {pane === 'search' ? <SearchPane /> : null}
    </main>
  );
}

/** The search box with the pane of its results, over a library whose packs are there. */
export async function openSearch(client: FakeClient) {
  const rendered = await renderComponent(<Panes />, { client });
  act(() => client.fake.sendPacksState({ state: 'ready' }));
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Search all reports' });
  return { ...rendered, box, state: rendered.store.getState };
}
