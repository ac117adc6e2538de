import type { Client } from 'webdriver'
import { type Key, untilShown, type Visitor } from './visitor.ts'

/** How WebDriver names a reference to an element. */
const REFERENCE = 'element-6066-11e4-a52e-4f735466cecf'

/** The keys, as WebDriver writes them, in the order in which they go down. */
const KEYS: Record<Key, readonly string[]> = {
  Tab: ['\uE004'],
  'Shift+Tab': ['\uE008', '\uE004'],
  Enter: ['\uE007'],
  Escape: ['\uE00C'],
  Space: [' '],
}

/** What is run in the page: gives what the function gives, later too, or its error. */
const LATER = `const done = arguments[arguments.length - 1]
  Promise.resolve().then(() => (RUN)(...[...arguments].slice(0, -1)))
    .then(value => done({ value }), thrown => done({ thrown: \`\${thrown}\n\${thrown?.stack}\` }))`

/** A visitor in WebKit. */
export const webkitVisitor = (client: Client): Visitor => {
  const run: Visitor['run'] = async (run, ...args) => {
    const { value, thrown } = (await client.executeAsyncScript(
      LATER.replace('RUN', () => `${run}`),
      args as string[],
    )) as { value: never; thrown?: string }
    if (thrown) throw new Error(thrown)
    return value
  }
  const part = async (id: string) => {
    const found: unknown = await client.executeScript(
      'return document.querySelector("spaceone-consent")?.shadowRoot?.getElementById(arguments[0])',
      [id],
    )
    return (found as Record<string, string> | null)?.[REFERENCE]
  }
  const visitor: Visitor = {
    engine: 'webkit',
    visit: address => client.navigateTo(address),
    run,
    async isShown(id) {
      const reference = await part(id)
      return reference !== undefined && client.isElementDisplayed(reference)
    },
    async click(id) {
      await untilShown(visitor, id)
      await client.elementClick((await part(id)) ?? '')
    },
    press: key =>
      client.performActions([
        {
          type: 'key',
          id: 'keyboard',
          actions: [
            ...KEYS[key].map(value => ({ type: 'keyDown', value })),
            ...KEYS[key].toReversed().map(value => ({ type: 'keyUp', value })),
          ],
        },
      ]),
    cookieNames: async () => (await client.getAllCookies()).map(({ name }) => name).sort(),
  }
  return visitor
}
