import { type BrowserContext, expect, type Page } from '@playwright/test'
import { enterWorld, playwrightVisitor } from './playwright-visitor.ts'
import type { Scenario } from './scenario.ts'
import { createWorld } from './world.ts'

export const tryScenario = async (
  { pages, batch, run }: Scenario,
  context: BrowserContext,
  page: Page,
): Promise<void> => {
  const world = createWorld(pages, batch)
  await enterWorld(context, world)
  await run(playwrightVisitor(page), world)
  expect(world.outside).toEqual([])
}
