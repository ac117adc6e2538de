import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test'
import {
  BLOCKED_PAGE,
  blockedFrame,
  Placeholders,
  playBlockedPage,
} from '../support/blocked-page.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { readmeSnippets } from '../support/readme.ts'
import { playSdkPage, SDK_PAGE, started } from '../support/sdk-page.ts'

/** Ways in which a file can fail to load, each with the answer to the file's request. */
const LOSSES = {
  'not found': route => route.fulfill({ status: 404, contentType: 'text/html', body: 'gone' }),
  blocked: route => route.abort('blockedbyclient'),
  offline: route => route.abort('internetdisconnected'),
  'answered with a page': route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Home</title>' }),
  'cut off': route => route.fulfill({ contentType: 'text/javascript', body: 'export const a = {' }),
} satisfies Record<string, (route: Route) => Promise<void>>

type Loss = keyof typeof LOSSES

/** Makes the requests for a file, or for files that match a pattern, fail in the given way. */
const lose = (context: BrowserContext, file: string, loss: Loss) =>
  context.route(`**/${file}`, LOSSES[loss])

/**
 * Collects warnings and errors without the message that Firefox itself logs for a module that fails
 * to load.
 */
const listenTo = (page: Page) => {
  const { warnings, errors } = listen(page)
  return { warnings, ours: () => errors.filter(error => !/^Loading module/.test(error)) }
}

/** Answers `confirm()` dialogs with the given answers, and returns a list of the dialogs' types. */
const answerDialogs = (page: Page, answers: boolean[]): string[] => {
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    return answers.shift() ? dialog.accept() : dialog.dismiss()
  })
  return asked
}

/** Opens a page of the portal on which the given file cannot be loaded. */
const visitWithout = async (page: Page, file: string, loss: Loss, path = '') => {
  const site = await playPortal(page.context())
  await lose(page.context(), file, loss)
  const answers: boolean[] = []
  const asked = answerDialogs(page, answers)
  const listened = listenTo(page)
  await page.goto(`${PORTAL}/en/${path}`)
  return { page, site, view: new ConsentView(page), answers, asked, ...listened }
}

type Visited = Awaited<ReturnType<typeof visitWithout>>

/** How long the test waits for files that must not be requested, in milliseconds. */
const SETTLE = 700

/** Opens another page of the portal as a new visitor. */
const visitAgain = async ({ page, warnings }: Visited, path: string) => {
  await page.context().clearCookies()
  warnings.length = 0
  await page.goto(`${PORTAL}/en/${path}`)
}

/** Changes the page twice and waits, so that a reaction that must not happen could happen. */
const settle = async (page: Page) => {
  await page.evaluate(() => document.body.append(document.createElement('p')))
  await page.evaluate(() => document.body.append(document.createElement('p')))
  await page.waitForTimeout(SETTLE)
}

/**
 * Checks that policy-page blocks keep the page's own content when a file that every block needs
 * cannot be loaded.
 */
const checkBlocksStay = async (visited: Visited, part: string) => {
  const { page, site, warnings, asked } = visited
  const [google, questions] = [site.google.length, asked.length]
  await visitAgain(visited, 'privacy.html')
  await expect.poll(() => warnings.join()).toContain(part)
  await settle(page)
  expect({ google: site.google.slice(google), asked: asked.slice(questions) }).toEqual({
    google: [],
    asked: [],
  })
  for (const kind of ['guide', 'preferences', 'status', 'cookies'])
    await expect(
      page.locator(`[data-consent-${kind}] > :not(spaceone-consent-block)`),
    ).not.toHaveCount(0)
  await expect(page.locator('[data-consent-status] > p')).toBeVisible()
  await expect(page.locator('spaceone-consent-block')).toHaveCount(0)
  expect(new Set(warnings).size).toBe(warnings.length)
}

/**
 * The steps of a visitor on pages that need a file: first while the file cannot be loaded, then
 * after the file is available again.
 */
interface Story {
  readonly shows: string
  /** Runs on the home page, while the file cannot be loaded. */
  readonly whileLost: (visited: Visited, part: string) => Promise<void>
  readonly whenBack: (visited: Visited) => Promise<void>
}

const WITHOUT_VIEW: Story = {
  shows:
    "nothing runs, clicking on the settings asks with confirm(), which can grant and withdraw, blocks keep the page's content, and once the file loads everything works [5]",
  async whileLost(visited, part) {
    const { page, site, view, answers, asked, warnings } = visited
    // Each time OK: the second question is whether to reject what was accepted.
    answers.push(true, true)
    await expect.poll(() => warnings).toHaveLength(1)
    await settle(page)
    expect(asked).toEqual([])
    expect(site.google).toEqual([])
    expect(await cookieNames(page.context())).toEqual([])

    await view.settingsLink.click()
    await expect.poll(() => asked).toEqual(['confirm'])
    await expect.poll(() => site.scripts()).toHaveLength(1)
    await expect.poll(() => site.events()).toEqual(['page_view'])

    await view.settingsLink.click()
    await expect.poll(() => asked).toEqual(['confirm', 'confirm'])
    await expect.poll(() => cookieNames(page.context())).toEqual(['spaceone_consent'])
    const before = site.google.length
    await page.evaluate(() => window.gtag('event', 'late'))
    await page.waitForTimeout(SETTLE)
    expect(site.google.slice(before)).toEqual([])
    expect(warnings).toHaveLength(1)
    await checkBlocksStay(visited, part)
  },
  async whenBack({ page, view }) {
    await expect(page.locator('spaceone-consent-block')).toHaveCount(4)
    await page.goto(`${PORTAL}/en/pricing.html`)
    await expect(view.banner).toBeVisible()
  },
}

const WITHOUT_PREFERENCES: Story = {
  shows:
    'the banner stands and answers, the browser asks who wants to choose, Cancel records nothing, the blocks of a page keep what the page has put into them, and with the file all is as ever [5]',
  async whileLost(visited, part) {
    const { page, site, view, answers, asked, warnings } = visited
    answers.push(false, true)
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(asked).toEqual([])
    expect(site.google).toEqual([])

    await view.openPreferences.click()
    await expect.poll(() => asked).toEqual(['confirm'])
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    expect(await cookieNames(page.context())).toEqual([])

    await view.openPreferences.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])
    await expect(view.banner).toBeHidden()
    expect(warnings).toEqual([expect.stringContaining(part)])
    await checkBlocksStay(visited, part)
  },
  async whenBack({ page, view }) {
    await expect(page.locator('spaceone-consent-block')).toHaveCount(4)
    await page.goto(`${PORTAL}/en/`)
    await view.choose('analytics', false)
    await expect.poll(() => cookieNames(page.context())).toEqual(['spaceone_consent'])
  },
}

const WITHOUT_GUIDE: Story = {
  shows:
    "the preferences stay open in its place and keep the visitor's draft, its block keeps what the page has put into it, the other blocks are drawn, and with the file the guide opens",
  async whileLost(visited, part) {
    const { page, site, view, asked, warnings } = visited
    await view.openPreferences.click()
    await view.switch('analytics').check()
    await view.openGuide.click()
    await expect.poll(() => warnings).toEqual([expect.stringContaining(part)])
    await expect(view.switch('analytics')).toBeChecked()
    await expect(view.guide).toHaveCount(0)
    expect(site.google).toEqual([])

    await view.openGuide.click()
    await page.waitForTimeout(SETTLE)
    expect(warnings).toHaveLength(1)
    expect(site.google).toEqual([])
    await view.save.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])

    await visitAgain(visited, 'privacy.html')
    await expect(page.locator('[data-consent-status] spaceone-consent-block')).toBeVisible()
    await expect.poll(() => warnings).toEqual([expect.stringContaining(part)])
    await expect(page.locator('[data-consent-guide] > p').first()).toBeVisible()
    expect(asked).toEqual([])
  },
  async whenBack({ page, view }) {
    await page.goto(`${PORTAL}/en/`)
    await view.settingsLink.click()
    await view.openGuide.click()
    await expect(view.guide).toBeVisible()
  },
}

const WITHOUT_BLOCKS: Story = {
  shows: "blocks keep the page's content, and once the file loads they are drawn",
  whileLost: checkBlocksStay,
  async whenBack({ page }) {
    await expect(page.locator('spaceone-consent-block')).toHaveCount(4)
  },
}

/** A pattern that matches every file of the SDK but consent.js. */
const EVERY_LATE_FILE = '{ui,preferences,guide,blocks,placeholder,record,explain}*.js'

/**
 * Each row: a file, the way it fails, the expected steps, and what the warning names. Each way to
 * fail is used at least once in Firefox too; the rows with files of texts run in Chromium only,
 * because they fail like the file of their part.
 */
const LOST: readonly (readonly [string, Loss, Story, string, string?])[] = [
  ['ui.en.js', 'not found', WITHOUT_VIEW, 'ui.en.js'],
  ['preferences.js', 'blocked', WITHOUT_PREFERENCES, 'preferences ('],
  ['preferences.en.js', 'not found', WITHOUT_PREFERENCES, 'preferences (', '@only-chromium'],
  ['guide.js', 'answered with a page', WITHOUT_GUIDE, 'guide ('],
  ['guide.en.js', 'cut off', WITHOUT_GUIDE, 'guide (', '@only-chromium'],
  ['blocks.js', 'cut off', WITHOUT_BLOCKS, 'blocks ('],
  [EVERY_LATE_FILE, 'offline', WITHOUT_VIEW, 'explain.js did not load: copy all files beside'],
]

for (const [file, loss, { shows, whileLost, whenBack }, part, tag] of LOST)
  test(`${file === EVERY_LATE_FILE ? 'every file but consent.js' : file} is ${loss}: ${shows}`, {
    tag: tag ?? [],
  }, async ({ page }) => {
    const visited = await visitWithout(page, file, loss)
    await whileLost(visited, part)
    expect(visited.ours()).toEqual([])
    await page.context().unroute(`**/${file}`)
    await page.reload()
    await whenBack(visited)
  })

for (const [file, loss, tag] of [
  ['placeholder.js', 'blocked', ''],
  ['placeholder.en.js', 'not found', '@only-chromium'],
] as const)
  test(`${file} is ${loss}: the iframe stays blocked, and a grant in the banner unblocks the iframe`, {
    tag: tag || [],
  }, async ({ context, page }) => {
    await playPortal(context)
    const requests = await playBlockedPage(context, {
      body: blockedFrame('width="560" height="315"'),
    })
    await lose(context, file, loss)
    const { warnings, ours } = listenTo(page)
    await page.goto(BLOCKED_PAGE)
    await expect.poll(() => warnings).toHaveLength(1)
    await page.evaluate(() => window.dispatchEvent(new Event('resize')))
    await page.waitForTimeout(SETTLE)
    expect(requests).toEqual([])
    await expect(new Placeholders(page).boxes).toHaveCount(0)
    expect(warnings).toEqual([expect.stringMatching(/placeholder/)])
    await new ConsentView(page).acceptAll.click()
    await expect.poll(() => requests).toHaveLength(1)
    expect(ours()).toEqual([])

    await context.unroute(`**/${file}`)
    await context.clearCookies()
    await page.reload()
    await expect(new Placeholders(page).boxes).toHaveCount(1)
  })

test('with npm, when a part of the package cannot be loaded, clicking on the settings asks with confirm()', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {
    way: 'npm',
    body: '<button onclick="spaceoneConsent.openPreferences()">Cookies</button>',
  })
  await lose(context, 'preferences.js', 'blocked')
  const { warnings, ours } = listenTo(page)
  // Each time OK: the second question is whether to reject what was accepted.
  const asked = answerDialogs(page, [true, true])
  await page.goto(SDK_PAGE)
  await started(page)
  await expect(new ConsentView(page).banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect({ asked, google: site.google }).toEqual({ asked: [], google: [] })
  await page.getByText('Cookies', { exact: true }).click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.getByText('Cookies', { exact: true }).click()
  await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
  expect(asked).toEqual(['confirm', 'confirm'])
  expect(ours()).toEqual([])
  expect(warnings).toHaveLength(1)
})

test('consent.js itself cannot be loaded: nothing optional runs, and the page works [5, 6]', async ({
  context,
  page,
}) => {
  const { site, ours, asked } = await visitWithout(page, 'consent.js', 'blocked', 'privacy.html')
  await page.waitForTimeout(SETTLE)
  expect({ google: site.google, asked, errors: ours() }).toEqual({
    google: [],
    asked: [],
    errors: [],
  })
  expect(await cookieNames(context)).toEqual([])
  await expect(page.locator('[data-consent-status] > p')).toBeVisible()
})

/** The snippet that keeps Analytics silent without `consent.js`. */
const LINES =
  readmeSnippets('html', 'packages/consent/src/script/README.md').find(snippet =>
    snippet.includes('ga-disable-'),
  ) ?? ''

/** Returns a page with Google's own snippet behind the given tags, and an id in the place of the README's. */
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

const wrongHash = `crossorigin integrity="sha384-${'A'.repeat(64)}"`

for (const [loss, tags, lost] of [
  ['cannot be loaded', LINES, 'consent.js'],
  ['has another integrity', LINES.replace('<script src', `<script ${wrongHash} src`), ''],
] as const)
  test(`consent.js ${loss}: a tag of the page runs, and sends and stores nothing with the two lines of the README`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    let html = pageWith(tags)
    const site = await playPortal(context, { page: () => html })
    if (lost) await lose(context, lost, 'blocked')
    await page.goto(`${PORTAL}/en/`)
    await page.waitForFunction(() => window.google_tag_manager)
    await page.waitForTimeout(SETTLE)
    expect(site.events()).toEqual([])
    expect(await cookieNames(context)).toEqual([])
    html = pageWith(tags.replace(/^<script>.*\n/gm, ''))
    await page.reload()
    await expect.poll(() => site.events()).toEqual(['page_view'])
  })

test('the two lines of the README for a missing consent.js change nothing where the file loads', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context, { page: () => pageWith(LINES) })
  await page.goto(`${PORTAL}/en/`)
  const view = new ConsentView(page)
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect(site.events()).toEqual([])
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
})
