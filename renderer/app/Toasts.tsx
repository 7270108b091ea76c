import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { errorText } from '../i18n/error-text.ts';
import { useMessages } from '../i18n/messages-context.ts';
import type { ToastEntry } from '../state/window/toasts-slice.ts';
import { useWindow } from '../state/window/use-window.ts';
import { Toast, ToastRegion, WorkToast } from '../ui/Toast.tsx';

/** The toasts of the window. They wait while the pointer or the focus is on them. */
export function Toasts(): ReactElement {
  const toasts = useWindow((state) => state.toasts);
  const historyStep = useWindow((state) => state.historyStep);
  const { app } = useMessages();
  const [held, setHeld] = useState(false);
  return (
    <ToastRegion onHold={setHeld}>
      {historyStep === null ? null : (
        <WorkToast
          text={historyStep.direction === 'undo' ? app.undoing : app.redoing}
          done={historyStep.done}
          total={historyStep.total}
        />
      )}
      {toasts.map((toast) => (
        <TimedToast key={toast.id} toast={toast} held={held} />
      ))}
    </ToastRegion>
  );
}

function TimedToast({ toast, held }: { readonly toast: ToastEntry; readonly held: boolean }): ReactElement {
  const messages = useMessages();
  const closeToast = useWindow((state) => state.closeToast);
  const { id, lifetime, content, action, tone } = toast;
  useEffect(() => {
    if (lifetime === null || held) return undefined;
    const timer = setTimeout(() => closeToast(id), lifetime);
    return () => clearTimeout(timer);
  }, [id, lifetime, held, closeToast]);
  const run = action && {
    label: action.label(messages),
    run: () => {
      closeToast(id);
      action.run();
    },
  };
  return (
    <Toast
      tone={tone}
      text={'error' in content ? errorText(content.error, messages) : content.text(messages)}
      action={run ?? undefined}
      onClose={() => closeToast(id)}
    />
  );
}
