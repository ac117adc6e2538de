import type { BrowserContext, Frame, Page } from '@playwright/test'
import type { PlayedGoogle } from '../support/google.ts'
import { VIEW_HOST, type Visitor } from './visitor.ts'

/** Answers every request of the browser from the simulated world. */
export const enterWorld = (context: BrowserContext, world: PlayedGoogle): Promise<unknown> =>
  context.route('**/*', async route => {
    const request = route.request()
    const reply = await world.reply(new URL(request.url()), request.postData() ?? '')
    await (reply ? route.fulfill(reply) : route.abort())
  })

export const playwrightVisitor = (page: Page): Visitor => {
  let at: Page | Frame = page
  const part = (id: string, host = VIEW_HOST) => at.locator(`${host} #${id}`)
  const cookies: Visitor['cookies'] = async () =>
    (await page.context().cookies(page.url())).sort(byName)
  return {
    visit: async address => void (await page.goto(address)),
    run: (run, ...args) =>
      at.evaluate(`(${run})(...${JSON.stringify(args)})`) as ReturnType<typeof run> &
        Promise<never>,
    isShown: (id, host) => part(id, host).isVisible(),
    click: (id, host) => part(id, host).click(),
    press: key => page.keyboard.press(key),
    cookies,
    cookieNames: async () => (await cookies()).map(({ name }) => name),
    async inside(frame, run) {
      const element = await page.waitForSelector(frame)
      at = (await element.contentFrame()) ?? page
      try {
        return await run()
      } finally {
        at = page
      }
    },
    openTab: async () => playwrightVisitor(await page.context().newPage()),
    close: () => page.close({ runBeforeUnload: true }),
  }
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
