import { beforeAll, expect, test } from 'vitest'
import { SCENARIOS } from '../everywhere/scenarios.ts'
import { webkitVisitor } from '../everywhere/webkit-visitor.ts'
import { createWorld } from '../everywhere/world.ts'
import { startWebKit, type WebKit } from './start-webkit.ts'
import { startWorld } from './start-world.ts'
import { unload } from './unload.ts'

/** Without `FULL=1`, only the scenarios in which engines differ run. */
const SHOWN = process.env['FULL'] ? SCENARIOS : SCENARIOS.filter(({ isFull }) => !isFull)

let webkit: WebKit

beforeAll(async () => {
  webkit = await startWebKit()
  return webkit.stop
})

for (const { title, pages, batch, run } of [...SHOWN, unload])
  test(title, async () => {
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
