import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, ContextObject, RunOptions } from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(context: ContextObject, options: RunOptions): Promise<AxeResults>
}

/** The axe rules that depend on colours; only these differ in the dark theme. */
export const COLOUR_RULES: RunOptions = { runOnly: { type: 'tag', values: ['cat.color'] } }

/** The themes that a test can choose. Debian's Firefox cannot emulate the dark one. */
export const themesIn = (browserName: string): readonly ('light' | 'dark')[] =>
  browserName === 'firefox' ? ['light'] : ['light', 'dark']

/** Checks with axe the elements of a page that the selectors match, with shadow roots. */
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
