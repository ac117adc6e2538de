import { expect } from '@playwright/test'
import { test as loopbackTest } from '../support/loopback.ts'
import { PLACEMENTS, type Placement } from '../support/portal-site.ts'
import { test, type Visitor } from '../support/visitor.ts'

// test/everywhere/flow.ts tests a whole visit, from the first question to the withdrawal.
for (const placement of Object.keys(PLACEMENTS) as Placement[])
  test(`Google runs only between opt-in and withdrawal: tag ${placement} [1, 2, 23, 24]`, {
    tag: placement === 'in the head' ? '@firefox' : '@full',
  }, async ({ visitor }) => {
    await visitor.opensPortal({ placement })
    await visitor.isAsked()
    await visitor.accepts()
    await expect.poll(visitor.events).toEqual(['page_view'])
    expect(visitor.site.scripts().map(({ url }) => url.href)).toEqual([
      'https://www.googletagmanager.com/gtag/js?id=G-PORTAL2024',
    ])
    expect(await visitor.cookies()).toEqual(['_ga', '_ga_PORTAL2024', 'spaceone_consent'])

    await visitor.sendsNothing(async () => {
      await visitor.chooses('analytics', false)
      await expect(visitor.dismiss).toBeVisible()
      await visitor.pushes('late')
      await visitor.settles()
      await visitor.reloads()
    })
    await expect(visitor.banner).toBeHidden()
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])
    expect(visitor.faults).toEqual([])
  })

/** The present step in the strip, and the numbers of Google's requests and cookies. */
const seen = ({ page }: Visitor) =>
  page
    .locator('.strip')
    .evaluate(strip => [
      strip.querySelector<HTMLElement>('[aria-current]')?.dataset['step'],
      ...[...strip.querySelectorAll('dd')].slice(0, 2).map(figure => figure.textContent),
    ])

loopbackTest.describe('the demonstration', () => {
  loopbackTest.use({ isDemonstration: true })

  loopbackTest(
    'the strip shows the requests of its own tab, and none after a withdrawal, until everything is erased',
    async ({ visitor, page, portal }) => {
      await visitor.goes(`${portal.address}/en/`)
      await page.locator('[data-panel-try]').click()
      await visitor.settles()
      expect(portal.seen()).toEqual([])
      expect(await seen(visitor)).toEqual(['look', '0', '0'])

      const blocked = page.locator('[data-panel-blocked]')
      await expect(blocked).toContainText('_ga_TRYAttempted by: cookie · Rule: _ga_*')
      await visitor.accepts()
      await expect.poll(() => seen(visitor)).toEqual(['withdraw', '2', '2'])
      const other = await visitor.opensTab()
      await other.goes(`${portal.address}/ko/pricing.html`)
      await visitor.goes(`${portal.address}/en/privacy.html`)
      await expect.poll(() => seen(visitor)).toEqual(['withdraw', '5', '2'])
      await expect.poll(() => seen(other)).toEqual(['withdraw', '2', '2'])
      // Either tab could delete the cookies at a withdrawal, so the other tab leaves the portal.
      await other.page.goto('about:blank')
      const left = () => portal.seen().filter(request => request === 'hit user_engagement')
      await expect.poll(left).toHaveLength(2)

      const before = portal.seen()
      await page.locator('.strip [data-step="withdraw"] button').click()
      await visitor.switch('analytics').setChecked(false)
      await visitor.save.click()
      await expect(blocked).toContainText(
        '_ga_PORTAL2024Attempted by: found and deleted · Rule: _ga_* · Needs consent to: analytics',
      )
      await visitor.pushes('late')
      await page.locator('[data-panel-try]').click()
      await visitor.goes(`${portal.address}/en/pricing.html`)
      await visitor.settles()
      expect(portal.seen()).toEqual(before)
      expect(await seen(visitor)).toEqual([undefined, '5', '0'])
      const deleted = /Requests of this tab: 0\. Cookies deleted: _ga, _ga_PORTAL2024\./
      await expect(page.locator('[data-kind="withdrawal"]')).toHaveText(deleted)

      await page.locator('[data-panel-restart]').click()
      await expect(visitor.banner).toBeVisible()
      await expect.poll(() => seen(visitor)).toEqual(['look', '0', '0'])
    },
  )
})
