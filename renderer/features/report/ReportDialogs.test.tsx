import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '#core/base/result.ts';
import { Toasts } from '#renderer/app/Toasts.tsx';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import type { FakeOptions } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { useOpenedReport } from '#renderer/state/report/report-model.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { ReportDialogs, ReportMenu } from './index.ts';

const SOURCE = '工作报告\n全县现有小学四十二所。\n新建校舍三处，修缮三处。';
const report = fakeReport({ reportId: 'r1', title: '工作报告', issuer: '甲县', date: '2024' }, SOURCE);

function Head() {
  const opened = useOpenedReport();
  return opened.status === 'ready' ? (
    <>
      <h1>{opened.content.metadata.title}</h1>
      <ReportMenu content={opened.content} />
    </>
  ) : null;
}

async function open(options: FakeOptions = {}) {
  const client = createFakeClient({ reports: [report], ...options });
  const page = (
    <>
      <Head />
      <ReportDialogs />
      <Toasts />
    </>
  );
  const rendered = await renderComponent(page, { client });
  const state = rendered.store.getState;
  act(() => state().openReport('r1'));
  await screen.findByRole('heading', { name: '工作报告' });
  const choose = async (item: RegExp) => {
    await rendered.user.click(screen.getByRole('button', { name: 'Report actions' }));
    await rendered.user.click(await screen.findByRole('menuitem', { name: item }));
  };
  return { ...rendered, state, choose };
}

test('details are corrected, checked, shown in the list, and taken back by undo', async () => {
  const { choose, user, state } = await open();
  await choose(/^Report details/u);
  const dialog = await screen.findByRole('dialog', { name: 'Report details' });
  await expectNoAxeViolations(dialog);
  expect(dialog.textContent).toContain('Simplified');
  expect(dialog.textContent).toContain('UTF-8');
  const field = (name: string): HTMLElement => within(dialog).getByRole('textbox', { name });
  const fill = async (name: string, value: string): Promise<void> => {
    await user.clear(field(name));
    if (value !== '') await user.paste(value);
  };
  await fill('Title', '');
  await fill('Date', '2023-02-30');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(within(dialog).getByText('A report needs a title.')).toBeTruthy();
  expect(within(dialog).getByText(/^Write it as/u)).toBeTruthy();
  expect(document.activeElement).toBe(field('Title'));
  await fill('Title', '新题目');
  await fill('Date', '2023-02');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await screen.findByText('Report details saved.');
  await screen.findByRole('heading', { name: '新题目' });
  expect(state().reports[0]).toMatchObject({ title: '新题目', date: '2023-02', issuer: '甲县' });
  await act(() => state().undo());
  await screen.findByRole('heading', { name: '工作报告' });
});

test('each field says where it is from, until it is changed', async () => {
  const foundBy = { title: 'headline', issuer: 'user', date: 'a rule of another program' };
  const found = { ...report, metadata: { ...report.metadata, foundBy } };
  const { choose, user } = await open({ reports: [found] });
  await choose(/^Report details/u);
  const dialog = await screen.findByRole('dialog', { name: 'Report details' });
  const described = (name: string): string | undefined => {
    const id = within(dialog).getByRole('textbox', { name }).getAttribute('aria-describedby');
    return document.getElementById(id ?? '')?.textContent;
  };
  expect(described('Title')).toBe('From the headline');
  expect(described('Issuer')).toBe('Written by you');
  expect(described('Date')).toBe(undefined);
  await expectNoAxeViolations(dialog);
  await user.type(within(dialog).getByRole('textbox', { name: 'Title' }), '二');
  expect(described('Title')).toBe(undefined);
});

test('a change that cannot be stored says so and keeps what was typed', async () => {
  const { choose, user, client } = await open();
  client.fake.failWith('changeMetadata', { code: 'disk-full', params: {} });
  await choose(/^Report details/u);
  await user.click(await screen.findByRole('textbox', { name: 'Author' }));
  await user.paste('某人');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('alert', { hidden: true });
  expect(screen.getByRole('textbox', { name: 'Author' })).toHaveProperty('value', '某人');
});

test('another encoding is tried, and what became of the notes is told', async () => {
  const { choose, user, state } = await open({ sources: ['工作报告\n新建校舍五处，修缮三处。修缮三处。'] });
  for (const quote of ['新建校舍', '修缮三处', '四十二所']) {
    const start = SOURCE.indexOf(quote);
    await act(() => state().createAnnotation({ range: { start, end: start + quote.length } }));
  }
  await choose(/^Reopen/u);
  const dialog = await screen.findByRole('dialog', { name: 'Reopen with encoding' });
  await expectNoAxeViolations(dialog);
  expect(dialog.textContent).toContain('It is read as UTF-8 now.');
  await user.click(within(dialog).getByRole('radio', { name: /^Big5/u }));
  await user.click(within(dialog).getByRole('button', { name: 'Reopen' }));
  const result = await screen.findByRole('dialog', { name: 'The text was replaced' });
  const counts = [...result.querySelectorAll('dd')].map((count) => count.textContent);
  expect(counts).toEqual(['1', '0', '1', '1']);
  await expectNoAxeViolations(result);
  await user.click(within(result).getByRole('button', { name: 'Show these notes' }));
  expect(state().notebookView.filter.states).toEqual(['doubtful', 'orphan']);
  expect(state().dialog).toBeNull();
});

test('a file that names its own encoding is told, and there is nothing to choose', async () => {
  const { state, client, user } = await open();
  const current = {
    number: 1,
    adapter: 'pdf@9',
    encoding: 'UTF-8',
    encodingConfidence: 1,
    time: 0,
    length: 9,
    bytes: 9,
    isCurrent: true,
  };
  vi.spyOn(client, 'listVersions').mockResolvedValue(ok([current]));
  act(() => state().showDialog('encoding'));
  await screen.findByText(/state their own encoding/u);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  await expectNoAxeViolations(screen.getByRole('dialog'));
  await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
  expect(state().dialog).toBeNull();
});

test('of a document nothing is to be chosen until its kind is known', async () => {
  const start = SOURCE.indexOf('\n') + 1;
  const blocks = [
    { start: 0, end: start - 1, kind: 'heading' as const, level: 1 },
    { start, end: SOURCE.length, kind: 'paragraph' as const, level: 0 },
  ];
  const { state, client } = await open({ reports: [{ ...report, blocks }] });
  let tell: () => void = () => {};
  const asked = client.listVersions.bind(client);
  vi.spyOn(client, 'listVersions').mockImplementation(async (request) => {
    await new Promise<void>((resolve) => {
      tell = resolve;
    });
    return asked(request);
  });
  act(() => state().showDialog('encoding'));
  await screen.findByRole('dialog');
  expect(screen.queryByRole('radio')).toBeNull();
  act(() => tell());
  await screen.findByRole('radio', { name: /^Big5/u });
  expect(screen.getByRole('button', { name: 'Reopen' })).toHaveProperty('disabled', false);
});

test('the text is replaced from a file, unless the user closes the dialog; the original is saved', async () => {
  const { choose, state } = await open({ sources: [null, '工作报告\n全新的一段。'] });
  await choose(/^Replace/u);
  await waitFor(() => expect(state().readingAnew).toBe(false));
  expect(state().dialog).toBeNull();
  await choose(/^Replace/u);
  await screen.findByText('This report has no notes.');
  act(() => state().closeDialog());
  await choose(/^Save the original/u);
  await screen.findByText('The original was saved as /home/reader/工作报告.txt');
});

test('a report of a pack has no original to read anew', async () => {
  const packed = { ...report, summary: { ...report.summary, origin: 'pack' as const }, hasOriginal: false };
  const { state } = await open({ reports: [packed] });
  act(() => state().showDialog('encoding'));
  await screen.findByText('A report of a pack has no original file.');
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  expect(screen.queryByRole('radio')).toBeNull();
});
