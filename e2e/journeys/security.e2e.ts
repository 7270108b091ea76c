import { expect, test } from '@playwright/test';
import { mainCalls, libraryCalls } from '#core/ipc/contract.ts';
import { surely } from '../dialogs.ts';
import { launchAgain } from '../launch.ts';
import { forgedPayloads } from '../security/forged-payloads.ts';
import {
  CODE_ATTEMPTS,
  FORBIDDEN_ADDRESSES,
  NETWORK_ATTEMPTS,
  PERMISSION_ATTEMPTS,
  type Attempt,
} from '../security/page-attempts.ts';
import { WatchedServer } from '../security/watched-server.ts';
import { Session } from '../session.ts';

/** What a hostile report, script or program may try, from inside the window and from outside; all of it is refused. */
let session: Session;
let web: WatchedServer;

test.beforeAll(async () => {
  web = await WatchedServer.start();
  session = await Session.start();
  await expect(session.reader.library).toBeVisible();
});
test.afterAll(async () => {
  await session.close();
  await web.close();
});

/** Runs an attempt in the page, after the debugger's own call is over: what the debugger evaluates is exempt from CSP. */
async function attempt({ run }: Attempt): Promise<string> {
  return session.page.evaluate(
    ([code, address]) =>
      new Promise<string>((resolve) => {
        // eslint-disable-next-line no-eval -- the function's source has to get into the page somehow
        const attempted = eval(`(${code})`) as (web: string) => Promise<string>;
        setTimeout(
          () => void attempted(address).then(resolve, (error: unknown) => resolve(`threw ${String(error)}`)),
        );
      }),
    [run.toString(), web.origin] as const,
  );
}

test('the server that nobody may reach can be reached from outside', async () => {
  const before = web.connections;
  expect(await (await fetch(web.origin)).text()).toBe('reached');
  expect(web.connections).toBe(before + 1);
});

for (const each of [...NETWORK_ATTEMPTS, ...CODE_ATTEMPTS, ...PERMISSION_ATTEMPTS]) {
  test(`refused: ${each.name}`, async () => {
    const before = web.connections;
    expect(await attempt(each)).toBe('refused');
    expect(web.connections).toBe(before);
  });
}

test('refused: fetch, XMLHttpRequest, beacon and prefetch, whatever the address', async () => {
  const before = web.connections;
  const addresses = FORBIDDEN_ADDRESSES.map((address) => address.replace('WEB', web.origin));
  const got = await session.page.evaluate(async (targets) => {
    const outcomes: string[] = [];
    for (const target of targets) {
      await fetch(target).then(
        (response) => outcomes.push(`fetch ${target} ${response.status}`),
        () => undefined,
      );
      await new Promise<void>((resolve) => {
        const request = new XMLHttpRequest();
        request.onload = () => {
          outcomes.push(`xhr ${target} ${request.status}`);
          resolve();
        };
        request.onerror = () => resolve();
        request.open('GET', target);
        request.send();
      });
      if (target.startsWith('http')) navigator.sendBeacon(target, 'secret');
      for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'prerender', 'modulepreload']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = target;
        document.head.append(link);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return outcomes;
  }, addresses);
  expect(got).toEqual([]);
  expect(web.connections).toBe(before);
});

test('refused: frames, forms, downloads and leaving the page', async () => {
  const before = web.connections;
  const { page, app } = session;
  /** Whether each download so far was prevented; asked for the first time, it begins to listen. */
  const downloads = (): Promise<readonly boolean[]> =>
    surely(() =>
      app.evaluate(({ session: electron }) => {
        const watched = globalThis as { zhupiDownloads?: boolean[] };
        if (watched.zhupiDownloads === undefined) {
          const prevented: boolean[] = [];
          watched.zhupiDownloads = prevented;
          electron.defaultSession.on('will-download', (event) => prevented.push(event.defaultPrevented));
        }
        return watched.zhupiDownloads;
      }),
    );
  expect(await downloads()).toEqual([]);
  await page.evaluate(async (target) => {
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
    const add = (html: string): Element => {
      const holder = document.createElement('div');
      holder.innerHTML = html;
      document.body.append(holder);
      return holder.firstElementChild as Element;
    };
    add(`<iframe src="${target}/frame"></iframe>`);
    add('<iframe src="file:///etc/passwd"></iframe>');
    add(`<object data="${target}/object"></object>`);
    add(`<embed src="${target}/embed">`);
    (
      add(`<form method="post" action="${target}/form"><input name="a" value="b"></form>`) as HTMLFormElement
    ).submit();
    (add(`<a href="${target}/link">x</a>`) as HTMLAnchorElement).click();
    (add(`<a href="${target}/blank" target="_blank" rel="opener">x</a>`) as HTMLAnchorElement).click();
    (add('<a href="file:///etc/passwd">x</a>') as HTMLAnchorElement).click();
    (add(`<a href="data:text/plain,x" download="x.txt">x</a>`) as HTMLAnchorElement).click();
    add(`<meta http-equiv="refresh" content="0; url=${target}/refresh">`);
    await wait();
    location.href = `${target}/location`;
    await wait();
    location.assign('app://other/index.html');
    await wait();
  }, web.origin);
  await expect.poll(downloads).toEqual([true]);
  // What has not been refused by now would be on its way.
  await page.waitForTimeout(200);
  const windows = await surely(() =>
    app.evaluate(({ BrowserWindow }) =>
      Promise.all(
        BrowserWindow.getAllWindows().map(async ({ webContents }) => ({
          url: webContents.getURL(),
          // A frame that was refused shows an error page under the address that it was refused.
          texts: await Promise.all(
            webContents.mainFrame.frames.map((frame) =>
              frame.executeJavaScript('document.documentElement.innerText').then(String),
            ),
          ),
        })),
      ),
    ),
  );
  expect(windows).toHaveLength(1);
  expect(windows[0]?.url).toBe('app://zhupi/index.html');
  expect(windows[0]?.texts.length).toBeGreaterThan(0);
  for (const text of windows[0]?.texts ?? []) expect(text).not.toMatch(/reached|root:/u);
  expect(await downloads()).toEqual([true]);
  expect(web.connections).toBe(before);
  await page.reload();
  await expect(session.reader.library).toBeVisible();
});

test('the page’s own protocol serves nothing but the page', async () => {
  const addresses = [
    'app://zhupi/../main.cjs',
    'app://zhupi/..%2fmain.cjs',
    'app://zhupi/%2e%2e/main.cjs',
    'app://zhupi/%2e%2e%2fpreload.cjs',
    'app://zhupi/assets/..%5c..%5cmain.cjs',
    'app://zhupi//etc/passwd',
    'app://other/index.html',
    'app://zhupi@other/index.html',
  ];
  const answers = await surely(() =>
    session.app.evaluate(
      async ({ session: electron }, targets) =>
        Promise.all(
          targets.map((target) =>
            electron.defaultSession.fetch(target).then(
              ({ status }) => status,
              () => 404,
            ),
          ),
        ),
      addresses,
    ),
  );
  expect(answers).toEqual(addresses.map(() => 404));
  const own = await surely(() =>
    session.app.evaluate(async ({ session: electron }) => {
      const { status, headers } = await electron.defaultSession.fetch('app://zhupi/index.html');
      return { status, policy: headers.get('content-security-policy') ?? '' };
    }),
  );
  expect(own.status).toBe(200);
  expect(own.policy).toContain("default-src 'none'");
  expect(own.policy).not.toMatch(/unsafe|\*|https?:/u);
});

test('forged payloads of every call are refused', async () => {
  const calls = { ...libraryCalls, ...mainCalls };
  for (const [name, { request }] of Object.entries(calls)) {
    const payloads = forgedPayloads(request);
    expect(payloads.length, name).toBeGreaterThanOrEqual(4);
    const answers = await session.page.evaluate(
      ([method, forged]) => {
        const api = window as unknown as {
          zhupi: Readonly<Record<string, (...request: unknown[]) => Promise<unknown>>>;
        };
        // The preload gives these calls their paths itself: only the job, or the report, comes from the page.
        if (method === 'importPaths') {
          return Promise.all(
            [17, null, {}, ['job']].map(async (job) => api.zhupi['importDropped']?.(job, [])),
          );
        }
        if (method === 'importNotesPaths') {
          return Promise.all(
            [17, {}, ['report'], ''].map(async (report) => api.zhupi['importNotesDropped']?.(report, [])),
          );
        }
        return Promise.all(forged.map(async (payload) => api.zhupi[method]?.(payload)));
      },
      [name, payloads] as const,
    );
    for (const answer of answers) {
      expect(answer, name).toMatchObject({
        ok: false,
        error: { code: 'request-invalid', params: { call: name } },
      });
    }
  }
});

test('a made-up file has no path, and a file that was not exported is not shown', async () => {
  const answers = await session.page.evaluate(async () => {
    const { zhupi } = window as unknown as {
      zhupi: {
        importDropped: (job: string, files: unknown) => Promise<unknown>;
        showExported: (request: unknown) => Promise<unknown>;
      };
    };
    const forged = [{ name: 'passwd', path: '/etc/passwd' }, new File(['x'], '/etc/passwd')];
    return [await zhupi.importDropped('job', forged), await zhupi.showExported({ path: '/etc/passwd' })];
  });
  expect(answers[0]).toMatchObject({ ok: true, value: { imported: 0, told: [] } });
  expect(answers[1]).toMatchObject({ ok: false, error: { code: 'request-invalid' } });
});

test('a frame inside the page has no door and is not heard', async () => {
  const door = await session.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const found = typeof (frame.contentWindow as unknown as { zhupi?: unknown } | null)?.zhupi;
    frame.remove();
    return found;
  });
  expect(door).toBe('undefined');
  // Electron keeps its handlers in a map; a call is put to one as if it came from a frame, or from another page.
  const heard = await surely(() =>
    session.app.evaluate(async ({ ipcMain, BrowserWindow }) => {
      const handlers = (
        ipcMain as unknown as {
          readonly _invokeHandlers: ReadonlyMap<
            string,
            (event: unknown, payload: unknown) => Promise<unknown>
          >;
        }
      )._invokeHandlers;
      const handler = handlers.get('zhupi:call:reportChanges');
      const sender = BrowserWindow.getAllWindows()[0]?.webContents;
      const url = 'app://zhupi/index.html';
      const senders = [
        { senderFrame: { url, parent: {} }, sender },
        { senderFrame: { url: 'https://example.com/', parent: null }, sender },
        { senderFrame: { url: 'app://zhupi.example.com/', parent: null }, sender },
        { senderFrame: null, sender },
        { senderFrame: { url, parent: null }, sender },
      ];
      return Promise.all(senders.map(async (event) => handler?.(event, {})));
    }),
  );
  const refused = { ok: false, error: { code: 'request-invalid', params: { call: 'reportChanges' } } };
  expect(heard.slice(0, 4)).toEqual([refused, refused, refused, refused]);
  // The same call from the page itself is answered, so the refusals above are about the sender.
  expect(heard[4]).toMatchObject({ ok: true });
});

test('hostile links change nothing', async () => {
  const { page, dataDir } = session;
  const links = [
    'zhupi://report/..%2f..%2fetc%2fpasswd',
    'zhupi://report/%00',
    'zhupi://evil/index.html',
    'zhupi://report/x?note=<script>alert(1)</script>',
    `zhupi://report/${'r'.repeat(3000)}`,
    'zhupi:javascript:alert(1)',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ];
  expect(await launchAgain(dataDir, links)).toBe(0);
  await expect(page).toHaveURL('app://zhupi/index.html');
  await expect(session.reader.toasts.getByRole('listitem')).toHaveCount(0);
  // One that is well formed is heard, so the others were refused and not merely lost.
  expect(await launchAgain(dataDir, ['zhupi://report/r0000'])).toBe(0);
  await expect(session.reader.toasts.getByText('链接所指的报告不在文库中。')).toBeVisible();
});
