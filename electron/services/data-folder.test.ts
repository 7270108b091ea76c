import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from './data-folder.ts';

const home = '/home/li';

describe('dataFolder', () => {
  test('follows the platform', () => {
    const of = (platform: NodeJS.Platform, env: Record<string, string> = {}): string =>
      dataFolder({ env, platform, home, fromCheckout: false });
    expect(of('linux')).toBe(path.join(home, '.config', 'Zhupi'));
    expect(of('linux', { XDG_CONFIG_HOME: '/cfg' })).toBe(path.join('/cfg', 'Zhupi'));
    expect(of('linux', { XDG_CONFIG_HOME: 'relative' })).toBe(path.join(home, '.config', 'Zhupi'));
    expect(of('darwin')).toBe(path.join(home, 'Library', 'Application Support', 'Zhupi'));
    expect(of('win32')).toBe(path.join(home, 'AppData', 'Roaming', 'Zhupi'));
    expect(of('win32', { APPDATA: 'D:\\Roaming' })).toBe(path.join('D:\\Roaming', 'Zhupi'));
  });

  test('keeps a checkout apart, and lets ZHUPI_DATA_DIR win', () => {
    const linux = { platform: 'linux', home, fromCheckout: true } as const;
    expect(dataFolder({ ...linux, env: {} })).toBe(path.join(home, '.config', 'Zhupi-dev'));
    expect(dataFolder({ ...linux, env: { ZHUPI_DATA_DIR: 'here' } })).toBe(path.resolve('here'));
    expect(dataFolder({ ...linux, env: { ZHUPI_DATA_DIR: '' } })).toBe(
      path.join(home, '.config', 'Zhupi-dev'),
    );
  });
});
