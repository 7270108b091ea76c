import type { Locator, Page } from '@playwright/test';
import { expect } from '../expect.ts';

/** The list of repairs in the right pane, and what the reader's head says of them (zh-Hans). */
export class RepairPanel {
  readonly #page: Page;
  readonly pane: Locator;
  readonly lines: Locator;
  /** In the report's head: opens the list. */
  readonly button: Locator;
  readonly sourceLayer: Locator;
  /** At a difference of the source layer. */
  readonly popover: Locator;
  readonly correction: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.pane = page.getByRole('complementary', { name: '修复' });
    this.lines = this.pane.getByRole('list', { name: '修复列表' }).getByRole('listitem');
    this.button = page.getByRole('button', { name: /^修复 [\d,]+/u });
    this.sourceLayer = page.getByRole('button', { name: '原貌', exact: true });
    this.popover = page.getByRole('dialog', { name: '此处的修复' });
    this.correction = page.getByRole('dialog', { name: '改正这段文字' });
  }

  async open(): Promise<void> {
    if (!(await this.pane.isVisible())) await this.button.click();
    await expect(this.pane).toBeVisible();
  }

  /** The switch of a rule by the rule's name. */
  ruleSwitch(rule: string): Locator {
    return this.pane.getByRole('switch', { name: `全部修复：${rule}` });
  }

  /** Opens or closes the places of a rule. */
  async unfold(rule: string): Promise<void> {
    await this.pane.getByRole('button', { name: rule }).click();
  }

  async showSourceLayer(shown: boolean): Promise<void> {
    if ((await this.sourceLayer.getAttribute('aria-pressed')) !== String(shown)) {
      await this.sourceLayer.click();
    }
    await expect(this.sourceLayer).toHaveAttribute('aria-pressed', String(shown));
  }

  /** Puts the selected passage right through the bar at the selection. */
  async correctSelection(words: string): Promise<void> {
    await this.#page
      .getByRole('toolbar', { name: '选中文字的操作' })
      .getByRole('button', { name: '改正' })
      .click();
    await this.correction.getByRole('textbox', { name: '改正后的文字' }).fill(words);
    await this.correction.getByRole('button', { name: '保存' }).click();
    await expect(this.correction).toBeHidden();
  }
}
