import { expect, test } from '@playwright/test';
import { zhupiJsonLines, type StoredNote } from '../command.ts';
import { temporaryFolder } from '../folders.ts';
import { newDataFolder } from '../launch.ts';
import { BLOCKS } from '../pages/article-page.ts';
import { VIEWS, type Colour, type View } from '../pages/reader-window.ts';
import { DAMAGED_REPORT, longReport, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';
import { offsetInText, printView, rangeInView, sourceOffset, type PrintedView } from '../views.ts';

const ALL_VIEWS = Object.keys(VIEWS) as View[];

interface Imported {
  readonly reportId: string;
  readonly title: string;
}

/** A session on a data folder into which the command imported one file. */
async function startWith(name: string, text: string): Promise<{ session: Session; report: Imported }> {
  const dataDir = newDataFolder();
  const files = writeFiles(temporaryFolder('files'), { [name]: text });
  const [report] = zhupiJsonLines<Imported>(dataDir, ['import', ...Object.values<string>(files)]);
  if (report === undefined) throw new Error('nothing was imported');
  const session = await Session.start({ dataDir });
  await session.reader.openReport(report.title);
  return { session, report };
}

test.describe('highlights over each other, over paragraphs and over removed brackets', () => {
  let session: Session;
  let report: Imported;

  test.beforeAll(async () => {
    ({ session, report } = await startWith('damaged.txt', DAMAGED_REPORT));
  });
  test.afterAll(async () => {
    await session.close();
  });

  /** By colour, so that each has a painted style of its own. */
  const passages: Readonly<
    Record<string, { readonly colour: Colour; readonly shown: string; readonly source: string }>
  > = {
    'code-yellow': {
      colour: '黄',
      shown: '統籌推動各類教育協調發展',
      source: '統(tǒng)籌推動(dòng)各類(lèi)教育協(xié)調(diào)發(fā)展',
    },
    // Its last character has a bracket behind it in the source: at the edge it stays outside.
    'code-red': { colour: '红', shown: '推動各類', source: '推動(dòng)各類' },
    // It begins behind the bracket of the character before.
    'code-green': { colour: '绿', shown: '各類教育協', source: '各類(lèi)教育協' },
  };

  test('are painted exactly in each of the six views', async () => {
    const { reader } = session;
    const untouched = await reader.text.find('，補齊學前教育短板');
    const inside = await reader.text.find('各類');
    const before = {
      untouched: await reader.text.picture(untouched),
      inside: await reader.text.picture(inside),
    };
    for (const { colour, shown } of Object.values(passages)) await reader.highlight(shown, colour);
    // From the middle of one paragraph into the middle of the next one but one.
    const from = await reader.text.find('落地。');
    const to = await reader.text.find('期報告進展');
    await reader.text.drag(from, to);
    await reader.markIn('蓝');

    await expect(reader.notes.getByRole('listitem')).toHaveCount(4);
    const notes = zhupiJsonLines<StoredNote>(session.dataDir, ['notes']);
    expect(notes).toHaveLength(4);
    for (const [style, { source }] of Object.entries(passages)) {
      expect(notes.find(({ code }) => `code-${code}` === style)?.anchor.exact).toBe(source);
    }
    for (const view of ALL_VIEWS) {
      await reader.chooseView(view);
      const printed = printView(session.dataDir, report.reportId, view);
      await expect.poll(() => reader.shownText()).toBe(printed.text);
      for (const note of notes) {
        const expected = printed.text.slice(...rangeInView(printed, note.anchor));
        await expect.poll(() => reader.painted(`code-${note.code}`), { message: view }).toEqual([expected]);
      }
      await reader.screenshot(`six-views-${view}`);
    }
    await reader.chooseView('source');
    await expect
      .poll(() => reader.painted('code-blue'))
      .toEqual([
        expect.stringMatching(/^落地。\n會議強調.+\n會議要求，各級黨組織要加強領導，各單位要按期$/u),
      ]);
    // What is registered is really seen on the screen, and nothing beside it.
    await reader.text.find('各類');
    expect(await reader.text.picture(inside)).not.toBe(before.inside);
    expect(await reader.text.picture(untouched)).toBe(before.untouched);
  });

  test('a click takes the shortest, clicks go on to the longer ones, and the margin has a bar for each', async () => {
    const { reader, page } = session;
    const panel = page.getByRole('dialog', { name: '此处的批注' });
    const current = reader.notes.locator('[aria-current="true"]');
    await expect(reader.notes.getByRole('listitem').first()).toBeVisible();
    for (const quote of ['推動各類', '各類教育協', '統籌推動各類教育協調發展', '推動各類']) {
      await reader.text.clickOn('各類');
      await expect(panel).toBeVisible();
      await expect(current).toHaveText(quote);
    }
    await expect(panel.getByRole('radiogroup', { name: '颜色' })).toHaveCount(3);
    await reader.screenshot('six-views-panel');

    const block = reader.article.locator(BLOCKS).filter({ hasText: '統籌推動' });
    const bars = await block.evaluate((element) => ({
      images: (element.style.backgroundImage.match(/linear-gradient/gu) ?? []).length,
      colours: new Set(element.style.backgroundImage.match(/--[a-z-]+|rgb\([^)]*\)|#\w+/gu)).size,
    }));
    expect(bars.images).toBeGreaterThanOrEqual(3);
    const other = reader.article.locator(BLOCKS).filter({ hasText: '分會場' });
    expect(await other.evaluate((element) => element.style.backgroundImage)).toBe('');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  });

  test('the panel recolours and deletes, and undo brings back', async () => {
    const { reader, page } = session;
    const panel = page.getByRole('dialog', { name: '此处的批注' });
    await reader.text.clickOn('補齊學前');
    await expect(panel).toBeHidden();
    await reader.text.clickOn('統籌');
    await expect(panel).toBeVisible();
    await panel.getByRole('radio', { name: '紫' }).click();
    await expect.poll(() => reader.painted('code-purple')).toEqual(['統籌推動各類教育協調發展']);
    await expect.poll(() => reader.painted('code-yellow')).toEqual([]);
    await panel.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => reader.painted('code-purple')).toEqual([]);
    await expect(panel).toBeHidden();
    await expect.poll(() => reader.painted('code-red')).toEqual(['推動各類']);
    await reader.toasts.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => reader.painted('code-purple')).toEqual(['統籌推動各類教育協調發展']);
  });
});

test('a change of script in the middle of a long text moves it by no character', async () => {
  const { session, report } = await startWith('long.txt', longReport(600));
  const { reader } = session;
  const before = await reader.text.scrollBy(16_000);
  expect(before.block).toBeGreaterThan(50);

  const printed = Object.fromEntries(
    ALL_VIEWS.map((view) => [view, printView(session.dataDir, report.reportId, view)]),
  ) as Record<View, PrintedView>;
  const source = sourceOffset(printed.source, offsetInText(printed.source.text, before));
  for (const view of [...ALL_VIEWS.slice(1), 'source'] as const) {
    await reader.chooseView(view);
    const { text } = printed[view];
    await expect.poll(() => reader.shownText()).toBe(text);
    const [start] = rangeInView(printed[view], { start: source, end: source + 1 });
    const block = text.slice(0, start).split('\n').length - 1;
    const place = { block, offset: start - (text.lastIndexOf('\n', start - 1) + 1) };
    await expect
      .poll(async () => Math.abs((await reader.text.topOf(place)) - before.top), { message: view })
      .toBeLessThan(1.5);
  }
  await expect
    .poll(() => reader.text.firstVisible())
    .toMatchObject({ block: before.block, offset: before.offset });
  await reader.screenshot('long-text');
  await session.close();
});
