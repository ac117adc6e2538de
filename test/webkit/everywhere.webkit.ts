import { beforeAll, expect, test } from 'vitest'
import { SCENARIOS } from '../everywhere/scenarios.ts'
import { webkitVisitor } from '../everywhere/webkit-visitor.ts'
import { createWorld } from '../everywhere/world.ts'
import { startWebKit, type WebKit } from './start-webkit.ts'
import { startWorld } from './start-world.ts'
import { unload } from './unload.ts'

let webkit: WebKit

beforeAll(async () => {
  webkit = await startWebKit()
  return webkit.stop
})

for (const { title, pages, batch, isMainJob, run } of [...SCENARIOS, unload])
  test(title, { tags: isMainJob ? [] : 'full' }, async () => {
    const world = createWorld(pages, batch)
    const outside = await startWorld(world)
    const client = await webkit.open(outside.address)
    try {
      await run(await webkitVisitor(client), world)
      expect([...world.outside, ...outside.asked]).toEqual([])
    } finally {
      await client.deleteSession()
      await outside.close()
    }
  })
