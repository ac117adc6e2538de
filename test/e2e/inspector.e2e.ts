import { expect, type Page } from '@playwright/test'
import { test } from '../support/visitor.ts'

/** The entries of the page's ledger; `undefined` without a ledger. */
const ledgerOf = (page: Page) =>
  page.evaluate(() => {
    const owner = window as unknown as { [key: symbol]: Record<string, string>[] | undefined }
    return owner[Symbol.for('@spaceone/consent/ledger')]
  })

const inspectorOf = (page: Page) => {
  const host = page.locator('spaceone-consent-inspector')
  return {
    toggle: host.locator('.toggle'),
    panel: host.getByRole('region', { name: 'Consent inspector' }),
    rows: host.locator('ol > li'),
  }
}

const POLICY = [
  "default-src 'none'; base-uri 'none'; script-src 'nonce-n'; style-src 'nonce-n'",
  "connect-src 'self'; require-trusted-types-for 'script'; trusted-types spaceone-consent",
].join('; ')

/** A page whose own code calls Google. It notes violations of its policy by scripts and styles. */
const HTML = `<!doctype html><html lang="en"><head><title>Host</title>
<script nonce="n">
  window.noted = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
    if (!/^(connect|img)-/.test(violatedDirective)) noted.push(violatedDirective)
  })
</script>
<script nonce="n" src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="1"
  data-policy-url="/privacy" data-debug></script>
<script nonce="n">
  function track() {
    document.cookie = '_ga=secret; path=/'
    return fetch('https://www.google-analytics.com/g/collect?v=2&cid=secret')
  }
  track()
</script></head><body><a href="#" data-consent-open>Cookies</a></body></html>`

const LINE = HTML.split('\n').findIndex(line => line.includes('fetch(')) + 1

// ledger.test.ts shows which pages load the inspector; waiting.e2e.ts, that others do not.
test('a developer reads by keyboard which request was blocked, by which rule and from which line of the page, filters, copies it as JSON without values and queries, and closes the panel, under a policy with Trusted Types', async ({
  visitor,
  page,
}) => {
  const { keys } = visitor
  const { toggle, panel, rows } = inspectorOf(page)
  await visitor.opens({ html: HTML, csp: POLICY })
  await visitor.isAsked()
  await expect(panel).toBeHidden()

  await keys.goTo(toggle)
  await keys.press('Enter')
  await expect(panel).toBeVisible()
  await expect(toggle).toHaveAttribute('aria-expanded', 'true')
  const request = rows.filter({ hasText: 'https://www.google-analytics.com/g/collect' })
  await expect(request.locator('.outcome')).toHaveText('blocked')
  await expect(request).toContainText('fetch · rule *.google-analytics.com')
  await expect(request).toContainText('waits for a grant of analytics')
  await expect(request.locator('summary')).toHaveText(new RegExp(`^/page/:${LINE}:\\d+ in track$`))

  await keys.goTo(panel.getByRole('button', { name: 'cookies' }))
  await keys.press('Enter')
  await expect(rows).toHaveText([/^blocked[\d:.]+_gacookie · rule _ga · /])
  await keys.goTo(panel.getByRole('button', { name: 'all' }), 'Shift+Tab')
  await keys.press('Space')
  await keys.goTo(panel.getByRole('searchbox'))
  await page.keyboard.type('/g/COLLECT')
  await expect(rows).toHaveCount(1)

  await keys.goTo(panel.getByRole('tab', { name: 'Ledger' }), 'Shift+Tab')
  await keys.press('ArrowRight')
  await expect(panel.getByRole('tabpanel')).toContainText('analyticsnot answered')
  await keys.press('ArrowRight')
  await expect(panel.getByRole('tabpanel')).toContainText('None yet.')
  await visitor.decides(true)
  await expect(panel.getByRole('tabpanel')).toContainText('custom, by code')

  // `navigator.clipboard` is missing, as on a page without https.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await keys.goTo(panel.getByRole('button', { name: 'Copy as JSON' }))
  await keys.press('Enter')
  const field = panel.getByRole('textbox', { name: 'The ledger as JSON' })
  await expect(field).toBeFocused()
  const text = await field.inputValue()
  expect(await field.evaluate(area => (area as HTMLTextAreaElement).selectionEnd)).toBe(text.length)
  expect(text).not.toContain('secret')
  const { ledger, state } = JSON.parse(text)
  expect(state.granted).toEqual({ analytics: true })
  expect(ledger).toEqual(await ledgerOf(page))

  await keys.press('Escape')
  await expect(panel).toBeHidden()
  await expect(toggle).toBeFocused()
  await visitor.unmounts()
  await expect(toggle).toHaveCount(0)
  expect(await page.evaluate(() => window.noted)).toEqual([])
})
