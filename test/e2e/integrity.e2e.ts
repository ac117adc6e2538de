import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { CDN, PORTAL, type PortalSite, playPortal } from '../support/portal-site.ts'
import { answeredBefore } from '../support/record.ts'

const SCRIPTS = new URL('../../packages/sdk/dist/script/', import.meta.url)

/** What the build says of its files. */
const { files }: { files: Record<string, string> } = JSON.parse(
  readFileSync(new URL('integrity.json', SCRIPTS), 'utf8'),
)

/** Modules have their hashes in an import map, by address. */
const IMPORT_MAP = `<script type="importmap">${JSON.stringify({
  integrity: Object.fromEntries(
    Object.entries(files).map(([file, hash]) => [`${CDN}/consent/${file}`, hash]),
  ),
})}</script>`

/** Plays the portal with the files on another origin, and their hashes on the page. */
const play = (context: BrowserContext): Promise<PortalSite> =>
  playPortal(context, {
    tag: tag =>
      `${IMPORT_MAP}${tag.replace(
        'src="/consent/',
        `crossorigin integrity="${files['consent.js']}" src="${CDN}/consent/`,
      )}`,
  })

/** Serves a file of the SDK with one byte more. */
const change = (context: BrowserContext, file: string) =>
  context.route(`${CDN}/consent/${file}`, route =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: `${readFileSync(new URL(file, SCRIPTS), 'utf8')};`,
    }),
  )

test('with the hashes of integrity.json on the page every file runs from another origin [55]', async ({
  context,
  page,
}) => {
  const site = await play(context)
  const view = new ConsentView(page)
  const { warnings, errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await view.openPreferences.click()
  await expect(view.preferences).toBeVisible()
  expect(site.google).toEqual([])
  await view.switch('analytics').check()
  await view.save.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})

test('a consent.js that is another one by a byte does not run, and nothing of Google does [5, 55]', async ({
  context,
  page,
}) => {
  const site = await play(context)
  await change(context, 'consent.js')
  await answeredBefore(context, { p: '2024-01-18', c: { analytics: 1 }, m: 'accept' })
  await page.goto(`${PORTAL}/en/`)
  expect(site.google).toEqual([])
  expect(await page.evaluate(() => 'version' in window.spaceoneConsent)).toBe(false)
})

test('a ui.js that is another one by a byte does not run, and nothing can be granted by it [5, 55]', async ({
  context,
  page,
}) => {
  const site = await play(context)
  await change(context, 'ui.js')
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect.poll(() => warnings).toEqual([expect.stringContaining('ui.js is not beside')])
  expect(site.google).toEqual([])
  await expect(new ConsentView(page).banner).toHaveCount(0)
})
