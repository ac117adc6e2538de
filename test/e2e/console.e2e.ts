import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import {
  CONSENT,
  CONSOLE,
  type ConsoleSite,
  DISABLED,
  playConsole,
  SETTLED,
  signedIn,
  walk,
} from '../support/console-site.ts'
import { Keys } from '../support/keys.ts'
import { cookieNames, listen } from '../support/observe.ts'

/** A console address with private data in its query, which must not reach Google. */
const SECRET = `${CONSOLE}/cost-report?token=secret`

const SCRIPTS = ['/gtag/js', '/gtm.js']

/** Returns the page's script elements for Google's tags, and whether each is blocked. */
const tags = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script[src*="googletagmanager.com"]')].map(
      ({ type }) => type,
    ),
  )

/** Returns how many commands the page has put into Google's data layer. */
const told = (page: Page, command: string, what: string) =>
  page.evaluate(
    ([name, first]) =>
      (window.dataLayer ?? []).filter(entry => entry[0] === name && entry[1] === first).length,
    [command, what],
  )

/**
 * Triggers events that must not reach Google, then waits until a queued event would have been sent.
 */
const unheard = async (page: Page, site: ConsoleSite, act: () => Promise<unknown>) => {
  const before = site.google.length
  await act()
  await page.waitForTimeout(SETTLED)
  expect(site.google.slice(before).map(({ url }) => url.href)).toEqual([])
}

/** Returns every query string of a console page that Google's stand-in has received. */
const secrets = ({ google }: ConsoleSite) =>
  google.map(({ url }) => url.href).filter(address => address.includes('secret'))

/** Opens the cookie settings from the user menu of the console. */
const openSettings = async (page: Page) => {
  await page.locator('.account summary').click()
  await page.locator('.account .cookie-settings').click()
}

/**
 * Opens the console as a signed-in user.
 *
 * @param config The console's production configuration. @default both ids and a consent block
 */
const openConsole = async (
  page: Page,
  config: Record<string, unknown> = { CONSENT },
  container?: 'with a tag',
) => {
  await signedIn(page.context())
  const site = await playConsole(page.context(), config, container)
  return { site, view: new ConsentView(page), ...listen(page) }
}

test('without a consent block in the configuration vue-gtag and vue2-gtm start at once, as they did before the SDK', async ({
  page,
}) => {
  const { site, warnings, errors } = await openConsole(page, {})
  await page.goto(SECRET)
  await expect.poll(() => site.loaded()).toEqual(SCRIPTS)
  await expect.poll(() => site.views()).toEqual([SECRET])
  await expect(page.locator('spaceone-consent, .own-banner, .cookie-settings')).toHaveCount(0)
  expect(await tags(page)).toEqual(['', ''])
  expect(await page.evaluate(() => `${window.fetch}`)).toContain('[native code]')
  await walk(page, 'Dashboard')
  await expect.poll(() => site.views().slice(1)).toEqual([`${CONSOLE}/dashboard`])
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})

test('the console measures a visitor only between the grant and the withdrawal [2, 23]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const { site, view, warnings, errors } = await openConsole(page)

  await test.step('before the grant no page sends a request to Google', async () => {
    await unheard(page, site, async () => {
      await page.goto(SECRET)
      await expect(view.banner).toBeVisible()
      await walk(page, 'Dashboard', 'Cost report', 'Dashboard')
    })
    expect(await tags(page)).toEqual(['text/plain', 'text/plain'])
    expect(await cookieNames(context)).toEqual([])
  })

  await test.step('after the grant the two scripts are requested, and the current page is sent once', async () => {
    await view.acceptAll.click()
    await expect.poll(() => site.views()).toEqual([`${CONSOLE}/dashboard`])
    await page.waitForTimeout(SETTLED)
    expect(site.loaded()).toEqual(SCRIPTS)
    expect(site.events()).toEqual(['page_view'])
    expect(site.google.filter(({ url }) => url.searchParams.has('gcs'))).toHaveLength(1)
    expect(await cookieNames(context)).toEqual(['_ga', '_ga_CONSOLE2024', 'spaceone_consent'])
  })

  await test.step('each later page is sent without its query', async () => {
    await walk(page, 'Cost report')
    await expect.poll(() => site.views().at(-1)).toBe(`${CONSOLE}/cost-report`)
    expect(site.views()).toHaveLength(2)
    expect(secrets(site)).toEqual([])
  })

  await test.step('after the withdrawal no event is sent', async () => {
    await openSettings(page)
    await view.switch('analytics').setChecked(false)
    await unheard(page, site, async () => {
      await view.save.click()
      await walk(page, 'Dashboard', 'Cost report')
    })
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  })

  await test.step('after a second grant events are sent again, and no script is loaded twice', async () => {
    const before = site.views().length
    await openSettings(page)
    await view.switch('analytics').setChecked(true)
    await view.save.click()
    await expect.poll(() => site.views().slice(before)).toEqual([`${CONSOLE}/cost-report`])
    await walk(page, 'Dashboard')
    await expect.poll(() => site.views().slice(before).at(-1)).toBe(`${CONSOLE}/dashboard`)
    expect(site.loaded()).toEqual(SCRIPTS)
    expect(await tags(page)).toHaveLength(2)
    expect(await told(page, 'config', 'G-CONSOLE2024')).toBe(1)
  })

  await test.step('a returning visitor is not asked, and the current page is sent once', async () => {
    const before = site.views().length
    await page.goto(SECRET)
    await expect.poll(() => site.views().slice(before)).toEqual([`${CONSOLE}/cost-report`])
    await page.waitForTimeout(SETTLED)
    expect(site.views().slice(before)).toHaveLength(1)
    await expect(view.banner).toHaveCount(0)
  })

  await test.step("events that Google's tag sends by itself carry no query either", async () => {
    // Google's tag sends an event when the visitor leaves. Playwright's routes do not see such
    // requests in Chromium.
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    await expect.poll(() => site.events().at(-1)).toBe('user_engagement')
    expect(secrets(site)).toEqual([])
  })

  expect({ outside: site.outside, warnings, errors }).toEqual({
    outside: [],
    warnings: [],
    errors: [],
  })
})

test('a Tag Manager container that contains another tag is blocked before the grant and silent after the withdrawal', async ({
  context,
  page,
}) => {
  const { site, view } = await openConsole(page, { CONSENT }, 'with a tag')
  await unheard(page, site, async () => {
    await page.goto(`${CONSOLE}/dashboard`)
    await expect(view.banner).toBeVisible()
    await walk(page, 'Cost report')
  })
  await view.acceptAll.click()
  await expect.poll(() => site.loaded()).toEqual(['/gtag/js', ...SCRIPTS])
  await expect.poll(() => site.views()).toEqual([`${CONSOLE}/cost-report`])
  await expect
    .poll(() => site.google.map(({ url }) => url.searchParams.get('tid')))
    .toContain('G-WRAPPED')
  await page.waitForTimeout(SETTLED)
  await openSettings(page)
  await view.switch('analytics').setChecked(false)
  await unheard(page, site, async () => {
    await view.save.click()
    await walk(page, 'Dashboard')
  })
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})

test('after a refusal neither vue-gtag nor vue2-gtm starts, on this page or on the next [2, 27]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const { site, view } = await openConsole(page)
  await unheard(page, site, async () => {
    await page.goto(SECRET)
    await view.rejectAll.click()
    await walk(page, 'Dashboard')
    await page.goto(`${CONSOLE}/dashboard`)
    await expect(page.locator('h1')).toHaveText('Dashboard')
    await expect(view.banner).toHaveCount(0)
  })
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})

for (const [name, config] of Object.entries({
  'without a consent block': DISABLED,
  'with one': { ...DISABLED, CONSENT },
}))
  test(`ids with the value "DISABLED" start no tag and show no banner: ${name}`, async ({
    page,
  }) => {
    const { site, warnings, errors } = await openConsole(page, config)
    await unheard(page, site, async () => {
      await page.goto(SECRET)
      await walk(page, 'Dashboard')
    })
    expect(await tags(page)).toEqual([])
    await expect(page.locator('spaceone-consent, .cookie-settings')).toHaveCount(0)
    expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
  })

test('when one id is "DISABLED" the gate still blocks the tag of the other id', async ({
  page,
}) => {
  const { site, view } = await openConsole(page, { GTM_ID: 'DISABLED', CONSENT })
  await unheard(page, site, async () => {
    await page.goto(SECRET)
    await expect(view.banner).toBeVisible()
  })
  await view.acceptAll.click()
  await expect.poll(() => site.views()).toEqual([`${CONSOLE}/cost-report`])
  expect(site.loaded()).toEqual(['/gtag/js'])
})

test('a visitor who switches off Google Analytics alone sends no page view', async ({ page }) => {
  const { site, view } = await openConsole(page)
  await page.goto(SECRET)
  await view.openPreferences.click()
  await view.switch('analytics').setChecked(true)
  await view.switch('analytics-0').setChecked(false)
  await view.save.click()
  await expect.poll(() => site.loaded()).toEqual(['/gtm.js'])
  await walk(page, 'Dashboard')
  await page.waitForTimeout(SETTLED)
  expect(site.loaded()).toEqual(['/gtm.js'])
  expect(site.views()).toEqual([])
})

test('the banner asks on the sign-in page, before any user has signed in', async ({
  context,
  page,
}) => {
  const site = await playConsole(context, { CONSENT })
  const view = new ConsentView(page)
  await unheard(page, site, async () => {
    await page.goto(SECRET)
    await expect(page).toHaveURL(/\/sign-in\?nextPath=/)
    await expect(view.banner).toBeVisible()
  })
  await view.acceptAll.click()
  await expect.poll(() => site.views()).toEqual([`${CONSOLE}/sign-in`])
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.poll(() => site.views().at(-1)).toBe(`${CONSOLE}/cost-report`)
  expect(site.views()).toHaveLength(2)
  expect(secrets(site)).toEqual([])
})

test('a link at the bottom of the sign-in page opens the settings [22]', async ({
  context,
  page,
}) => {
  await playConsole(context, { CONSENT })
  const view = new ConsentView(page)
  await page.goto(CONSOLE)
  await view.rejectAll.click()
  await page.locator('.sign-in footer .cookie-settings').click()
  await expect(view.preferences).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
})

test('by Tab the banner comes before the top bar of the console, and does not cover the top bar [35, 38]', async ({
  page,
}) => {
  const { view } = await openConsole(page)
  const keys = new Keys(page)
  await page.goto(`${CONSOLE}/dashboard`)
  await expect(view.banner).toBeVisible()
  const way = await keys.goTo(page.locator('.top-bar .brand'))
  expect(way.slice(-3)).toEqual([
    'button#reject-all Reject',
    'button#accept-all Accept',
    'a Cloud Console',
  ])
  const isUncovered = await page.locator('.top-bar .account summary').evaluate(element => {
    const { left, top } = element.getBoundingClientRect()
    return document.elementFromPoint(left + 4, top + 4) === element
  })
  expect(isUncovered).toBe(true)
})

test('the composable unsubscribes from the store when its component is destroyed, in Vue 2.7', async ({
  page,
}) => {
  await openConsole(page)
  await page.goto(`${CONSOLE}/cost-report`)
  /** Returns how many subscribers the store's state has. */
  const followers = () =>
    page.locator('.console').evaluate(element => {
      const { __vue__ } = element as unknown as {
        __vue__: { $root: { _provided: Record<symbol, { $state: { lc: number } } | undefined> } }
      }
      return __vue__.$root._provided[Symbol.for('@spaceone/consent')]?.$state.lc ?? Number.NaN
    })
  await expect(page.locator('spaceone-consent')).toHaveCount(1)
  const before = await followers()
  await page.locator('.report-settings').click()
  await expect(page.locator('.modal output')).toHaveText('not allowed')
  expect(await followers()).toBe(before + 1)
  await page.keyboard.press('Escape')
  await expect(page.locator('.modal')).toHaveCount(0)
  expect(await followers()).toBe(before)
})

test('the preferences appear above an open modal of the console, and return the focus to the modal when closed [36]', async ({
  page,
}) => {
  const { view } = await openConsole(page)
  await page.goto(`${CONSOLE}/cost-report`)
  await view.rejectAll.click()
  await page.locator('.report-settings').click()
  const modal = page.locator('.modal')
  await expect(modal.locator('output')).toHaveText('not allowed')
  expect(await page.locator('.modal-mask').evaluate(mask => getComputedStyle(mask).zIndex)).toBe(
    '9998',
  )
  await modal.locator('.cookie-settings').click()
  await expect(view.preferences).toBeVisible()
  const isOnTop = await view.save.evaluate(button => {
    const { left, top, width, height } = button.getBoundingClientRect()
    const root = button.getRootNode() as ShadowRoot
    return root.elementFromPoint(left + width / 2, top + height / 2) === button
  })
  expect(isOnTop).toBe(true)
  await view.switch('analytics').setChecked(true)
  await view.save.click()
  await expect(modal.locator('output')).toHaveText('allowed')
  await expect(modal.locator('.cookie-settings')).toBeFocused()
})

test("the console's language switch redraws the banner and the preferences in the new language [14]", async ({
  page,
}) => {
  const { view } = await openConsole(page)
  await page.goto(`${CONSOLE}/dashboard`)
  await expect(view.rejectAll).toHaveText('Reject')
  await page.locator('.language').selectOption('ko')
  await expect(view.rejectAll).toHaveText('거부')
  await expect(view.banner.getByRole('link')).toHaveAttribute('href', `${CONSOLE}/policy/ko`)
  expect(await page.evaluate(() => [document.body.lang, document.documentElement.lang])).toEqual([
    'ko',
    '',
  ])
  await page.locator('.language').selectOption('ja')
  await expect(view.rejectAll).toHaveText('拒否')
  await view.openPreferences.click()
  await expect(view.save).toHaveText('選択を保存')
})

test('<base href="/"> and a CSS reset of the page break neither addresses of files nor the look', async ({
  page,
}) => {
  const { view, errors } = await openConsole(page)
  await page.goto(`${CONSOLE}/cost-report`)
  await view.openPreferences.click()
  await view.openGuide.click()
  await expect(view.guide).toBeVisible()
  await view.back.click()
  await view.close.click()
  await expect(view.banner).toBeVisible()
  expect(page.url()).toBe(`${CONSOLE}/cost-report`)
  const { lineHeight, wordBreak, letterSpacing } = await view.banner.evaluate(banner => {
    const { lineHeight, wordBreak, letterSpacing } = getComputedStyle(banner)
    return { lineHeight, wordBreak, letterSpacing }
  })
  expect(lineHeight).not.toBe('16.8px')
  expect({ wordBreak, letterSpacing }).toEqual({ wordBreak: 'normal', letterSpacing: 'normal' })
  expect(errors).toEqual([])
})

test('a state snapshot put into a reactive pinia store keeps its values and stays frozen', async ({
  page,
}) => {
  const { view } = await openConsole(page)
  await page.goto(`${CONSOLE}/dashboard`)
  await expect(view.banner).toBeVisible()
  /** The pinia store's own fields, in addition to the consent's state. */
  const inPinia = () =>
    page.evaluate(() => {
      const root = document.querySelector('.console') as unknown as {
        __vue__: {
          $pinia: { state: { value: { session: { consent: object } } } }
          $root: { _provided: Record<symbol, { $state: { get(): object } } | undefined> }
        }
      }
      const { $pinia, $root } = root.__vue__
      const { consent } = $pinia.state.value.session
      const isIntact = (value: unknown): boolean =>
        typeof value !== 'object' ||
        value === null ||
        (Object.isFrozen(value) &&
          !('__ob__' in value) &&
          Object.values(Object.getOwnPropertyDescriptors(value)).every(
            ({ get, value: inner }) => !get && isIntact(inner),
          ))
      return {
        isSame: consent === $root._provided[Symbol.for('@spaceone/consent')]?.$state.get(),
        isIntact: isIntact(consent),
        granted: JSON.stringify((consent as { granted: object }).granted),
      }
    })
  expect(await inPinia()).toEqual({ isSame: true, isIntact: true, granted: '{"analytics":false}' })
  await view.acceptAll.click()
  expect(await inPinia()).toEqual({ isSame: true, isIntact: true, granted: '{"analytics":true}' })
})

test('the composable of the console works unchanged in Vue 3', async ({ context, page }) => {
  const site = await playConsole(context)
  await page.goto(`${CONSOLE}/vue-3.html`)
  await expect(page.locator('output')).toHaveText('denied')
  await page.getByText('Allow').click()
  await expect(page.locator('output')).toHaveText('granted')
  await page.getByText('Refuse').click()
  await expect(page.locator('output')).toHaveText('denied')
  expect(site.outside).toEqual([])
})

test('a banner that the console draws itself needs only the store', async ({ context, page }) => {
  const { site, warnings, errors } = await openConsole(page, {
    CONSENT: { ...CONSENT, ownBanner: true },
  })
  const banner = page.locator('.own-banner')
  await unheard(page, site, async () => {
    await page.goto(SECRET)
    await expect(banner).toBeVisible()
    await walk(page, 'Dashboard')
  })
  await expect(page.locator('spaceone-consent')).toHaveCount(0)

  await page.locator('.language').selectOption('ko')
  await expect(banner.getByRole('link')).toHaveText('개인정보 처리방침')
  await expect(banner.getByRole('link')).toHaveAttribute('href', `${CONSOLE}/policy/ko`)
  await page.locator('.language').selectOption('en')

  await banner.getByText('Yes').click()
  await expect(banner).toHaveCount(0)
  await expect.poll(() => site.views()).toEqual([`${CONSOLE}/dashboard`])
  expect(site.loaded()).toEqual(SCRIPTS)

  await openSettings(page)
  await expect(banner.getByText('No', { exact: true })).toBeFocused()
  await banner.getByText('May Google count').click()
  await expect(banner).toBeVisible()
  await unheard(page, site, async () => {
    await banner.getByText('No', { exact: true }).click()
    await walk(page, 'Cost report')
  })
  await expect(banner).toHaveCount(0)
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})
