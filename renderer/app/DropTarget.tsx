import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/messages-context.ts';
import { useWindow } from '../state/window/use-window.ts';
import { ImportIcon } from '../ui/icons.tsx';
import styles from './app.module.css';

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Takes files that are dropped anywhere on the window, and says before what will happen to them. */
export function DropTarget(): ReactElement | null {
  const { app } = useMessages();
  const importFiles = useWindow((state) => state.importFiles);
  const [over, setOver] = useState(false);
  /** Elements that the pointer has entered and not left: the window is left when none remains. */
  const depth = useRef(0);

  useEffect(() => {
    const leave = (): void => {
      depth.current = 0;
      setOver(false);
    };
    const listeners: {
      readonly [K in 'dragenter' | 'dragover' | 'dragleave' | 'drop']: (event: DragEvent) => void;
    } = {
      dragenter: (event) => {
        if (!holdsFiles(event)) return;
        depth.current += 1;
        setOver(true);
      },
      dragover: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      },
      dragleave: () => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      },
      drop: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        leave();
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) void importFiles(files);
      },
    };
    const types = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;
    for (const type of types) window.addEventListener(type, listeners[type]);
    return () => {
      for (const type of types) window.removeEventListener(type, listeners[type]);
    };
  }, [importFiles]);

  if (!over) return null;
  return (
    <div className={styles.drop} role="status">
      <div className={styles.dropCard}>
        <ImportIcon size={40} />
        <p className={styles.dropTitle}>{app.dropTitle}</p>
        <p>{app.dropBody}</p>
      </div>
    </div>
  );
}
