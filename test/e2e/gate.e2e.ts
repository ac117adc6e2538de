import { expect } from '@playwright/test'
import { PORTAL } from '../support/portal-site.ts'
import { test } from '../support/visitor.ts'

test('the banner is gone in the frame after the click on Accept, and the tag is requested after that frame, unless the grant is withdrawn before; cookies with a prefix of the page are deleted, too [54]', async ({
  visitor,
  page,
}) => {
  await visitor.opensPortal()
  await visitor.isAsked()
  await page.evaluate(() => window.gtag('config', 'G-PORTAL2024', { cookie_prefix: 'foo' }))
  await page.evaluate(async () => {
    window.spaceoneConsent.acceptAll()
    window.spaceoneConsent.erase()
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  })
  await visitor.isAsked()
  await page.evaluate(() => {
    const note = async () => {
      const { shadowRoot } = document.querySelector('spaceone-consent') ?? {}
      const isShown = () => shadowRoot?.querySelector('#banner')?.checkVisibility() === true
      const wasShown = isShown()
      await new Promise(requestAnimationFrame)
      Object.assign(window, { noted: [wasShown, isShown()], frameAt: performance.now() })
    }
    window.addEventListener('click', note, { capture: true, once: true })
  })
  await visitor.accepts()
  await expect.poll(visitor.events).toEqual(['page_view'])
  const { noted, isLater } = await page.evaluate(() => {
    const { noted, frameAt } = window as { noted?: boolean[]; frameAt?: number }
    const files = performance.getEntriesByType('resource')
    const late = files.filter(({ name }) => /start\.js|gtag\/js/.test(name))
    return { noted, isLater: late.map(({ startTime }) => startTime >= (frameAt ?? Infinity)) }
  })
  expect(noted).toEqual([true, false])
  expect(isLater).toEqual([true, true])
  expect(await visitor.cookies()).toEqual(['foo_ga', 'foo_ga_PORTAL2024', 'spaceone_consent'])
  await visitor.chooses('analytics', false)
  expect(await visitor.cookies()).toEqual(['spaceone_consent'])
})

test('a change of the address while Google is denied is not sent after a new grant [2]', {
  tag: '@full',
}, async ({ visitor, page }) => {
  await visitor.isServed(true)
  await visitor.opensPortal()
  await visitor.accepts()
  await expect.poll(visitor.events).toEqual(['page_view'])
  const sent = () => visitor.site.google.map(({ url }) => url.searchParams.get('dl') ?? '')
  // Google's tag sends the page view 1.1 s after an address change, and reads the opt-out switch
  // only then. A timer that is set after the tag's, for as long, fires after it.
  for (const gap of [0, 300, 700]) {
    await page.evaluate(async wait => {
      const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
      window.spaceoneConsent.withdraw('analytics')
      history.pushState(null, '', `/en/secret-${wait}`)
      const isOver = pause(1100)
      await pause(wait)
      window.spaceoneConsent.decide({ analytics: true })
      window.gtag('event', `after ${wait}`)
      await isOver
    }, gap)
    await visitor.settles()
    expect(sent().filter(address => address.includes('secret'))).toEqual([])
    await expect.poll(visitor.events).toContain(`after ${gap}`)
  }
  await page.evaluate(() => history.pushState(null, '', '/en/granted'))
  await expect.poll(sent).toContain(`${PORTAL}/en/granted`)
})
