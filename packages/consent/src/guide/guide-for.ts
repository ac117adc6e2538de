import { own } from '../shared/own.ts'
import { ADDRESSES } from './addresses.ts'
import { type BrowserId, BY_DEVICE } from './browser-id.ts'
import type { Guide, GuideOptions, GuideOverride, GuideStep } from './guide.ts'
import type { GuideTask, GuideText } from './guide-text.ts'
import { wayOut, webAddress } from './way-out.ts'

const IN_APP = /app$|talk|line|gram|book/

/**
 * Gives what a browser offers for accepting, blocking and deleting cookies.
 *
 * @returns Plain data. What we could not vouch for is a general sentence.
 * @example
 * guideFor(detectBrowser(navigator), text, {
 *   address: location.href,
 *   platform: detectPlatform(navigator),
 * })
 */
export const guideFor = (browser: BrowserId, text: GuideText, options: GuideOptions): Guide => {
  // By themselves, so that nothing that a page has put on Object.prototype is read.
  const address = own(options, 'address') ?? ''
  const platform = own(options, 'platform') ?? 'desktop'
  const overrides = own(options, 'overrides') ?? {}
  const url = webAddress(address)
  const hasAddOn = BY_DEVICE.test(browser)
  const isInApp = IN_APP.test(browser)
  const isRetired = browser === 'ie'
  const settings = own(ADDRESSES, browser)
  // Brave, Opera and others have one name everywhere; what is known of them is the desktop's.
  const isElsewhere = settings && platform !== 'desktop' && !hasAddOn
  const [name, help, ...lines] = own(text.rows, browser) ?? text.rows.other
  const { tasks = {}, ...better }: GuideOverride = Object.assign(
    Object.create(null),
    own(overrides, browser),
  )

  const steps = Object.entries(text.tasks).flatMap(([task, title], index): GuideStep[] => {
    const known = !isElsewhere && lines[index]
    const line = own(tasks, task) ?? (known || (index ? '' : ` | ${text.accepts}`))
    const [path, note] = line.replace('{host}', () => url?.hostname ?? '…').split(' | ')
    return line
      ? [{ task: task as GuideTask, title, path: path ? path.split(' > ') : [], note }]
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
        : steps.length < 5
          ? text.general
          : '',
    address: isElsewhere ? '' : settings,
    help,
    wayOut: url && isInApp ? wayOut(browser, platform, url) : '',
    analytics: hasAddOn ? `${text.refuse} ${text.addOn}` : text.refuse,
    googleOptOut: hasAddOn ? `https://tools.google.com/dlpage/gaoptout?hl=${text.language}` : '',
    checked: text.checked,
    legacy: isRetired,
    ...better,
  }
}
