import { expect } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { test } from '../support/visitor.ts'

const VIDEO = `{
  name: 'Video', category: 'media', addresses: ['video.test'], cookies: [],
  recipients: 'not-stated', retention: 'not-stated',
}`

/** Returns a script that waits for a service and notes its name. */
const waiting = (name: string) =>
  `<script type="text/plain" data-consent="media/${name}">(window.noted ??= []).push('${name}')</script>`

/** Misspelt names, a name that the page declares late, and the declared name. */
const BODY = `${['Vidoe', 'video', 'Late', 'Video'].map(waiting).join('')}
  <iframe data-consent="media/Vidoe" data-src="https://video.example/embed/1" title="Video"></iframe>`

test('markup and code that name a service which no declaration has wait whatever is granted, and the console suggests the name that is meant [5]', {
  tag: '@firefox',
}, async ({ visitor, page }) => {
  await visitor.opens({ options: `{ services: [${VIDEO}] }`, body: BODY })
  await page.evaluate(() => {
    for (const key of ['media/Vidoe', 'analytics/Google Analitics'])
      window.spaceoneConsent.whenGranted(key, () => {
        window.noted = [...(window.noted ?? []), key]
      })
    window.spaceoneConsent.decide(
      { analytics: true, media: true },
      { surface: 'api', without: ['media/Video'] },
    )
  })
  await expect(visitor.banner).toHaveCount(0)
  const placeholder = page.locator('spaceone-consent-placeholder')
  await expect(placeholder).toBeVisible()
  forbid('scripts of a refused or unknown service', (await visitor.notes()) ?? [])
  forbid('frames', await page.locator('iframe[src]').all())
  // A grant would not show the iframe, so its placeholder does not ask for one.
  await expect(placeholder.locator('#allow')).toBeHidden()
  const named = () =>
    visitor.warnings.flatMap(text => /"(.*?)" names no .*(Did you mean .*?\?)/.exec(text)?.slice(1))
  await expect
    .poll(named)
    .toEqual(
      expect.arrayContaining([
        ...['media/Vidoe', 'Did you mean media/Video?', 'media/video', 'Did you mean media/Video?'],
        ...['analytics/Google Analitics', 'Did you mean analytics/Google Analytics?'],
      ]),
    )

  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await expect.poll(visitor.notes).toEqual(['Video'])
})

test('a service that the page declares after the start is known from then on, and follows its own answer', async ({
  visitor,
  page,
}) => {
  await visitor.opens({ options: `{ services: [${VIDEO}] }`, body: BODY })
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await expect.poll(visitor.notes).toEqual(['Video'])
  expect(await page.evaluate(() => window.spaceoneConsent.isGranted('media/Late'))).toBe(false)
  await page.evaluate(() => {
    const { spaceoneConsent: consent } = window
    consent.decide({ media: true }, { without: ['media/Late'] })
    // The global is also the function that queues calls.
    ;(consent as unknown as (call: object) => void)({
      services: [{ name: 'Late', category: 'media', addresses: [], cookies: [] }],
    })
  })
  expect(await visitor.notes()).toEqual(['Video'])
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await expect.poll(visitor.notes).toEqual(['Video', 'Late'])
  expect(await page.evaluate(() => window.spaceoneConsent.isGranted('media/Late'))).toBe(true)
})
