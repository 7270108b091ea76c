import axe from 'axe-core';
import { expect } from 'vitest';

/**
 * Fails with each rule that the element breaks. Contrast is left to styles/contrast.test.ts: jsdom lays nothing out and
 * computes no colours. A fragment has no landmarks of its own, so `region` is off.
 */
export async function expectNoAxeViolations(element: Element): Promise<void> {
  const results = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  const told = results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html }) => html),
  }));
  expect(told).toEqual([]);
}
