import { expect, test } from '@playwright/test'
import { enterWorld, playwrightVisitor } from '../everywhere/playwright-visitor.ts'
import { SCENARIOS } from '../everywhere/scenarios.ts'
import { createWorld } from '../everywhere/world.ts'

for (const { title, engine, pages, run } of SCENARIOS)
  test(title, { tag: engine ? `@only-${engine}` : [] }, async ({ context, page, browserName }) => {
    const world = createWorld(pages)
    await enterWorld(context, world)
    await run(playwrightVisitor(page, browserName === 'firefox' ? 'firefox' : 'chromium'), world)
    expect(world.outside).toEqual([])
  })
