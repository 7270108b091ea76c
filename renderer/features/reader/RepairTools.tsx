import type { ReactElement } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { DoubtfulSwitch } from '#renderer/features/doubtful/index.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { runCommand } from '#renderer/state/window/commands.ts';
import { isPaneShown } from '#renderer/state/window/layout-slice.ts';
import { REPAIRS_BUTTON } from '#renderer/state/report/repair-slice.ts';
import { appliedCount, repairsOf } from '#renderer/state/report/report-repairs.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { RepairIcon, SourceLayerIcon } from '#renderer/ui/icons.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import styles from './repairs.module.css';
import { canBeDoubtful } from './use-doubtful.ts';

/**
 * In the report's head: how much is repaired, which opens the list, the way to the text as it was imported, and the marks of
 * doubtful characters where the view can hold some.
 */
export function RepairTools({ content }: { readonly content: ReportContent }): ReactElement {
  const { repair } = useMessages();
  const listed = useWindow((state) => state.repairsShown && isPaneShown(state, 'notes'));
  const layer = useWindow((state) => state.textLayer);
  const script = useWindow((state) => state.settings.readingScript);
  const repairs = repairsOf(content);
  const asks = repairs.filter((each) => each.asks).length;
  return (
    <span className={styles.tools}>
      <Tooltip text={listed ? repair.hide : repair.show} keys="R">
        <button
          type="button"
          className={styles.tool}
          id={REPAIRS_BUTTON}
          aria-pressed={listed}
          onClick={() => void runCommand('repairs')}
        >
          <RepairIcon size={15} />
          {repair.button({ count: appliedCount(repairs) })}{' '}
          {asks === 0 ? null : <span className={styles.asking}>{repair.asking({ count: asks })}</span>}
        </button>
      </Tooltip>
      <Tooltip text={layer === 'source' ? repair.backToReading : repair.sourceLayerHint} keys="S">
        <button
          type="button"
          className={styles.tool}
          aria-pressed={layer === 'source'}
          onClick={() => void runCommand('source-layer')}
        >
          <SourceLayerIcon size={15} />
          {repair.sourceLayer}
        </button>
      </Tooltip>
      {canBeDoubtful(content.summary.script, script, layer) ? (
        <DoubtfulSwitch className={styles.tool} />
      ) : null}
    </span>
  );
}

/** Says, while the source layer is shown, what is shown, and leads back. */
export function SourceLayerBanner({ content }: { readonly content: ReportContent }): ReactElement | null {
  const { repair } = useMessages();
  const layer = useWindow((state) => state.textLayer);
  if (layer !== 'source') return null;
  return (
    <div className={styles.banner} role="status">
      <p>{repair.sourceState({ count: appliedCount(repairsOf(content)) })}</p>
      <button type="button" className={styles.back} onClick={() => void runCommand('source-layer')}>
        {repair.backToReading}
      </button>
    </div>
  );
}
