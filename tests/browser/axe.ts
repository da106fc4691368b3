import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A finding that is @grafana/ui's own, by its rule and a part of the node's HTML. */
interface Exception {
  readonly rule: string;
  readonly html: RegExp;
  readonly reason: string;
}

/** Nodes of @grafana/ui 12.4.10 that axe complains of and that a plugin cannot change. */
export const exceptions: readonly Exception[] = [];

/** The part of axe's result that is read here. */
interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[];
}

/** Serious and critical findings of axe's default rules, one line each, without the exceptions. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, which the page's content security policy does not concern.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate<readonly Finding[]>('axe.run().then((result) => result.violations)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes
        .filter(({ html }) => !exceptions.some((exception) => exception.rule === id && exception.html.test(html)))
        .map(({ html, target }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 200)}`)
    );
}
