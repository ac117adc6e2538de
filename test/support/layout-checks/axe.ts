import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, ContextObject, RunOptions } from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe adds to a page. */
interface Axe {
  run(context: ContextObject, options: RunOptions): Promise<AxeResults>
}

/** The rules whose result depends on colours: the other rules find the same in light and in dark. */
export const COLOUR_RULES: RunOptions = { runOnly: { type: 'tag', values: ['cat.color'] } }

/**
 * Checks that axe finds nothing in some elements of a page. axe looks into open shadow roots by itself.
 *
 * @param within Selectors of the elements. An element that the page does not have is left out, since axe
 *   refuses to run without it.
 * @param options @default all rules, best practices included
 */
export const checkAxe = async (
  page: Page,
  what: string,
  within: readonly string[],
  options: RunOptions = {},
): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const violations = await page.evaluate(
    async ([within, options]) => {
      const include = within.filter(name => document.querySelector(name)).map(name => [name])
      const { violations } = await (window as unknown as { axe: Axe }).axe.run({ include }, options)
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
    },
    [within, options] as const,
  )
  expect.soft(violations, `axe: ${what}`).toEqual([])
}
