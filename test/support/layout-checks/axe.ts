import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, ContextObject, RunOptions } from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The functions that axe-core defines on a page. */
interface Axe {
  run(context: ContextObject, options: RunOptions): Promise<AxeResults>
}

/**
 * Selects the axe rules that depend on colours. The other rules have the same result in the light
 * and the dark theme, so they run in the light theme only.
 */
export const COLOUR_RULES: RunOptions = { runOnly: { type: 'tag', values: ['cat.color'] } }

/**
 * Checks that axe reports no fault in some elements of a page. axe also checks open shadow roots.
 *
 * @param within Selectors of the elements. Selectors that match nothing are left out, because axe
 *   throws an error for them.
 * @param options axe's run options. @default all rules, best practices included
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
