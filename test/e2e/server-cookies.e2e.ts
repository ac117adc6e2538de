import { expect } from '@playwright/test'
import { playwrightVisitor } from '../everywhere/playwright-visitor.ts'
import { serverCookies } from '../everywhere/server-cookies.ts'
import { test } from '../support/page-console.ts'
import { startShop } from '../support/start-shop.ts'

const shopTest = test.extend<{ readonly shop: Awaited<ReturnType<typeof startShop>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names here
  shop: async ({}, use) => {
    const shop = await startShop()
    await use(shop)
    expect(await shop.close()).toEqual([])
  },

  proxy: ({ shop }, use) => use({ server: `http://${shop.proxy}` }),
  // The certificate is self-signed.
  ignoreHTTPSErrors: true,
})

shopTest(serverCookies.title, { tag: '@firefox' }, ({ page, shop }) =>
  serverCookies.run(playwrightVisitor(page), shop),
)
