import { expect, type Page } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { SDK_WAYS } from '../support/sdk-page.ts'
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

const CHAT = `document.cookie = 'chat_id=1; path=/'; localStorage.setItem('chat-open', '1')`

/** A page that loads a chat and a survey, and has a field for what is copied. */
const LOADS_TWO = `<textarea id="field"></textarea>
<script>
  addEventListener('DOMContentLoaded', () => {
    for (const address of ['https://cdn.chat.test/a.js', 'https://survey.co.kr/b.js'])
      document.body.append(Object.assign(document.createElement('script'), { src: address }))
  })
</script>`

for (const way of SDK_WAYS)
  test(`${way}: a developer copies what was let through without a rule as declarations, which block it once they are pasted`, {
    tag: way === 'npm' ? '@full' : [],
  }, async ({ visitor, page, context, browserName }) => {
    if (browserName === 'chromium') await context.grantPermissions(['clipboard-write'])
    const requested: string[] = []
    await context.route(/\/(a|b)\.js$/, route => {
      requested.push(route.request().url())
      const body = route.request().url().endsWith('a.js') ? CHAT : ''
      return route.fulfill({ contentType: 'text/javascript', body })
    })
    const { keys } = visitor
    const { toggle, panel, rows } = inspectorOf(page)
    const button = panel.getByRole('button', { name: 'Copy as declarations' })
    const debug = {
      ...{ way, body: LOADS_TWO, attributes: 'data-debug' },
      policy: "{ version: '1' }, debug: true",
    }
    await visitor.opens(debug)
    await expect.poll(() => context.cookies().then(all => all.length)).toBe(1)
    await expect.poll(() => requested.length).toBe(2)
    await toggle.click()
    await expect(rows.filter({ hasText: 'survey.co.kr' })).toContainText('no rule matches')
    await keys.goTo(button)
    await keys.press('Enter')
    await expect(panel.getByRole('status')).toHaveText('Copied')
    await page.locator('#field').focus()
    await page.keyboard.press('Control+V')
    const text = await page.locator('#field').inputValue()
    const declared = text.match(/(?<=^ {2})(name|addresses|cookies|storage): .*(?=,)/gm)
    expect(declared).toEqual([
      ...["name: 'chat.test'", "addresses: ['cdn.chat.test']", "cookies: ['chat_id']"],
      ...["storage: ['chat-open']", "name: 'survey.co.kr'", "addresses: ['survey.co.kr']"],
      'cookies: []',
    ])

    await context.clearCookies()
    requested.length = 0
    await visitor.opens({
      ...{ ...debug, services: `[${text}]` },
      ...(way === 'script tag' && { options: `{ services: [${text}] }` }),
    })
    await visitor.isAsked()
    await visitor.settles()
    forbid('requests of what was pasted', requested)
    expect(await context.cookies()).toEqual([])
    await toggle.click()
    const survey = rows.filter({ hasText: 'survey.co.kr' }).first()
    await expect(survey).toContainText('rule survey.co.kr')
    await expect(survey).toContainText('waits for a grant of analytics')
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(/^Nothing to declare/)
    expect(visitor.faults).toEqual([])
  })
