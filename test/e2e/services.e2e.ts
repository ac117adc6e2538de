import { expect } from '@playwright/test'
import { npmPage } from '../support/npm-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

/** Opens a page of a site that creates a consent of these categories. */
const open = (visitor: Visitor, categories: string, before = '') =>
  visitor.opens({
    html: npmPage(`
      import { createConsent, googleAnalytics, googleTagManager, script, service } from '@spaceone/consent'
      ${before}
      window.spaceoneConsent = createConsent({ policy: { version: '1' }, categories: ${categories} })`),
  })

const decide = ({ page }: Visitor, choices: Record<string, boolean>) =>
  page.evaluate(answers => {
    window.spaceoneConsent.decide(answers)
  }, choices)

test('Google Analytics runs while Tag Manager is denied, although both use the same hosts', async ({
  visitor,
  page,
}) => {
  const { site } = visitor
  const paths = () => site.google.map(({ url }) => url.pathname)
  await open(
    visitor,
    `{
      analytics: { services: [googleAnalytics({ id: 'G-ABC123' })] },
      marketing: { services: [googleTagManager({ id: 'GTM-ABC123' })] },
    }`,
  )
  await visitor.inserts('https://www.googletagmanager.com/gtm.js?id=GTM-ABC123')
  await visitor.inserts('https://www.googletagmanager.com/gtag/js?id=G-OTHER')
  await decide(visitor, { analytics: true })
  await expect.poll(visitor.events).toEqual(['page_view'])
  expect(site.scripts().map(({ url }) => url.searchParams.get('id'))).toEqual(['G-ABC123'])
  await visitor.settles()
  expect(paths()).toEqual(['/gtag/js', '/g/collect'])
  expect(await visitor.cookies()).toEqual(['_ga', '_ga_ABC123', 'spaceone_consent'])

  await test.step('the Tag Manager container is loaded after its own grant', async () => {
    await decide(visitor, { marketing: true })
    await expect.poll(paths).toContain('/gtm.js')
    const layer = await page.evaluate(() =>
      window.dataLayer.filter(entry => 'spaceone_consent' in entry).pop(),
    )
    expect(layer).toMatchObject({ spaceone_consent: { analytics: true, marketing: true } })
    // The test waits until the container has run, not only until it has been requested.
    await expect.poll(visitor.cookies).toContain('_ga_WRAPPED')
  })

  await test.step('when Tag Manager is denied again, Google Analytics goes on and nothing else does', async () => {
    await decide(visitor, { marketing: false })
    site.google.length = 0
    await page.evaluate(async () => {
      for (const id of ['G-OTHER', 'G-ABC123'])
        await fetch(`https://www.google-analytics.com/g/collect?v=2&en=own&tid=${id}`, {
          mode: 'no-cors',
        })
    })
    expect(site.google.map(({ url }) => url.searchParams.get('tid'))).toEqual(['G-ABC123'])
    // Cookies that the container's own Google tag has set belong to analytics too, so they stay.
    const ofGoogle = ['_ga', '_ga_ABC123', '_ga_WRAPPED']
    expect(await visitor.cookies()).toEqual([...ofGoogle, 'spaceone_consent'])
  })
})

test("in advanced mode Google's tag sends cookieless hits while denied, as documented, and sets no cookie", async ({
  visitor,
}) => {
  const states = () =>
    visitor.site.google
      .filter(({ events }) => events.length > 0)
      .map(({ url }) => url.searchParams.get('gcs'))
  await open(
    visitor,
    "{ analytics: { services: [googleAnalytics({ id: 'G-ABC123', mode: 'advanced' })] } }",
  )
  await expect.poll(states).toEqual(['G100'])
  expect(await visitor.cookies()).toEqual([])
  await decide(visitor, { analytics: true })
  await visitor.pushes('own')
  await expect.poll(states, { timeout: 8000 }).toEqual(['G100', 'G101'])
  expect(await visitor.cookies()).toEqual(['_ga', '_ga_ABC123', 'spaceone_consent'])
  await decide(visitor, { analytics: false })
  expect(await visitor.cookies()).toEqual(['spaceone_consent'])
})
