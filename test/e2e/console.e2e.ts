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

/** A page with something in its address that is nobody's business. */
const SECRET = `${CONSOLE}/cost-report?token=secret`

const SCRIPTS = ['/gtag/js', '/gtm.js']

/** Script elements of Google's on the page, and whether they wait. */
const tags = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script[src*="googletagmanager.com"]')].map(
      ({ type }) => type,
    ),
  )

/** How often the page has said something to Google's tag. */
const told = (page: Page, command: string, what: string) =>
  page.evaluate(
    ([name, first]) =>
      (window.dataLayer ?? []).filter(entry => entry[0] === name && entry[1] === first).length,
    [command, what],
  )

/** Does something of which Google must not hear, and gives anything queued the time to leave. */
const unheard = async (page: Page, site: ConsoleSite, act: () => Promise<unknown>) => {
  const before = site.google.length
  await act()
  await page.waitForTimeout(SETTLED)
  expect(site.google.slice(before).map(({ url }) => url.href)).toEqual([])
}

/** What Google has been told of the query of a page. */
const secrets = ({ google }: ConsoleSite) =>
  google.map(({ url }) => url.href).filter(address => address.includes('secret'))

/** Opens the settings from the user's menu. */
const openSettings = async (page: Page) => {
  await page.locator('.account summary').click()
  await page.locator('.account .cookie-settings').click()
}

/**
 * Plays the console to somebody who is signed in.
 *
 * @param config What its operator has configured. @default ids and a consent block
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

test('without a consent block both wrappers start at once, as they always have', async ({
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

test('a visitor of the console is measured between the grant and the withdrawal alone [2, 23]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const { site, view, warnings, errors } = await openConsole(page)

  await test.step('before the grant nothing is requested, over several pages', async () => {
    await unheard(page, site, async () => {
      await page.goto(SECRET)
      await expect(view.banner).toBeVisible()
      await walk(page, 'Dashboard', 'Cost report', 'Dashboard')
    })
    expect(await tags(page)).toEqual(['text/plain', 'text/plain'])
    expect(await cookieNames(context)).toEqual([])
  })

  await test.step('after it exactly the two scripts, and the current page once', async () => {
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

  await test.step('after the withdrawal nothing is sent', async () => {
    await openSettings(page)
    await view.switch('analytics').setChecked(false)
    await unheard(page, site, async () => {
      await view.save.click()
      await walk(page, 'Dashboard', 'Cost report')
    })
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  })

  await test.step('a second grant goes on without a second start', async () => {
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

  await test.step('who comes back is not asked, and sends the current page once', async () => {
    const before = site.views().length
    await page.goto(SECRET)
    await expect.poll(() => site.views().slice(before)).toEqual([`${CONSOLE}/cost-report`])
    await page.waitForTimeout(SETTLED)
    expect(site.views().slice(before)).toHaveLength(1)
    await expect(view.banner).toHaveCount(0)
  })

  await test.step('what the tag sends by itself is without the query, too', async () => {
    // As on leaving, of which Chromium tells no route.
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

test('a container with a tag of its own in it waits and falls silent with the rest', async ({
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

test('a refusal keeps both wrappers out, also on the next page [2, 27]', {
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
  test(`ids that are "DISABLED" start nothing and ask nothing, ${name}`, async ({ page }) => {
    const { site, warnings, errors } = await openConsole(page, config)
    await unheard(page, site, async () => {
      await page.goto(SECRET)
      await walk(page, 'Dashboard')
    })
    expect(await tags(page)).toEqual([])
    await expect(page.locator('spaceone-consent, .cookie-settings')).toHaveCount(0)
    expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
  })

test('one id that is "DISABLED" leaves the other one behind the gate', async ({ page }) => {
  const { site, view } = await openConsole(page, { GTM_ID: 'DISABLED', CONSENT })
  await unheard(page, site, async () => {
    await page.goto(SECRET)
    await expect(view.banner).toBeVisible()
  })
  await view.acceptAll.click()
  await expect.poll(() => site.views()).toEqual([`${CONSOLE}/cost-report`])
  expect(site.loaded()).toEqual(['/gtag/js'])
})

test('who leaves Google Analytics out by itself sends no page view', async ({ page }) => {
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

test('the banner asks on the sign-in page, before there is a user', async ({ context, page }) => {
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

test('the foot of the sign-in page leads to the settings [22]', async ({ context, page }) => {
  await playConsole(context, { CONSENT })
  const view = new ConsentView(page)
  await page.goto(CONSOLE)
  await view.rejectAll.click()
  await page.locator('.sign-in footer .cookie-settings').click()
  await expect(view.preferences).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
})

test('by Tab the banner comes before the top bar, and the top bar is not covered [35, 38]', async ({
  page,
}) => {
  const { view } = await openConsole(page)
  const keys = new Keys(page)
  await page.goto(`${CONSOLE}/dashboard`)
  await expect(view.banner).toBeVisible()
  const way = await keys.goTo(page.locator('.top-bar .brand'))
  expect(way.slice(-3)).toEqual([
    'button#reject-all Reject all',
    'button#accept-all Accept all',
    'a Cloud Console',
  ])
  const isUncovered = await page.locator('.top-bar .account summary').evaluate(element => {
    const { left, top } = element.getBoundingClientRect()
    return document.elementFromPoint(left + 4, top + 4) === element
  })
  expect(isUncovered).toBe(true)
})

test('the composable lets go of the store with its component, in Vue 2.7', async ({ page }) => {
  await openConsole(page)
  await page.goto(`${CONSOLE}/cost-report`)
  /** How many follow the state. */
  const followers = () =>
    page.locator('.console').evaluate(element => {
      const { __vue__ } = element as unknown as {
        __vue__: { $root: { _provided: { consent: { $state: { lc: number } } } } }
      }
      return __vue__.$root._provided.consent.$state.lc
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

test('the preferences stand above the modal of the console, and give the focus back to it [36]', async ({
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

test('the one language switch of the console redraws banner and preferences [14]', async ({
  page,
}) => {
  const { view } = await openConsole(page)
  await page.goto(`${CONSOLE}/dashboard`)
  await expect(view.rejectAll).toHaveText('Reject all')
  await page.locator('.language').selectOption('ko')
  await expect(view.rejectAll).toHaveText('모두 거부')
  await expect(view.banner.getByRole('link')).toHaveAttribute('href', `${CONSOLE}/policy/ko`)
  expect(await page.evaluate(() => [document.body.lang, document.documentElement.lang])).toEqual([
    'ko',
    '',
  ])
  await page.locator('.language').selectOption('ja')
  await expect(view.rejectAll).toHaveText('すべて拒否')
  await view.openPreferences.click()
  await expect(view.save).toHaveText('選択を保存')
})

test('<base href="/"> and the reset stylesheet hurt nothing', async ({ page }) => {
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

test("a snapshot that a store of Vue's has made reactive stays what it was", async ({ page }) => {
  const { view } = await openConsole(page)
  await page.goto(`${CONSOLE}/dashboard`)
  await expect(view.banner).toBeVisible()
  /** What the pinia store holds, beside what the consent gives. */
  const held = () =>
    page.evaluate(() => {
      const root = document.querySelector('.console') as unknown as {
        __vue__: {
          $pinia: { state: { value: { session: { consent: object } } } }
          $root: { _provided: { consent: { $state: { get(): object } } } }
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
        isSame: consent === $root._provided.consent.$state.get(),
        isIntact: isIntact(consent),
        granted: JSON.stringify((consent as { granted: object }).granted),
      }
    })
  expect(await held()).toEqual({ isSame: true, isIntact: true, granted: '{"analytics":false}' })
  await view.acceptAll.click()
  expect(await held()).toEqual({ isSame: true, isIntact: true, granted: '{"analytics":true}' })
})

test('the composable works in Vue 3 as it is', async ({ context, page }) => {
  const site = await playConsole(context)
  await page.goto(`${CONSOLE}/vue-3.html`)
  await expect(page.locator('output')).toHaveText('denied')
  await page.getByText('Allow').click()
  await expect(page.locator('output')).toHaveText('granted')
  await page.getByText('Refuse').click()
  await expect(page.locator('output')).toHaveText('denied')
  expect(site.outside).toEqual([])
})

test('a banner of the console’s own needs the store alone', async ({ context, page }) => {
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
