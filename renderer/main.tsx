import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ZhupiApi } from '#core/ipc/api.ts';
import { App } from './app/App.tsx';
import { featureSlots } from './app/features.tsx';
import { windowClient } from './platform/client.ts';
import { takeNonceOfPage } from './platform/nonce.ts';
import { createWindowStore } from './state/window/store.ts';
import { WindowContext } from './state/window/use-window.ts';
import './styles/index.css';

takeNonceOfPage();
void begin();

async function begin(): Promise<void> {
  const root = document.getElementById('root');
  const client = windowClient() ?? (await developmentClient());
  if (root === null || client === null) return;
  const parts = { client, store: createWindowStore(client) };
  createRoot(root).render(
    <StrictMode>
      <WindowContext value={parts}>
        <App slots={featureSlots} />
      </WindowContext>
    </StrictMode>,
  );
}

/** In a plain browser, while developing, the library is one in memory; the built page has none. */
async function developmentClient(): Promise<ZhupiApi | null> {
  if (!import.meta.env.DEV) return null;
  const { createDevelopmentClient } = await import('./platform/development-client.ts');
  return createDevelopmentClient();
}
