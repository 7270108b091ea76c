import type { ReactElement } from 'react';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { runCommand } from '#renderer/state/window/commands.ts';
import { useScriptRules } from '#renderer/state/report/script-rules.ts';
import { DoubtfulIcon } from '#renderer/ui/icons.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';

/** Marks the doubtful characters of the view that is shown, or takes the marks away. */
export function DoubtfulSwitch({ className }: { readonly className: string | undefined }): ReactElement {
  const { doubtful } = useMessages();
  const shown = useScriptRules((state) => state.doubtfulShown);
  return (
    <Tooltip text={shown ? doubtful.hide : doubtful.show} keys="D">
      <button
        type="button"
        className={className}
        aria-pressed={shown}
        onClick={() => void runCommand('doubtful')}
      >
        <DoubtfulIcon size={15} />
        {doubtful.button}
      </button>
    </Tooltip>
  );
}
