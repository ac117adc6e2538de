import { type BrowserContext, expect, type Page } from '@playwright/test'
import { enterWorld, playwrightVisitor } from './playwright-visitor.ts'
import type { Scenario } from './scenario.ts'
import { createWorld } from './world.ts'

interface Browser {
  readonly context: BrowserContext
  readonly page: Page
}

export const tryScenario = async (
  { pages, batch, run }: Scenario,
  { context, page }: Browser,
): Promise<void> => {
  const world = createWorld(pages, batch)
  await enterWorld(context, world)
  await run(playwrightVisitor(page), world)
  expect(world.outside).toEqual([])
}
