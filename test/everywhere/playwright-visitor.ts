import type { BrowserContext, Page } from '@playwright/test'
import type { Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** Lets a browser reach that world, and nothing else. */
export const enterWorld = (context: BrowserContext, world: World): Promise<unknown> =>
  context.route('**/*', async route => {
    const request = route.request()
    const reply = await world.reply(new URL(request.url()), request.postData() ?? '')
    await (reply ? route.fulfill(reply) : route.abort())
  })

/** A visitor in Chromium or Firefox. */
export const playwrightVisitor = (page: Page, engine: 'chromium' | 'firefox'): Visitor => {
  const part = (id: string) => page.locator(`spaceone-consent #${id}`)
  return {
    engine,
    visit: async address => void (await page.goto(address)),
    run: (run, ...args) =>
      page.evaluate(`(${run})(...${JSON.stringify(args)})`) as ReturnType<typeof run> &
        Promise<never>,
    isShown: id => part(id).isVisible(),
    click: id => part(id).click(),
    press: key => page.keyboard.press(key),
    cookieNames: async () =>
      (await page.context().cookies(page.url())).map(({ name }) => name).sort(),
  }
}
