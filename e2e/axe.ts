import axe, { type AxeResults } from 'axe-core';
import { expect, type Page } from '@playwright/test';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

/** Fails with each rule of accessibility that the window breaks as it stands; contrast included. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // The debugger may put a script into the page that its policy would refuse to the page itself.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (): Promise<readonly Violation[]> => {
    // A dialog that is still fading in has colours of neither state; a person reads it when it has come to rest.
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const { axe: checker } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<AxeResults> };
    };
    const results = await checker.run(document, {
      resultTypes: ['violations'],
      // The lines between two panes are moved by keys and belong to no landmark, but to both beside them.
      rules: { region: { enabled: false } },
    });
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
    }));
  });
  expect(violations, state).toEqual([]);
}
