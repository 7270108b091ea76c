import { Tabs } from 'radix-ui';
import type { ReactElement } from 'react';
import { LibraryPane } from '../features/library/LibraryPane.tsx';
import { useMessages } from '../i18n/messages-context.ts';
import { useWindow } from '../state/window/use-window.ts';
import styles from './app.module.css';
import type { FeatureSlots } from './feature-slots.ts';

/** The pane left of the text: the reports of the library, or the contents of the one that is open. */
export function LeftPane({ OutlinePane }: Pick<FeatureSlots, 'OutlinePane'>): ReactElement {
  const { outline } = useMessages();
  const tab = useWindow((state) => state.leftTab);
  const showLeftTab = useWindow((state) => state.showLeftTab);
  return (
    <Tabs.Root
      className={styles.leftPane}
      value={tab}
      onValueChange={(next) => showLeftTab(next === 'outline' ? 'outline' : 'reports')}
    >
      <Tabs.List className={styles.tabs} aria-label={outline.tabs}>
        <Tabs.Trigger className={styles.tab} value="reports">
          {outline.reports}
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="outline">
          {outline.title}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className={styles.tabPanel} value="reports" tabIndex={-1}>
        <LibraryPane />
      </Tabs.Content>
      <Tabs.Content className={styles.tabPanel} value="outline" tabIndex={-1}>
        <OutlinePane />
      </Tabs.Content>
    </Tabs.Root>
  );
}
