import type { ReactElement } from 'react';
import { SETTING_BOUNDS } from '#core/ipc/settings-values.ts';
import type { Settings } from '#core/ipc/settings.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useConcordance, useConcordanceModel } from '#renderer/state/search/concordance-model.ts';
import type { OnlyGroup } from '#renderer/state/search/concordance-model.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CopyIcon, ExportIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem, MenuLine } from '#renderer/ui/Menu.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Slider } from '#renderer/ui/Slider.tsx';
import styles from './concordance.module.css';
import { groupName } from './group-name.ts';

/** Order, groups, width, and what is done with the lines. */
export function ConcordanceTools(): ReactElement {
  const { concordance } = useLateMessages();
  const { concordanceOrder, concordanceGrouping } = useWindow((state) => state.settings);
  const changeSettings = useWindow((state) => state.changeSettings);
  const only = useConcordance((state) => state.only);
  const orders: Readonly<Record<Settings['concordanceOrder'], string>> = {
    text: concordance.orderText,
    left: concordance.orderLeft,
    right: concordance.orderRight,
  };
  const groupings: Readonly<Record<Settings['concordanceGrouping'], string>> = {
    none: concordance.groupNone,
    report: concordance.groupReport,
    year: concordance.groupYear,
    place: concordance.groupPlace,
  };
  return (
    <div className={styles.tools}>
      <label className={styles.tool}>
        <span>{concordance.order}</span>
        <Select
          value={concordanceOrder}
          choices={choicesOf(orders)}
          onChange={(order) => changeSettings({ concordanceOrder: order })}
        />
      </label>
      <label className={styles.tool}>
        <span>{concordance.grouping}</span>
        <Select
          value={concordanceGrouping}
          choices={choicesOf(groupings)}
          onChange={(grouping) => changeSettings({ concordanceGrouping: grouping })}
        />
      </label>
      <ContextWidth />
      {only === null ? null : <Only only={only} />}
      <Actions />
    </div>
  );
}

function choicesOf<V extends string>(names: Readonly<Record<V, string>>) {
  return (Object.entries(names) as [V, string][]).map(([value, label]) => ({ value, label }));
}

function ContextWidth(): ReactElement {
  const { concordance } = useLateMessages();
  const count = useWindow((state) => state.settings.concordanceContext);
  const changeSettings = useWindow((state) => state.changeSettings);
  return (
    <span className={styles.tool}>
      <span aria-hidden="true">{concordance.context}</span>
      <span className={styles.width}>
        <Slider
          label={concordance.context}
          value={count}
          {...SETTING_BOUNDS.concordanceContext}
          step={1}
          valueText={concordance.contextOf({ count })}
          onChange={(concordanceContext) => changeSettings({ concordanceContext })}
        />
      </span>
      <span className={styles.number} aria-hidden="true">
        {count}
      </span>
    </span>
  );
}

function Only({ only }: { readonly only: OnlyGroup }): ReactElement {
  const { concordance } = useLateMessages();
  const model = useConcordanceModel();
  return (
    <span className={styles.only}>
      {concordance.onlyGroup({ name: groupName(only.name, only.by, concordance) })}
      <Button look="quiet" onClick={() => model.showOnly(null)}>
        {concordance.showAll}
      </Button>
    </span>
  );
}

function Actions(): ReactElement {
  const { concordance } = useLateMessages();
  const model = useConcordanceModel();
  const isEmpty = useConcordance(({ head }) => (head?.total.hits ?? 0) === 0);
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={concordance.actions} className={styles.actions} disabled={isEmpty}>
          <ExportIcon />
        </IconButton>
      }
    >
      <MenuItem icon={<CopyIcon size={16} />} onSelect={() => void model.copy('markdown')}>
        {concordance.copyMarkdown}
      </MenuItem>
      <MenuItem icon={<CopyIcon size={16} />} onSelect={() => void model.copy('csv')}>
        {concordance.copyCsv}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<ExportIcon size={16} />} onSelect={() => void model.save('markdown')}>
        {concordance.saveMarkdown}
      </MenuItem>
      <MenuItem icon={<ExportIcon size={16} />} onSelect={() => void model.save('csv')}>
        {concordance.saveCsv}
      </MenuItem>
    </Menu>
  );
}
