import { expect } from '@playwright/test'
import { expectAsked, expectNoError, turnAnalytics, untilViewed } from './acts.ts'
import {
  FILES,
  NOTES,
  NPM,
  noted,
  OLDER,
  type Page,
  pagesOf,
  TAG,
  whereNonces,
} from './csp-page.ts'
import { HOST } from './host-page.ts'
import { ALL, DYNAMIC, policyOf, VIDEO } from './policy-of.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** Returns the CSS `position` of the banner, which only the SDK's style sheet sets. */
const position = (visitor: Visitor) =>
  visitor.run(() => {
    const banner = document.querySelector('spaceone-consent')?.shadowRoot?.querySelector('#banner')
    return banner && getComputedStyle(banner).position
  })

/** Opens every part, grants in preferences and placeholder, withdraws in the page's form. */
const walk = async (visitor: Visitor, world: World): Promise<void> => {
  await expectAsked(visitor, world)
  await until('the style sheet', async () => (await position(visitor)) === 'fixed')
  await until('the blocks', () =>
    visitor.run(() => document.querySelectorAll('spaceone-consent-block').length === 4),
  )
  expect(await noted(visitor)).toEqual([])

  await visitor.click('open-preferences')
  await visitor.click('open-guide')
  await untilShown(visitor, 'guide')
  await visitor.run(() => {
    const root = document.querySelector('spaceone-consent')?.shadowRoot
    const chooser = root?.querySelector<HTMLSelectElement>('#preferences #browser')
    if (!chooser) throw new Error('The guide has no list of browsers.')
    chooser.value = 'chrome'
    chooser.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const steps = await visitor.run(() => {
    const root = document.querySelector('spaceone-consent')?.shadowRoot
    // biome-ignore lint/performance/useDomNodeTextContent: `textContent` has hidden text too.
    return root?.querySelector<HTMLElement>('#preferences .guide')?.innerText
  })
  // printed-guides.txt has the steps of each browser.
  expect(steps).toMatch(/Delete browsing data\s+More\s+All time\s+Delete from this device/)
  await visitor.click('copy')
  await visitor.click('back')
  await visitor.click('switch-analytics')
  expect(world.google).toEqual([])
  await visitor.click('save')
  await untilViewed(world)
  await visitor.click('dismiss')

  expect(world.asked).not.toContain(`${VIDEO}/film`)
  await visitor.click('allow', 'spaceone-consent-placeholder')
  await until('the film', () => world.asked.includes(`${VIDEO}/film`))

  await visitor.click('settings')
  await visitor.run(() => {
    const root = document.querySelector('spaceone-consent')?.shadowRoot
    root?.querySelector<HTMLElement>('#record > summary')?.click()
  })
  await visitor.click('download')
  await visitor.click('close')
  await untilGone(visitor, 'preferences')

  const form = '[data-consent-preferences] spaceone-consent-block'
  await visitor.click('switch-analytics', form)
  await visitor.click('save', form)
  await until('the end of Google’s cookies', async () => {
    const names = await visitor.cookieNames()
    return names.length === 1 && names[0] === 'spaceone_consent'
  })
}

const underPolicy = (name: string, numbers: string, page: Page, notes = NOTES): Scenario => ({
  title: `under a content security policy ${name} every part of the interface opens and every decision takes effect, with no violation reported, and every script and style gets the nonce as a property alone [${numbers}]`,
  pages: pagesOf(page),
  async run(visitor, world) {
    await walk(visitor, world)
    expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    expect(await noted(visitor)).toEqual(notes)
    const { styles, ...found } = await whereNonces(visitor)
    expect(found).toEqual({ without: [], inMarkUp: [], google: 1 })
    if (page.sdk?.includes(OLDER)) expect(styles).toBeGreaterThan(1)
  },
})

export const csp: readonly Scenario[] = [
  underPolicy(
    'by nonce that requires Trusted Types, where a browser takes styles by element only,',
    '44, 45, 46, 47',
    { policy: policyOf('nonce', 'requires Trusted Types'), sdk: OLDER + TAG },
  ),
  underPolicy("by nonce with 'strict-dynamic'", '44', { policy: policyOf(DYNAMIC) }),
  underPolicy(
    'by a list of hosts',
    '44',
    // A policy with a list of hosts allows no inline script.
    { policy: policyOf('a list of hosts'), blocked: FILES },
    ['blocked.js', 'module.js'],
  ),
  {
    ...underPolicy('of everything together, by npm,', '44, 45, 46, 47', {
      policy: ALL,
      sdk: NPM.replace('<script', `${OLDER}<script`),
    }),
    isMainJob: true,
  },
  {
    title:
      "when the content security policy does not allow the SDK's Trusted Types policy, a grant loads nothing, throws nothing and can be withdrawn [5, 45]",
    pages: pagesOf({
      policy: ALL.replace('trusted-types spaceone-consent', "trusted-types 'none'"),
      blocked: '',
    }),
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await visitor.click('accept-all')
      await untilGone(visitor, 'banner')
      await visitor.click('settings')
      await turnAnalytics(visitor)
      await untilGone(visitor, 'preferences')
      expect(world.google).toEqual([])
      await expectNoError(visitor)
      await until('the report', () => visitor.run(() => window.seen.violations.length > 0))
    },
  },
  {
    title:
      "when the content security policy does not allow Google's tag, a grant loads nothing of Google, and the console has the address and what to allow [5, 44]",
    pages: pagesOf({
      policy: policyOf('a list of hosts').replace(
        /(script-src[^;]*) https:\/\/www\.googletagmanager\.com/,
        '$1',
      ),
      blocked: FILES,
    }),
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await visitor.click('accept-all')
      await untilGone(visitor, 'banner')
      await until('the warning', () => visitor.run(() => window.seen.warnings.length > 0))
      expect(world.google).toEqual([])
      const { errors, warnings } = await visitor.run(() => window.seen)
      // The error of a script that is not loaded has no message.
      expect(errors.filter(Boolean)).toEqual([])
      expect(warnings).toEqual([
        expect.stringMatching(
          /https:\/\/www\.googletagmanager\.com\/gtag\/js\?id=G-TEST123 is blocked by the Content-Security-Policy of this page\. Expected its host in script-src, or the nonce of the page on consent\.js\./,
        ),
      ])
    },
  },
]
