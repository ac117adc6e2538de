import { expect } from '@playwright/test'
import { grantedCookie } from '../../packages/consent/dist/testing.js'
import { test } from '../support/page-console.ts'
import { prerender } from '../support/prerendering-browser.ts'

const NEXT = `<!doctype html><html lang="en"><title>Next</title>
  <script src="/consent/consent.js" data-ga="G-ABC123" data-ga-server="/google"
    data-policy-version="1" data-policy-url="/privacy"></script>
  <script>
    const report = text => fetch('/report?' + text + ' while ' + document.prerendering)
    const { cookie } = document
    spaceoneConsent.whenGranted('analytics', () => report('callback'))
    addEventListener('load', () => {
      spaceoneConsent.rejectAll()
      setTimeout(() =>
        report('granted ' + spaceoneConsent.isGranted('analytics') + ', same record ' + (document.cookie === cookie)))
    })
  </script>
  <script type="text/plain" data-consent="analytics">report('markup')</script>`

test('a page that Chromium prerenders runs and records nothing, and starts what an earlier page granted when the visitor opens the page', {
  tag: '@only-chromium',
}, async () => {
  const { name, value } = grantedCookie(
    { policy: { version: '1' }, categories: { analytics: {} } },
    { analytics: true },
  )
  const { log, activate, close } = await prerender(NEXT, `${name}=${value}; Path=/`)
  try {
    const prerendered = '/report?granted false, same record true while true'
    await expect.poll(() => log).toContain(prerendered)
    expect(log).toEqual([prerendered])
    activate()
    await expect.poll(() => log).toContainEqual(expect.stringContaining('/google/gtag/js'))
    await expect.poll(() => log).toContain('/report?callback while false')
    await expect.poll(() => log).toContain('/report?markup while false')
    expect(log.filter(line => line.endsWith('while true'))).toEqual([prerendered])
  } finally {
    await close()
  }
})
