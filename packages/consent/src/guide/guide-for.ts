import { ownProperty } from '../shared/own-properties.ts'
import type { GuideTask, GuideText } from '../words/guide-text.ts'
import { ADDRESSES, settingsAddress } from './addresses.ts'
import { type BrowserId, BY_DEVICE } from './browser-id.ts'
import type { Guide, GuideOptions, GuideOverride, GuideStep } from './guide.ts'
import { wayOut, webAddress } from './way-out.ts'

const IN_APP = /app$|talk|line|gram|book/

/**
 * Matches browsers that have one id on all platforms, and of which the guide knows only the
 * desktop's menus.
 */
const KNOWN_ON_DESKTOP = /^(whale|opera|brave|vivaldi|duckduckgo)$/

/**
 * Matches the tasks that accept, block or delete cookies. If the guide of a browser lacks one of
 * these tasks, the guide shows the text `general`, which says where to look.
 */
const USUAL = /^(accept|block|delete)/

/** The first iOS version that shows Safari's settings below "Apps". */
const FIRST_BELOW_APPS = 18

/**
 * Returns the steps and links of a browser for accepting, blocking and deleting cookies.
 *
 * @returns Plain data. A task that has no steps from a reliable source, no note and no settings
 *   address is left out. If it is one that accepts, blocks or deletes cookies, `sentence` says
 *   where to look. Outside apps, `accept` and `privateWindow` are not left out: a sentence takes
 *   the place of their steps.
 * @example guideFor(detectBrowser(navigator), text, { address: location.href, platform:
 *   detectPlatform(navigator), version: detectVersion(navigator), })
 */
export const guideFor = (browser: BrowserId, text: GuideText, options: GuideOptions): Guide => {
  // Read only own properties, so that a property on Object.prototype has no effect.
  const address = ownProperty(options, 'address') ?? ''
  const platform = ownProperty(options, 'platform') ?? 'desktop'
  const version = ownProperty(options, 'version') ?? FIRST_BELOW_APPS
  const overrides = ownProperty(options, 'overrides') ?? {}
  const url = webAddress(address)
  const hasAddOn = BY_DEVICE.test(browser)
  const isInApp = IN_APP.test(browser)
  const isRetired = browser === 'ie'
  const isElsewhere = platform !== 'desktop' && KNOWN_ON_DESKTOP.test(browser)
  const where = `${browser} ${platform}`
  const phone = /android|samsung/.test(where) ? 'android' : /ios/.test(where) && 'ios'
  const out = url && isInApp ? wayOut(browser, platform, url) : ''
  const [name, help, ...lines] = ownProperty(text.rows, browser) ?? text.rows.other
  const { tasks = {}, ...better }: GuideOverride = Object.assign(
    Object.create(null),
    ownProperty(overrides, browser),
  )

  const steps = Object.entries(text.tasks).flatMap(([key, title], index): GuideStep[] => {
    const task = key as GuideTask
    const given = ownProperty(tasks, task)
    const known =
      task === 'advertisingId' ? phone && text[task][phone] : !isElsewhere && lines[index]
    let line = given ?? (known || (isInApp ? '' : (text.rows.other[index + 2] ?? '')))
    if (version < FIRST_BELOW_APPS && browser === 'safari-ios' && given === undefined)
      line = line.replace(/ > [^>]+ >/, ' >')
    const settings = given === '' || isElsewhere ? undefined : settingsAddress(browser, task)
    const [path, note] = line.replace('{host}', () => url?.hostname ?? '…').split(' | ')
    return line || settings
      ? [{ task, title, path: path ? path.split(' > ') : [], note, address: settings }]
      : []
  })

  return {
    browser,
    name,
    steps,
    sentence: isRetired
      ? text.retired
      : isInApp
        ? text.inApp
        : steps.filter(({ task }) => USUAL.test(task)).length < 5
          ? text.general
          : '',
    address: isElsewhere ? '' : ownProperty(ADDRESSES, browser),
    help,
    wayOut: out,
    analytics: hasAddOn ? `${text.refuse} ${text.addOn}` : text.refuse,
    googleOptOut: hasAddOn ? `https://tools.google.com/dlpage/gaoptout?hl=${text.language}` : '',
    checked: text.checked,
    legacy: isRetired,
    ...better,
  }
}
