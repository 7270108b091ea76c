import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { Locale } from '#core/base/locale.ts';
import { messagesOf } from '#renderer/i18n/catalogue.ts';
import { MessagesContext } from '#renderer/i18n/messages-context.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import type { FakeClient } from '#renderer/platform/fake-client.ts';
import { startWindow } from '#renderer/state/window/start-window.ts';
import { createWindowStore } from '#renderer/state/window/store.ts';
import type { WindowStore } from '#renderer/state/window/store.ts';
import { WindowContext } from '#renderer/state/window/use-window.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';

export interface Rendered {
  readonly container: HTMLElement;
  readonly client: FakeClient;
  readonly store: WindowStore;
  readonly user: UserEvent;
}

/** Renders a component in a started window over a fake library. */
export async function renderComponent(
  component: ReactNode,
  {
    client = createFakeClient(),
    locale = 'en',
  }: { readonly client?: FakeClient; readonly locale?: Locale } = {},
): Promise<Rendered> {
  const store = createWindowStore(client);
  await startWindow({ client, store }).started;
  const user = userEvent.setup();
  const { container } = render(
    <WindowContext value={{ client, store }}>
      <MessagesContext value={messagesOf(locale)}>
        <TooltipProvider delayDuration={0}>{component}</TooltipProvider>
      </MessagesContext>
    </WindowContext>,
  );
  await act(async () => {});
  return { container, client, store, user };
}
