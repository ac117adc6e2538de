import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { enterWorld, playwrightVisitor } from './playwright-visitor.ts'
import type { Scenario } from './scenario.ts'
import { createWorld } from './world.ts'

interface Browser {
  readonly context: BrowserContext
  readonly page: Page
  readonly browserName: string
}

export const tryScenario = async (
  { pages, batch, patience, run }: Scenario,
  { context, page, browserName }: Browser,
): Promise<void> => {
  if (patience) test.setTimeout(patience)
  const world = createWorld(pages, batch)
  await enterWorld(context, world)
  await run(playwrightVisitor(page, browserName === 'firefox' ? 'firefox' : 'chromium'), world)
  expect(world.outside).toEqual([])
}
