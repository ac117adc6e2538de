import type { Cookie } from '@playwright/test'
import type { Client } from 'webdriver'
import { type Key, untilShown, VIEW_HOST, type Visitor } from './visitor.ts'

const KEYS: Record<Key, readonly string[]> = {
  Tab: ['\uE004'],
  'Shift+Tab': ['\uE008', '\uE004'],
  Enter: ['\uE007'],
  Escape: ['\uE00C'],
  Space: [' '],
}

/** The property in which WebDriver returns a reference to an element. */
const REFERENCE = 'element-6066-11e4-a52e-4f735466cecf'

/** Says in the page whether nothing moves an element. In a background tab nothing does. */
const hasNoAnimation = (element: Element | undefined) => {
  for (
    let one = document.hidden ? undefined : element;
    one;
    one = one.parentElement ?? (one.getRootNode() as ShadowRoot).host
  )
    if (one.getAnimations()[0]) return false
  return true
}

/** Clicks on an element. In a background tab, where nothing is drawn, calls its `click()`. */
const clickOn = async (client: Client, reference: string): Promise<void> => {
  const isClicked = await client.executeScript(
    'if (document.hidden) arguments[0].click(); return document.hidden',
    [{ [REFERENCE]: reference }],
  )
  if (!isClicked) await client.elementClick(reference)
}

/** Says whether an element is displayed and at rest, so that WebDriver clicks on it. */
const isAtRest = async (client: Client, reference: string): Promise<boolean> =>
  (await client.isElementDisplayed(reference)) &&
  ((await client.executeScript(`return (${hasNoAnimation})(arguments[0])`, [
    { [REFERENCE]: reference },
  ])) as boolean)

/** Runs the function `RUN` in the page, and passes result or error to WebDriver. */
const LATER = `const done = arguments[arguments.length - 1]
  Promise.resolve().then(() => (RUN)(...[...arguments].slice(0, -1)))
    .then(value => done({ value }), thrown => done({ thrown: \`\${thrown}\n\${thrown?.stack}\` }))`

export const webkitVisitor = async (client: Client): Promise<Visitor> => {
  const tab = await client.getWindowHandle()
  const here = async () => {
    // Switch only if another tab is current: switching to a tab would also leave the current frame.
    if ((await client.getWindowHandle()) !== tab) await client.switchToWindow(tab)
    return client
  }
  const run: Visitor['run'] = async (run, ...args) => {
    const { value, thrown } = (await (
      await here()
    ).executeAsyncScript(
      LATER.replace('RUN', () => `${run}`),
      args as string[],
    )) as { value: never; thrown?: string }
    if (thrown) throw new Error(thrown)
    return value
  }
  const part = async (id: string, host = VIEW_HOST) => {
    const found: unknown = await (await here()).executeScript(
      'return document.querySelector(arguments[1])?.shadowRoot?.getElementById(arguments[0])',
      [id, host],
    )
    return (found as Record<string, string> | null)?.[REFERENCE]
  }
  const cookies: Visitor['cookies'] = async () =>
    (await (await here()).getAllCookies())
      .map(({ expiry, ...cookie }) => ({ ...cookie, expires: expiry }) as unknown as Cookie)
      .sort((one, other) => (one.name < other.name ? -1 : 1))
  const visitor: Visitor = {
    visit: async address => (await here()).navigateTo(address),
    run,
    async isShown(id, host) {
      const reference = await part(id, host)
      return reference !== undefined && isAtRest(client, reference)
    },
    async click(id, host) {
      await untilShown(visitor, id, host)
      await clickOn(client, (await part(id, host)) ?? '')
    },
    press: async key =>
      (await here()).performActions([
        {
          type: 'key',
          id: 'keyboard',
          actions: [
            ...KEYS[key].map(value => ({ type: 'keyDown', value })),
            ...KEYS[key].toReversed().map(value => ({ type: 'keyUp', value })),
          ],
        },
      ]),
    cookies,
    cookieNames: async () => (await cookies()).map(({ name }) => name),
    async inside(frame, run) {
      await (await here()).switchToFrame(await client.findElement('css selector', frame))
      try {
        return await run()
      } finally {
        await client.switchToFrame(null)
      }
    },
    async openTab() {
      const { handle } = await client.createWindow('tab')
      await client.switchToWindow(handle)
      return webkitVisitor(client)
    },
    async close() {
      await (await here()).closeWindow()
      const [first = ''] = await client.getWindowHandles()
      await client.switchToWindow(first)
    },
  }
  return visitor
}
