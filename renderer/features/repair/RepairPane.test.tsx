import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Locale } from '#core/base/locale.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { Edit } from '#core/text/edit.ts';
import { createFakeClient } from '#renderer/platform/fake-client.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { reportModel } from '#renderer/state/report/report-model.ts';
import { correctPassage } from '#renderer/state/report/report-repairs.ts';
import { expectNoAxeViolations } from '#test/axe.ts';
import { renderComponent } from '#test/render-component.tsx';
import { RepairPane } from './RepairPane.tsx';

const SOURCE = '學(xué)校,統(tǒng)籌,單(shàn)縣。\n打印本頁';

/** The edit of the first place of `before`. */
function edit(before: string, after: string, rule: string, applied = true): Edit {
  const start = SOURCE.indexOf(before);
  return { start, end: start + before.length, before, after, rule, confidence: 1, applied };
}

const EDITS: readonly Edit[] = [
  edit('(xué)', '', 'pinyin-brackets'),
  edit(',', '，', 'half-width-punctuation'),
  edit('(tǒng)', '', 'pinyin-brackets'),
  edit('(shàn)', '', 'pinyin-brackets', false),
  edit('\n', '', 'layout'),
  edit('打印本頁', '', 'page-furniture'),
];

beforeEach(() => {
  // jsdom lays nothing out, and a list without a height shows no line.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(60);
});

afterEach(() => vi.restoreAllMocks());

async function open(edits: readonly Edit[] = EDITS, locale: Locale = 'en') {
  const report: ReportContent = { ...fakeReport({ reportId: 'rone' }, SOURCE), edits: [...edits] };
  const rendered = await renderComponent(<RepairPane />, {
    client: createFakeClient({ reports: [report] }),
    locale,
  });
  const parts = { client: rendered.client, store: rendered.store };
  act(() => rendered.store.getState().openReport('rone'));
  await waitFor(() => expect(reportModel(parts).opened.getState().status).toBe('ready'));
  await act(async () => {});
  const shown = (): readonly Edit[] => {
    const opened = reportModel(parts).opened.getState();
    if (opened.status !== 'ready') throw new Error('the report is not open');
    return opened.content.shownEdits ?? opened.content.edits;
  };
  const applied = (rule: string): readonly boolean[] =>
    shown()
      .filter((each) => each.rule === rule)
      .map((each) => each.applied);
  return { ...rendered, shown, applied };
}

test.each(['en', 'zh-Hans', 'zh-Hant'] as const)('lists what is repaired by rule, in %s', async (locale) => {
  const { container } = await open(EDITS, locale);
  const names = {
    en: ['Pinyin left in brackets', 'Half-width punctuation', 'Words from the web page'],
    'zh-Hans': ['转换残留的拼音', '半角标点', '网页附带文字'],
    'zh-Hant': ['轉換殘留的拼音', '半形標點', '網頁附帶文字'],
  }[locale];
  for (const name of names) expect(screen.getByRole('button', { name: new RegExp(name, 'u') })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toMatch(/4.*1/u);
  await expectNoAxeViolations(container);
});

test('a rule is switched off and on, the proposal that asks is left alone', async () => {
  const { user, applied, client } = await open();
  const rule = screen.getByRole('switch', { name: 'Apply all: Pinyin left in brackets' });
  await user.click(rule);
  expect(rule.getAttribute('aria-checked')).toBe('false');
  await waitFor(() => expect(applied('pinyin-brackets')).toEqual([false, false, false]));
  await user.click(screen.getByRole('switch', { name: 'Apply all: Pinyin left in brackets' }));
  await waitFor(() => expect(applied('pinyin-brackets')).toEqual([true, true, false]));
  expect(client.fake.store.content('rone').shownEdits).toBeNull();
});

test('one place is found, gone to and switched by the keyboard alone', async () => {
  const { user, store, applied, container } = await open();
  screen.getByRole('button', { name: /Pinyin left/u }).focus();
  await user.keyboard('{Enter}');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('(tǒng)');
  await user.keyboard('{Enter}');
  const start = SOURCE.indexOf('統');
  expect(store.getState().jump).toMatchObject({ start, end: start + '統(tǒng)籌'.length, flash: true });
  await user.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('remove “(tǒng)”');
  await user.keyboard(' ');
  await waitFor(() => expect(applied('pinyin-brackets')).toEqual([true, false, false]));
  expect(screen.getByRole('button', { name: /Pinyin left/u }).textContent).toContain('1 / 2');
  await expectNoAxeViolations(container);
  await user.click(screen.getByRole('button', { name: 'All as the rules have it' }));
  await waitFor(() => expect(applied('pinyin-brackets')).toEqual([true, true, false]));
  expect(screen.queryByRole('button', { name: 'All as the rules have it' })).toBeNull();
});

test('what the rules are not sure of is asked once, and stands among the others when it is answered', async () => {
  const { user, applied } = await open();
  expect(screen.getByRole('heading', { name: '1 place to decide' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Leave: remove “(shàn)”' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: /to decide/u })).toBeNull());
  expect(applied('pinyin-brackets')).toEqual([true, true, false]);
  await user.click(screen.getByRole('button', { name: /Pinyin left/u }));
  await user.click(screen.getByRole('switch', { name: 'remove “(shàn)”' }));
  await waitFor(() => expect(applied('pinyin-brackets')).toEqual([true, true, true]));
});

test('a correction of the user is listed before the rules and can be taken back', async () => {
  const { user, client, store, shown, container } = await open();
  const start = SOURCE.indexOf('縣');
  await act(() => correctPassage({ client, store }, { start, end: start + 1 }, '县城'));
  const rules = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
  expect(rules[1]).toContain('Your corrections');
  await user.click(screen.getByRole('button', { name: /Your corrections/u }));
  expect(shown().find(({ rule }) => rule === 'user')).toMatchObject({ before: '縣', after: '县城' });
  await expectNoAxeViolations(container);
  await user.click(screen.getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(shown().some(({ rule }) => rule === 'user')).toBe(false));
});

test('says that there is nothing to repair', async () => {
  await open([edit('\n', '', 'layout')]);
  expect(screen.getByText('Nothing in this report needs repair.')).toBeTruthy();
});

test('a switch that could not be stored goes back, and why is told', async () => {
  const { user, client, store } = await open();
  client.fake.failWith('decideEdits', { code: 'disk-full', params: {} });
  const list = screen.getByRole('list', { name: 'List of repairs' });
  const rule = within(list).getByRole('switch', { name: 'Apply all: Half-width punctuation' });
  await user.click(rule);
  await waitFor(() => expect(store.getState().toasts).toHaveLength(1));
  expect(rule.getAttribute('aria-checked')).toBe('true');
});

test('Escape closes the list from wherever the focus stands', async () => {
  const { user, store } = await open();
  act(() => store.getState().showRepairs(true));
  screen.getByRole('button', { name: /Pinyin left/u }).focus();
  await user.keyboard('{Escape}');
  expect(store.getState().repairsShown).toBe(false);
  act(() => store.getState().showRepairs(true));
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('{Escape}');
  expect(store.getState().repairsShown).toBe(false);
});
