import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { renderComponent } from '#test/render-component.tsx';
import { stubPage } from '#test/open-reader.tsx';
import { ReaderPane } from './ReaderPane.tsx';

const SIMPLIFIED = '工作报告\n一、统筹推进教育强国，优先发展。\n二、引文：「辦學」。';
const TRADITIONAL = '工作報告\n一、統籌推進教育強國，優先發展。\n二、引文：「办学」。';

stubPage();

async function open() {
  const report = (reportId: string, source: string) =>
    fakeReport({ reportId, title: reportId, script: 'mixed' }, source);
  const client = createFakeClient({
    reports: [report('simplified', SIMPLIFIED), report('traditional', TRADITIONAL)],
    sources: [TRADITIONAL],
  });
  const { store } = await renderComponent(<ReaderPane />, { client });
  const languageOf = async (reportId: string, source: string): Promise<string | null | undefined> => {
    act(() => store.getState().openReport(reportId));
    const article = await screen.findByRole('article', { name: reportId });
    await waitFor(() => expect(article.textContent).toContain(source.slice(-8)));
    return article.querySelector('[lang]')?.getAttribute('lang');
  };
  return { store, languageOf };
}

test('the source of a mixed text has the fonts of the script that most of it is in', async () => {
  const { store, languageOf } = await open();
  expect(await languageOf('simplified', SIMPLIFIED)).toBe('zh-Hans');
  expect(screen.getByRole('heading', { name: 'simplified' }).lang).toBe('zh-Hans');
  expect(await languageOf('traditional', TRADITIONAL)).toBe('zh-Hant');
  act(() => store.getState().changeSettings({ readingScript: 'cn' }));
  await waitFor(() =>
    expect(screen.getByRole('article').querySelector('[lang]')?.getAttribute('lang')).toBe('zh-Hans'),
  );
});

test('a report whose text was replaced has those of the new text', async () => {
  const { store, languageOf } = await open();
  expect(await languageOf('simplified', SIMPLIFIED)).toBe('zh-Hans');
  await act(() => store.getState().replaceText('simplified'));
  await waitFor(() => expect(screen.getByRole('article').textContent).toContain('統籌'));
  expect(screen.getByRole('article').querySelector('[lang]')?.getAttribute('lang')).toBe('zh-Hant');
});
