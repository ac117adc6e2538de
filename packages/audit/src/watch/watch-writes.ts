import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { reportWrites } from './report-writes.ts'
import { readReport, type WriteListener } from './written-by.ts'

/** A function of the DevTools protocol that pages call, and what receives the calls. */
export interface Binding {
  /** The name of the global function. */
  readonly name: string
  called(payload: string): void
}

/**
 * Makes every frame of a profile report what its scripts write. The frames report through the
 * returned binding, which each session of the DevTools protocol has to add: a binding of
 * Playwright's stays visible to the page.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#method-addBinding
 */
export const watchWrites = async (
  context: Pick<BrowserContext, 'addInitScript'>,
  listener: WriteListener,
): Promise<Binding> => {
  const name = `x${randomUUID().replaceAll('-', '')}`
  await context.addInitScript({ content: `(${reportWrites})('${name}')` })
  return { name, called: payload => readReport(payload, listener) }
}
