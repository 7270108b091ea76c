import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { SettingsPopover } from './SettingsPopover.tsx';

test('every setting is reached and changed by keyboard, at once, and saved', async () => {
  const { store, client, user } = await renderComponent(<SettingsPopover />);
  const settings = () => store.getState().settings;
  await user.tab();
  await user.keyboard('{Enter}');
  const panel = await screen.findByRole('dialog', { name: 'Settings' });
  await expectNoAxeViolations(panel);

  screen.getByRole('radio', { name: 'System' }).focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  await user.tab();
  await user.keyboard('{ArrowRight}');
  screen.getByRole('slider', { name: 'Size' }).focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  screen.getByRole('slider', { name: 'Characters a line' }).focus();
  await user.keyboard('{Home}');
  screen.getByRole('slider', { name: 'Line height' }).focus();
  await user.keyboard('{ArrowRight}');
  screen.getByRole('switch', { name: 'Indent first lines' }).focus();
  await user.keyboard(' ');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Reading script' }), 'tw');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'zh-Hant');

  expect(settings()).toMatchObject({
    fontSize: 20,
    lineLength: 16,
    lineHeight: 1.9,
    firstLineIndent: false,
    readingScript: 'tw',
    locale: 'zh-Hant',
  });
  await waitFor(async () => {
    const saved = await client.appState({});
    expect(saved).toMatchObject({ value: { settings: settings() } });
  });

  await user.click(screen.getByRole('button', { name: 'Default layout' }));
  expect(settings()).toMatchObject({ fontSize: 18, lineLength: 38, lineHeight: 1.8, firstLineIndent: true });
});

test('themes and fonts are one click each', async () => {
  const { store, user } = await renderComponent(<SettingsPopover />);
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  for (const [name, theme] of [
    ['Dark', 'dark'],
    ['Sepia', 'sepia'],
    ['Light', 'light'],
  ] as const) {
    await user.click(screen.getByRole('radio', { name }));
    expect(store.getState().settings.theme).toBe(theme);
  }
  await user.click(screen.getByRole('radio', { name: 'Kai' }));
  expect(store.getState().settings.readingFont).toBe('kai');
});

test('the data folder is shown and opened', async () => {
  const { client, user } = await renderComponent(<SettingsPopover />);
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  expect(screen.getByText('/home/reader/.local/share/Zhupi')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Open folder' }));
  expect(client.fake.calls).toContain('openDataFolder');
});
