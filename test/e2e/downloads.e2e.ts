import { expect, type Page, type Route } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { SDK_PAGE } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

/** Inserts a script with an address of the service. Notes its events, and its name when it runs. */
const HEAD = `<script>
  window.noted = []
  const insert = (name, change) => {
    const script = document.createElement('script')
    Object.assign(script, change, { src: '/chat/' + name + '.js' })
    for (const type of ['load', 'error'])
      script.addEventListener(type, () => noted.push(name + ' ' + type))
    // Behind the markup, which would else wait for the script with \`async: false\`.
    document.body.append(script)
    return script
  }
</script>`

const markup = (name: string, attributes: string) =>
  `<script type="text/plain" data-consent="support" src="/chat/${name}.js" ${attributes}></script>`

/** Markup that waits, and snippets of the page that an interceptor blocks. */
const BODY = `
  ${markup('markup-async', 'async')}
  ${markup('markup-defer', 'defer')}
  ${markup('markup-module', 'data-type="module" async')}
  <script>
    insert('snippet-async', {})
    insert('snippet-module', { type: 'module' })
    insert('snippet-ordered', { async: false })
  </script>`

const chat = (code: string) => `{ services: [{
  name: 'Chat', category: 'support', addresses: ['/chat'], cookies: [],
  recipients: 'not-stated', retention: 'not-stated', ${code}
}] }`

const INSERTING = `
  start() {
    insert('start-async', {})
    insert('start-module', { type: 'module' })
    this.script = insert('start-ordered', { async: false })
  },
  // The removal alone does not end a download.
  stop() { this.script.remove() },`

const INSERTED = ['snippet', 'start'].flatMap(by =>
  ['async', 'module', 'ordered'].map(kind => `${by}-${kind}`),
)
const NAMES = [...INSERTED, 'markup-async', 'markup-defer', 'markup-module'].sort()

/** Holds the answers for the scripts of the service until `release` is called. */
const hold = async (page: Page) => {
  const held: Route[] = []
  const nameOf = (route: Route) =>
    new URL(route.request().url()).pathname.replace(/.*\/|\.js$/g, '')
  await page.route('**/chat/*', route => void held.push(route))
  return {
    names: () => held.map(nameOf).sort(),
    /** Answers each request. Returns when a script that was requested after them has run. */
    async release() {
      for (const route of held.splice(0))
        await route
          .fulfill({
            contentType: 'text/javascript',
            body: `noted.push('${nameOf(route)} ran')`,
          })
          // The browser has cancelled the request.
          .catch(() => {})
      await page.route('**/control.js', route =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      )
      await page.addScriptTag({ url: '/control.js' })
    },
  }
}

const decides = (page: Page, support: boolean) =>
  page.evaluate(answer => window.spaceoneConsent.decide({ support: answer }), support)

const noted = async (visitor: Visitor, end: string) =>
  ((await visitor.notes()) as string[])
    .filter(note => note.endsWith(` ${end}`))
    .map(note => note.replace(/ .*/, ''))
    .sort()

test('a script that is still downloading at the withdrawal never runs, its loader hears of it, and it runs once after the next grant [2, 23, 62]', async ({
  visitor,
  page,
}) => {
  const held = await hold(page)
  await visitor.opens({ head: HEAD, body: BODY, options: chat(INSERTING) })
  await expect(visitor.banner).toBeVisible()
  forbid('requests before the grant', held.names())
  await decides(page, true)
  await expect.poll(held.names).toEqual(NAMES)
  await decides(page, false)
  await held.release()
  forbid('scripts after the withdrawal', await noted(visitor, 'ran'))
  expect(await noted(visitor, 'error')).toEqual(expect.arrayContaining(INSERTED))

  await decides(page, true)
  // The browser keeps the file of a module.
  await expect.poll(held.names).toEqual(NAMES.filter(name => !name.endsWith('module')))
  await held.release()
  await expect.poll(() => noted(visitor, 'ran')).toEqual(NAMES)

  // `start` inserts its scripts again, and no other script runs twice.
  await decides(page, false)
  await decides(page, true)
  const again = ['start-async', 'start-ordered']
  await expect.poll(held.names).toEqual(again)
  await held.release()
  await expect.poll(() => noted(visitor, 'ran')).toEqual([...NAMES, ...again].sort())
  expect(visitor.errors).toEqual([])
})

test('a script of the HTML that is still downloading at the withdrawal never runs, and the rest of the page does [2, 23]', async ({
  visitor,
  page,
}) => {
  const kinds = ['async', 'defer', 'module']
  const options = chat('start() {}, stop() {}')
  await visitor.opens({ head: HEAD, options })
  await decides(page, true)
  const held = await hold(page)
  visitor.serves({
    head: HEAD,
    options,
    body: `${kinds.map(kind => `<script ${kind === 'module' ? 'type="module"' : kind} src="/chat/${kind}.js"></script>`).join('')}
      <script src="/chat/plain.js"></script><p id="rest"></p>`,
  })
  await page.goto(SDK_PAGE, { waitUntil: 'commit' })
  await visitor.isStarted()
  await expect.poll(held.names).toEqual([...kinds, 'plain'])
  await decides(page, false)
  await held.release()
  await page.waitForLoadState('load')
  forbid('scripts after the withdrawal', await noted(visitor, 'ran'))
  await expect(page.locator('#rest')).toHaveCount(1)
  expect(visitor.errors).toEqual([])
})
