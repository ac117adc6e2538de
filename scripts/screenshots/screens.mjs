// @ts-check
import { addPlaceholder } from './add-placeholder.mjs'
import { doubleText } from './double-text.mjs'

/** @typedef {import('./open-visit.mjs').Visit} Visit */

/**
 * Brings a visit to a screen, and says what is to be pictured of it.
 *
 * @typedef {((visit: Visit) => Promise<import('./take-picture.mjs').Shown>) & { zoom?: number }} Screen
 * `zoom`: how many pixels of the picture one CSS pixel takes. Default 1.
 */

/** @param {Visit} visit */
const showBanner = async ({ go, find }) => {
  await go()
  await find('banner').waitFor()
}

/** @param {Visit} visit */
const showPreferences = async visit => {
  await showBanner(visit)
  await visit.find('open-preferences').click()
  await visit.find('preferences').waitFor()
}

/**
 * Answers the banner and comes again, so that the answer's message is gone.
 *
 * @param {Visit} visit
 * @param {'accept-all' | 'reject-all'} answer
 * @param {string} [page] Where to come to.
 */
const comeAgain = async (visit, answer, page) => {
  await showBanner(visit)
  await visit.find(answer).click()
  await visit.find('banner').waitFor({ state: 'detached' })
  await visit.go(page)
}

/**
 * Makes a screen of what an attribute of the script tag changes.
 *
 * @param {string} attribute
 * @param {Screen} show
 * @returns {Screen}
 */
const withAttribute = (attribute, show) => visit => {
  visit.addToTag(attribute)
  return show(visit)
}

/**
 * Makes a screen of what a browser's own zoom changes: the window has fewer CSS pixels then.
 *
 * @param {number} zoom
 * @param {Screen} show
 * @returns {Screen}
 */
const zoomed = (zoom, show) =>
  Object.assign(
    async (/** @type {Visit} */ visit) =>
      visit.setting.width === '320' ? { absent: 'at 320: a phone has no page zoom' } : show(visit),
    { zoom },
  )

/**
 * Lets the visitor have answered before: accepted everything, under this policy.
 *
 * @param {Visit} visit
 * @param {object} [record] What is otherwise in the record.
 */
const answeredBefore = async ({ page, setting }, record) => {
  const now = Math.floor(Date.now() / 1000)
  const whole = {
    ...{ v: 1, p: '2024-01-18', l: setting.language, t: now - 3600, e: now + 3600 },
    ...{ c: { analytics: 1 }, m: 'accept', s: 'banner', n: 1 },
    ...record,
  }
  const value = Buffer.from(JSON.stringify(whole)).toString('base64url')
  await page.addInitScript(cookie => {
    if (!document.cookie.includes('spaceone_consent=')) document.cookie = cookie
  }, `spaceone_consent=${value};path=/`)
}

/**
 * Makes a screen of the banner as somebody sees it who is asked again.
 *
 * @param {object} [record] What was answered before.
 * @returns {Screen}
 */
const askedAgain = record => async visit => {
  await answeredBefore(visit, record)
  await showBanner(visit)
}

/**
 * Opens the record of somebody who has made four choices.
 *
 * @param {Visit} visit
 */
const showRecord = async visit => {
  await comeAgain(visit, 'reject-all')
  await visit.page.evaluate(() => {
    const { spaceoneConsent } = /** @type {any} */ (window)
    for (const isYes of [true, false, true]) spaceoneConsent.decide({ analytics: isYes })
  })
  await visit.page.locator('footer [data-consent-open]').click()
  await visit.page.locator('#record > summary').click()
  await visit.find('ask-erase').click()
  await visit.find('erase').evaluate(element => element.scrollIntoView({ block: 'center' }))
}

/** What the privacy page has of ours. */
const BLOCKS = [
  'data-consent-guide',
  'data-consent-preferences',
  'data-consent-status',
  'data-consent-cookies',
]

/**
 * Makes a screen of one element of the privacy page.
 *
 * @param {string} attribute By which the page marks the place.
 * @returns {Screen}
 */
const block = attribute => async visit => {
  await comeAgain(visit, 'accept-all', 'privacy.html')
  // All of them, or the page still moves.
  for (const kind of BLOCKS) await visit.page.locator(`[${kind}] spaceone-consent-block`).waitFor()
  return visit.page.locator(`[${attribute}]`)
}

/**
 * Every screen: its name, and how to get there on a new visit.
 *
 * @type {Record<string, Screen>}
 */
export const SCREENS = {
  banner: showBanner,
  'banner-details': async visit => {
    await showBanner(visit)
    await visit.find('banner').locator('summary').click()
  },
  preferences: showPreferences,
  'preferences-after-choice': async visit => {
    await comeAgain(visit, 'accept-all')
    await visit.page.locator('footer [data-consent-open]').click()
    await visit.find('preferences').waitFor()
  },
  'asked-again-outdated': askedAgain({ p: '2022-12-30' }),
  'asked-again-expired': askedAgain({ t: 1_700_000_000, e: 1_715_552_000 }),
  'asked-again-new-purpose': withAttribute('data-categories="marketing"', askedAgain()),
  'add-on': async visit => {
    await visit.page.addInitScript(() =>
      Object.assign(window, { _gaUserPrefs: { ioo: () => true } }),
    )
    await visit.go()
    await visit.page.locator('footer [data-consent-open]').click()
    await visit.find('preferences').waitFor()
  },
  record: showRecord,
  'record-list': async visit => {
    await showRecord(visit)
    await visit.page.locator('#record').evaluate(element => element.scrollIntoView())
  },
  erased: async visit => {
    await showRecord(visit)
    await visit.find('erase').click()
    await visit.find('erased').waitFor()
  },
  toast: async visit => {
    await showPreferences(visit)
    await visit.find('save').click()
    await visit.find('dismiss').waitFor()
  },
  placeholder: async visit => {
    visit.changePage(addPlaceholder(visit.setting.language))
    await comeAgain(visit, 'reject-all')
    const box = visit.page.locator('spaceone-consent-placeholder')
    await box.locator('#allow').waitFor()
    await box.evaluate(element => element.scrollIntoView({ block: 'center' }))
  },
  'forced-colors-banner': async visit => {
    await visit.page.emulateMedia({ forcedColors: 'active' })
    await showBanner(visit)
  },
  'forced-colors-preferences': async visit => {
    await visit.page.emulateMedia({ forcedColors: 'active' })
    await showPreferences(visit)
  },
  'text-200': async visit => {
    await showBanner(visit)
    await doubleText(visit.page)
  },
  'text-200-preferences': async visit => {
    await showPreferences(visit)
    await doubleText(visit.page)
  },
  'zoom-200': zoomed(2, showBanner),
  privacy: async visit => {
    await comeAgain(visit, 'reject-all', 'privacy.html')
    return 'whole page'
  },
  guide: async visit => {
    await showPreferences(visit)
    await visit.find('open-guide').click()
    await visit.find('guide').waitFor()
  },
  ...Object.fromEntries(BLOCKS.map(name => [name.replace('data-consent', 'block'), block(name)])),
  'card-left': withAttribute('data-position="left"', showBanner),
  'card-right': withAttribute('data-position="right"', showBanner),
  inline: withAttribute('data-position="inline"', async visit => {
    visit.changePage(html => html.replace(/<main[^>]*>/, '$&<div data-consent-banner></div>'))
    await showBanner(visit)
    await visit.find('banner').evaluate(element => element.scrollIntoView({ block: 'center' }))
  }),
  'settings-button': withAttribute('data-button="right"', async visit => {
    await comeAgain(visit, 'accept-all')
    await visit.find('settings').waitFor()
  }),
}
