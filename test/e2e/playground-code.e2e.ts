import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { EMPTY_SERVICE } from '../../examples/playground/settings.js'
import { type Copied, copyCode, type Row, serveCopied } from '../support/copied-code.ts'
import { forbid } from '../support/forbidden.ts'
import type { PlayedGoogle } from '../support/google.ts'

const CHAT = {
  ...EMPTY_SERVICE,
  ...{ name: 'Chat <3', category: 'support', company: 'Chat Inc.', country: 'US' },
  ...{ 'words.en': 'answers', hosts: 'chat.example', cookies: 'chat_*', days: '90' },
}

const HEADING = 'A heading of our own'

/** The options that change the code or the header, each with the values that make a difference. */
const VALUES: { readonly [Name in keyof Row]?: readonly Row[Name][] } = {
  way: ['script tag', 'npm'],
  csp: ['nonce', 'strict-dynamic', 'hosts', ''],
  isTrusting: [true, false],
  ga: ['G-ROW', ''],
  gtm: ['', 'GTM-ROW'],
  ads: ['', 'AW-1', 'ca-pub-1'],
  purposes: ['marketing,personalization', ''],
  services: [[], [CHAT]],
  'heading.en': ['', HEADING],
  accent: ['', '0060df'],
  lang: ['', 'en'],
  html: ['en', '', 'en_US'],
  position: ['bottom', 'inline', 'left'],
  theme: ['', 'dark'],
  button: ['', 'left'],
  'policyUrl.ko': ['', '/ko/privacy'],
}

/** Rows with each value of each option, and nearly each pair of values. */
const ROWS = Array.from({ length: 16 }, (_, row): Partial<Row> => {
  const entries = Object.entries(VALUES).map(([name, values], at) => [
    name,
    values[((row * (at + 5)) >> 3) % values.length],
  ])
  return Object.fromEntries(entries)
}).filter(({ ga, gtm, purposes, services }) => ga || gtm || purposes || services?.[0])

const watchPolicy = () => {
  const noted: string[] = []
  Object.assign(window, { blockedByPolicy: noted })
  document.addEventListener('securitypolicyviolation', event =>
    noted.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  )
}

const blockedByPolicy = (page: Page): Promise<string[]> =>
  page.evaluate(() => Reflect.get(window, 'blockedByPolicy'))

/** Returns the ids for which a page loads a tag of Google. Only the npm code has Google Ads. */
const idsOf = ({ ga, gtm, ads, way }: Row) => [ga, gtm, way === 'npm' ? ads : ''].filter(Boolean)

const tries = async (context: BrowserContext, site: Copied, { google }: PlayedGoogle) => {
  const { row, title, origin } = site
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  await page.addInitScript(watchPolicy)
  const requests = (id: string) =>
    google.map(({ url }) => url.href).filter(address => address.includes(id))
  const banner = page.locator('#banner')
  const accept = page.locator('#accept-all')

  await page.goto(`${origin}/`)
  await expect(banner, title).toBeVisible()
  forbid(`requests before the grant: ${title}`, idsOf(row).flatMap(requests))
  forbid(`blocked by the policy: ${title}`, await blockedByPolicy(page))
  await expect(banner, title).toContainText(row['heading.en'] || 'cookies')
  if (row.services[0]) await expect(banner, title).toContainText('answers')
  if (row.accent) await expect(accept, title).toHaveCSS('background-color', 'rgb(0, 96, 223)')

  await accept.click()
  await expect(banner, title).toBeHidden()
  for (const id of idsOf(row)) await expect.poll(() => requests(id), title).not.toEqual([])
  if (row.ga) await expect.poll(() => requests(row.ga).join(), title).toContain('/g/collect?')
  forbid(`blocked by the policy: ${title}`, await blockedByPolicy(page))
  expect(errors, title).toEqual([])
  await page.close()
}

test('under its own Content-Security-Policy the code of the playground shows the banner with all that was chosen, and a grant loads each tag of Google: each value of each option [44]', async ({
  context,
}) => {
  const sites = await Promise.all(ROWS.map(copyCode))
  const google = await serveCopied(context, sites)
  for (const site of sites) await tries(context, site, google)
})
