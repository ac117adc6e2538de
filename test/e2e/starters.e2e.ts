import { expect } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { cookieNames } from '../support/observe.ts'
import { test } from '../support/page-console.ts'
import { storedIn } from '../support/serve-preset.ts'
import { playStarter, STARTER, STORED } from '../support/starter-site.ts'
import { Visitor } from '../support/visitor.ts'

const SCRIPTS = [
  'https://cdn.channel.io/plugin/ch-plugin-web.js',
  'https://scripts.clarity.ms/0.8.70/clarity.js',
  'https://www.clarity.ms/tag/0000000000',
]

/** Matches the error of Clarity's own file if the visitor withdraws while it compresses what it would send. */
const OF_CLARITY = /reading 'sequence'/

/** The key of Nuxt's router in `sessionStorage`. */
const SCROLL_POSITIONS = 'vue-router:scroll'

/** The starters, each with whether a link leads to another document. */
const STARTERS = { html: true, 'vite-react': false, nuxt: false, astro: false }

for (const [name, isLeft] of Object.entries(STARTERS))
  test(`the starter ${name} loads Clarity and Channel Talk once after the grant, and neither before it nor after the withdrawal`, {
    // Only the starter html needs no build.
    tag: ['@only-chromium', ...(name === 'html' ? [] : ['@full'])],
  }, async ({ context, page }) => {
    const visitor = new Visitor(page)
    const site = await playStarter(page, name)
    const recipients = page.locator('[data-consent-section="recipients"]')
    const stored = async () => (await storedIn(page)).filter(key => key !== SCROLL_POSITIONS)
    const goes = async (link: string) => {
      await page.evaluate(() => Object.assign(window, { isFirst: true }))
      await page.locator('header').getByRole('link', { name: link }).click()
      await expect(page).toHaveURL(link === 'Privacy' ? /privacy/ : /test\/(#top)?$/)
      const isFirst = await page.evaluate(() => 'isFirst' in window)
      expect(isFirst).toBe(!isLeft)
    }

    await page.goto(`${STARTER}/`)
    await expect(visitor.banner).toBeVisible()
    await goes('Privacy')
    await expect(recipients).toContainText('Microsoft')
    await visitor.settles()
    forbid('requests of the services', site.requests())
    expect(await stored()).toEqual([])
    expect(await cookieNames(context)).toEqual([])

    await visitor.accepts()
    await expect.poll(stored).toEqual(expect.arrayContaining([...STORED]))
    expect(site.scripts().sort()).toEqual(SCRIPTS)
    await goes('My site')
    await expect.poll(() => site.scripts()).toHaveLength(SCRIPTS.length * (isLeft ? 2 : 1))
    await expect(page.locator('main')).toContainText(/is allowed|Allowedusage statistics/)

    await visitor.opensSettings()
    await visitor.switch('analytics').setChecked(false)
    await visitor.switch('support').setChecked(false)
    await visitor.save.click()
    await expect(page.locator('main')).toContainText(/not allowed|AllowedNothing/)
    const { length } = site.requests()
    await goes('Privacy')
    await page.waitForTimeout(1500)
    await page.reload()
    await expect(recipients).toContainText('Microsoft')
    await visitor.settles()
    forbid('requests of the services after the withdrawal', site.requests().slice(length))
    expect(await stored()).toEqual([])
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    await expect(visitor.banner).toBeHidden()
    const faults = visitor.faults.filter(fault => !OF_CLARITY.test(fault))
    expect([...faults, ...site.missing]).toEqual([])
  })
