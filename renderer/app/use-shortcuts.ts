import { useEffect } from 'react';
import { runCommand } from '../state/window/commands.ts';
import { useWindowParts } from '../state/window/use-window.ts';
import { commandOf, takesText } from './shortcuts.ts';

/** Listens for the keys of the shortcut table, but for those that a component took, types or composes with. */
export function useShortcuts(): void {
  const { store } = useWindowParts();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // 229 is what a key reports while an input method has it, on systems where isComposing comes too late.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const { dialog, about } = store.getState();
      const typing = dialog !== null || takesText(event.target instanceof Element ? event.target : null);
      const command = commandOf(event, { mac: about.platform === 'darwin', typing });
      if (command !== null && runCommand(command)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [store]);
}
