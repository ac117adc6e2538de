import { expect, test } from 'vitest'
import { serverCookies } from '../everywhere/server-cookies.ts'
import { webkitVisitor } from '../everywhere/webkit-visitor.ts'
import { startShop } from '../support/start-shop.ts'
import { startWebKit } from './start-webkit.ts'

test(serverCookies.title, { tags: 'full' }, async () => {
  const shop = await startShop()
  const webkit = await startWebKit()
  const client = await webkit.open(shop.proxy)
  try {
    await serverCookies.run(await webkitVisitor(client), shop)
  } finally {
    await client.deleteSession()
    await webkit.stop()
    expect(await shop.close()).toEqual([])
  }
})
