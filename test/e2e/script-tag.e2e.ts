import { expect } from '@playwright/test'
import { PORTAL } from '../support/portal-site.ts'
import { test } from '../support/visitor.ts'

test('after a decision, one warning says that the page has no control for the settings, and names a misspelt attribute [5]', async ({
  visitor,
  page,
}) => {
  await page.clock.install()
  const decide = async () => {
    const explained = page.waitForResponse('**/explain.js')
    await visitor.opensPortal({
      page: html => html.replaceAll('data-consent-open', 'data-consent-opn'),
    })
    await visitor.rejectAll.click()
    await explained
    // When this import resolves, the file has run.
    await page.evaluate(url => import(url), `${PORTAL}/consent/explain.js`)
  }
  await decide()
  await page.evaluate(() =>
    document.querySelector('[data-consent-opn]')?.toggleAttribute('data-consent-open'),
  )
  await page.clock.runFor(11_000)
  const misspelt = expect.stringContaining(
    'data-consent-opn is unknown. Did you mean data-consent-open? The attribute is ignored.',
  )
  await expect.poll(() => visitor.warnings).toEqual([misspelt])

  await visitor.context.clearCookies()
  await decide()
  await page.clock.runFor(11_000)
  await expect
    .poll(() => visitor.faults)
    .toEqual([
      misspelt,
      misspelt,
      expect.stringMatching(
        /No way back to the choice was found on this page\..* Found data-consent-opn[.,]/,
      ),
    ])
  expect(visitor.requests()).toEqual([])
})

test('calls queued before consent.js has loaded run in order, and a call that throws does not stop the others', async ({
  visitor,
  page,
}) => {
  await visitor.opensPortal({
    placement: 'in the head with async',
    page: html =>
      html.replace(
        '<body>',
        `<body><script>window.noted=[]
        spaceoneConsent(function(c){noted.push(['first',c.isGranted('analytics')])})
        spaceoneConsent(function(){throw new Error('mine')})
        spaceoneConsent(function(c){noted.push('second')})</script>`,
      ),
  })
  await expect.poll(visitor.notes).toEqual([['first', false], 'second'])
  expect(visitor.faults).toEqual(['mine'])
  const now = await page.evaluate(() => {
    window.spaceoneConsent(consent => window.noted?.push(consent === undefined))
    return [window.noted?.at(-1), window.spaceoneConsent.isGranted('analytics')]
  })
  expect(now).toEqual([false, false])
})
