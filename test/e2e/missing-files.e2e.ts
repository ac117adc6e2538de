import { readFile } from 'node:fs/promises'
import { expect, type Route } from '@playwright/test'
import { BLOCK_KINDS, blockedFrame } from '../support/markup.ts'
import { readmeSnippets } from '../support/readme.ts'
import { SDK_PAGE } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

const LOSSES = {
  'not found': route => route.fulfill({ status: 404, contentType: 'text/html', body: 'gone' }),
  blocked: route => route.abort('blockedbyclient'),
  offline: route => route.abort('internetdisconnected'),
  'answered with a page': route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Home</title>' }),
  'of another version': async route => {
    const body = await readFile('packages/consent/dist/script/ui.en.js', 'utf8')
    const other = body.replaceAll(/(["'`])0\.1\.0\1/g, '"0.2.0"')
    await route.fulfill({ contentType: 'text/javascript', body: other })
  },
  'cut off': route => route.fulfill({ contentType: 'text/javascript', body: 'export const a = {' }),
} satisfies Record<string, (route: Route) => Promise<void>>

type Loss = keyof typeof LOSSES

const visitPolicy = async (visitor: Visitor) => {
  await visitor.context.clearCookies()
  visitor.warnings.length = 0
  await visitor.goes('/en/privacy.html')
}

/** Checks that blocks keep the page's content while a file that every block needs is missing. */
const checkBlocksStay = async (visitor: Visitor, part: string) => {
  const { page, asked, warnings } = visitor
  const questions = asked.length
  await visitor.sendsNothing(async () => {
    await visitPolicy(visitor)
    await expect.poll(() => warnings.join()).toContain(part)
  })
  expect(asked.slice(questions)).toEqual([])
  for (const kind of BLOCK_KINDS)
    await expect(
      page.locator(`[data-consent-${kind}] > :not(spaceone-consent-block)`),
    ).not.toHaveCount(0)
  await expect(page.locator('[data-consent-status] > p')).toBeVisible()
  await expect(visitor.blocks.drawn).toHaveCount(0)
  expect(new Set(warnings).size).toBe(warnings.length)
}

interface Story {
  readonly shows: string
  /** Starts on the home page, while the file cannot be loaded. */
  readonly whileLost: (visitor: Visitor, part: string) => Promise<void>
  readonly whenBack: (visitor: Visitor) => Promise<void>
}

// test/everywhere/refused.ts shows what the answers to confirm() do.
const WITHOUT_VIEW: Story = {
  shows:
    "nothing runs, a link to the settings is followed, and asks with confirm() on its own page, blocks keep the page's content, and once the file loads everything works [5]",
  async whileLost(visitor, part) {
    const { asked, page, settingsLink, warnings } = visitor
    await expect.poll(() => warnings).toHaveLength(1)
    await visitor.sendsNothing()
    expect(asked).toEqual([])
    await settingsLink.click()
    await page.waitForURL('**/en/privacy.html#cookies')
    await visitor.isStarted()
    await expect.poll(() => warnings).toHaveLength(2)
    expect(asked).toEqual([])
    await settingsLink.click()
    await expect.poll(() => asked).toEqual(['confirm'])
    await visitor.sendsNothing()
    expect(await visitor.cookies()).toEqual([])
    expect(warnings).toHaveLength(2)
    await checkBlocksStay(visitor, part)
  },
  async whenBack(visitor) {
    await expect(visitor.blocks.drawn).toHaveCount(9)
    await visitor.goes('/en/pricing.html')
    await expect(visitor.banner).toBeVisible()
  },
}

const WITHOUT_PREFERENCES: Story = {
  shows:
    "the banner works, clicking on the settings asks with confirm(), Cancel records nothing, blocks keep the page's content, and once the file loads everything works [5]",
  async whileLost(visitor, part) {
    const { answers, asked, openPreferences, warnings } = visitor
    answers.push(false, true)
    await visitor.isAsked()
    expect(asked).toEqual([])
    await openPreferences.click()
    await expect.poll(() => asked).toEqual(['confirm'])
    await visitor.isAsked()
    await expect(visitor.page.locator('[aria-busy]')).toHaveCount(0)

    await openPreferences.click()
    await expect.poll(visitor.events).toEqual(['page_view'])
    await expect(visitor.banner).toBeHidden()
    expect(warnings).toEqual([expect.stringContaining(part)])
    await checkBlocksStay(visitor, part)
  },
  async whenBack(visitor) {
    await expect(visitor.blocks.drawn).toHaveCount(9)
    await visitor.goes('/en/')
    await visitor.chooses('analytics', false)
    await expect.poll(visitor.cookies).toEqual(['spaceone_consent'])
  },
}

const WITHOUT_GUIDE: Story = {
  shows:
    "the preferences stay open and keep the visitor's draft, the guide's block keeps the page's content, the other blocks are drawn, and once the file loads the guide opens",
  async whileLost(visitor, part) {
    const { guide, openGuide, page, warnings } = visitor
    await visitor.openPreferences.click()
    await visitor.switch('analytics').check()
    await openGuide.click()
    await expect.poll(() => warnings).toEqual([expect.stringContaining(part)])
    await expect(visitor.switch('analytics')).toBeChecked()
    await expect(guide).toHaveCount(0)
    await openGuide.click()
    await visitor.sendsNothing()
    expect(warnings).toHaveLength(1)
    await visitor.save.click()
    await expect.poll(visitor.events).toEqual(['page_view'])

    await visitPolicy(visitor)
    await expect(page.locator('[data-consent-status] spaceone-consent-block')).toBeVisible()
    await expect.poll(() => warnings).toEqual([expect.stringContaining(part)])
    await expect(page.locator('[data-consent-guide] > p').first()).toBeVisible()
    expect(visitor.asked).toEqual([])
  },
  async whenBack(visitor) {
    await visitor.goes('/en/')
    await visitor.opensSettings()
    await visitor.openGuide.click()
    await expect(visitor.guide).toBeVisible()
  },
}

const WITHOUT_BLOCKS: Story = {
  shows: "blocks keep the page's content, and once the file loads they are drawn",
  whileLost: checkBlocksStay,
  whenBack: ({ blocks }) => expect(blocks.drawn).toHaveCount(9),
}

const EVERY_LATE_FILE = '{ui,preferences,guide,blocks,placeholder,record,explain}*.js'

/** Each row: a file, the way it fails, the expected steps, and what the warning names. */
const LOST: readonly (readonly [string, Loss, Story, string])[] = [
  ['ui.en.js', 'not found', WITHOUT_VIEW, 'ui.en.js'],
  [
    'ui.en.js',
    'of another version',
    WITHOUT_VIEW,
    'another version than consent.js, which is 0.1.0',
  ],
  ['preferences.js', 'blocked', WITHOUT_PREFERENCES, 'preferences ('],
  ['preferences.en.js', 'not found', WITHOUT_PREFERENCES, 'preferences ('],
  ['guide.js', 'answered with a page', WITHOUT_GUIDE, 'guide ('],
  ['blocks.js', 'cut off', WITHOUT_BLOCKS, 'blocks ('],
  [EVERY_LATE_FILE, 'offline', WITHOUT_VIEW, 'explain.js did not load: copy all files beside'],
]

for (const [file, loss, { shows, whileLost, whenBack }, part] of LOST)
  test(`${file === EVERY_LATE_FILE ? 'every file but consent.js' : file} is ${loss}: ${shows}`, async ({
    visitor,
  }) => {
    await visitor.loses(file, LOSSES[loss])
    await visitor.opensPortal()
    await whileLost(visitor, part)
    expect(visitor.errors).toEqual([])
    await visitor.finds(file)
    await visitor.reloads()
    await whenBack(visitor)
  })

for (const [file, loss] of [
  ['placeholder.js', 'blocked'],
  ['placeholder.en.js', 'not found'],
] as const)
  test(`${file} is ${loss}: the iframe stays blocked, and a grant in the banner unblocks the iframe [5]`, async ({
    visitor,
    page,
  }) => {
    const { boxes } = visitor.placeholders
    await visitor.loses(file, LOSSES[loss])
    await visitor.opens({ body: blockedFrame('width="560" height="315"').repeat(2) })
    await expect.poll(() => visitor.warnings).toHaveLength(1)
    await page.evaluate(() => window.dispatchEvent(new Event('resize')))
    await visitor.isAsked()
    expect(visitor.films).toEqual([])
    await expect(boxes).toHaveCount(0)
    await expect(page.locator('iframe').first()).toBeVisible()
    expect(visitor.faults).toEqual([expect.stringMatching(/placeholder/)])
    await visitor.accepts()
    await expect.poll(() => visitor.films).toHaveLength(2)

    await visitor.finds(file)
    await visitor.forgets()
    await visitor.reloads()
    await expect(boxes).toHaveCount(2)
  })

const LINES =
  readmeSnippets('html', 'packages/consent/src/script/README.md').find(snippet =>
    snippet.includes('ga-disable-'),
  ) ?? ''

/** Returns a page with the given tags and Google's own snippet. A test id replaces the README's. */
const pageWith = (tags: string) =>
  `<!doctype html><html lang="en"><head><title>Page</title>
  ${tags.replace('/consent/0.1.0/', '/consent/')}
  <script src="https://www.googletagmanager.com/gtag/js?id=G-XXXXXXX"></script>
  <script>window.dataLayer = window.dataLayer || []
    function gtag() { dataLayer.push(arguments) }
    gtag('js', new Date()); gtag('config', 'G-XXXXXXX')</script></head><body></body></html>`.replaceAll(
    'G-XXXXXXX',
    'G-TEST123',
  )

test('with the two lines of the README a tag of the page sends and stores nothing where consent.js cannot be loaded, and where it loads the lines change nothing', async ({
  visitor,
  page,
}) => {
  await visitor.loses('consent.js')
  visitor.serves({ html: pageWith(LINES) })
  await page.goto(SDK_PAGE)
  await page.waitForFunction(() => window.google_tag_manager)
  await visitor.settles()
  expect([visitor.events(), await visitor.cookies()]).toEqual([[], []])
  visitor.serves({ html: pageWith(LINES.replace(/^<script>.*\n/gm, '')) })
  await page.reload()
  await expect.poll(visitor.events).toEqual(['page_view'])
  await visitor.finds('consent.js')
  // The tag sends and stores once more as the page is left.
  await page.goto('about:blank')
  await visitor.settles()
  await visitor.context.clearCookies()
  visitor.site.google.length = 0

  await visitor.opens({ html: pageWith(LINES) })
  await expect(visitor.banner).toBeVisible()
  await visitor.settles()
  expect(visitor.events()).toEqual([])
  await visitor.accepts()
  await expect.poll(visitor.events).toEqual(['page_view'])
})
