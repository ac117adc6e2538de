import { expect, type Page } from '@playwright/test'
import { bundleTag, openBundles } from '../support/bundles.ts'
import { STUB } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

const moduleOf = (name: string) => `
  import { createConsent, googleAnalytics } from '@spaceone/consent'
  import { mountConsentUi } from '@spaceone/consent/ui'
  const consent = createConsent({
    policy: { version: '1', url: '/privacy' },
    categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
  })
  mountConsentUi(consent)
  consent.whenGranted('analytics', () => { noted.push('${name} analytics') })
  window.${name} = consent`

const SCRIPT_TAG = `${STUB}<script>spaceoneConsent(consent => consent.whenGranted('analytics', () => { noted.push('spaceoneConsent analytics') }))</script>
  <script defer src="/consent/consent.js" data-policy-version="1" data-policy-url="/privacy" data-ga="G-TEST123"></script>`

const COPIES = { spaceoneConsent: SCRIPT_TAG, one: bundleTag('one'), two: bundleTag('two') }

type Name = keyof typeof COPIES

/** Opens a page with two copies of the SDK, which start in the order of the document. */
const open = (visitor: Visitor, names: readonly Name[]) =>
  openBundles(visitor, names.map(name => COPIES[name]).join(''), names, {
    one: moduleOf('one'),
    two: moduleOf('two'),
  })

const answers = (page: Page, names: readonly Name[]) =>
  page.evaluate<boolean[]>(`[${names}].map(copy => copy.isGranted('analytics'))`)

for (const [what, names, warnings, tag] of [
  ['the script tag first', ['spaceoneConsent', 'one'], [], '@full'],
  [
    'the npm package first',
    ['one', 'spaceoneConsent'],
    [expect.stringContaining('The npm package has created a consent')],
    '',
  ],
  ['two bundles of the npm package', ['one', 'two'], [], '@full'],
] as const)
  test(`copies of the SDK with equal options share one consent: one banner, one answer, one tag: ${what} [58]`, {
    tag: tag || [],
  }, async ({ visitor, page }) => {
    const host = page.locator('spaceone-consent')
    await open(visitor, names)
    await visitor.isAsked()
    await expect(host).toHaveCount(1)
    expect(await visitor.notes()).toEqual([])
    expect(await answers(page, names)).toEqual([false, false])

    await visitor.accepts()
    expect(await answers(page, names)).toEqual([true, true])
    const notes = names.map(name => `${name} analytics`)
    await expect.poll(async () => (await visitor.notes())?.sort()).toEqual(notes.sort())
    await expect.poll(visitor.events).toEqual(['page_view'])

    await visitor.opensSettings()
    await expect(visitor.switch('analytics')).toBeChecked()
    await expect(visitor.preferences).toHaveCount(1)
    await visitor.switch('analytics').setChecked(false)
    await visitor.save.click()
    expect(await answers(page, names)).toEqual([false, false])
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])
    await page.evaluate(`${names[1]}.acceptAll()`)
    expect(await answers(page, names)).toEqual([true, true])
    await visitor.settles()
    expect(visitor.site.scripts()).toHaveLength(1)

    await page.evaluate('one.destroy()')
    await page.evaluate(`${names[1]}.acceptAll()`)
    await page.evaluate(`${names[1]}.openPreferences()`)
    await visitor.sendsNothing(async () => {})
    await expect(host).toHaveCount(0)
    expect(await answers(page, names)).toEqual([false, false])
    expect(await page.evaluate('fetch.toString()')).toContain('[native code]')
    expect(visitor.faults).toEqual(warnings)
  })
