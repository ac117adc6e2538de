import {
  type AnyConsent,
  attempt,
  type Consent,
  checkTexts,
  createConsent,
} from '@spaceone/consent-core'
import { heldMarkup } from '@spaceone/consent-gate'
import { VERSION } from '../version.ts'
import { startUi } from './load-ui.ts'
import { startOpenLinks } from './open-links.ts'
import { declaredLanguage, pageLanguage } from './page-language.ts'
import { tagOptions } from './tag-options.ts'
import { warn } from './warn.ts'

/** What a page hands to the global: called with the consent as soon as there is one. */
type Callback = (consent: AnyConsent) => void

/** The global `spaceoneConsent`: the page's one-line stub at first, then the consent itself. */
type Global = ((callback: Callback) => void) &
  Partial<Consent<string>> & {
    /** What was called before the SDK came. */
    q?: Iterable<readonly [Callback]>
    /** Only on the real one. */
    version?: string
  }

/**
 * Starts the SDK for the script element that brought it. Never throws: what is wrong is said once,
 * and everything optional stays off.
 */
export const startTag = (script: HTMLScriptElement): void => {
  const page = window as { spaceoneConsent?: Global }
  const earlier = page.spaceoneConsent instanceof Function ? page.spaceoneConsent : undefined
  if (earlier?.version) {
    console.warn('[SpaceONE Consent] consent.js is here twice')
    return
  }
  try {
    const options = tagOptions(script)
    checkTexts(options)
    const consent = createConsent({
      ...options,
      services: [
        heldMarkup(),
        { attach: startOpenLinks },
        { attach: attached => startUi(attached, script.src) },
      ],
    })
    const run = (callback: Callback) => void attempt(() => callback(consent))
    page.spaceoneConsent = Object.assign(run, consent, { version: VERSION })
    for (const call of earlier?.q ?? []) attempt(() => run(call[0]))
    if (!script.dataset['lang'] && !declaredLanguage())
      // `<body lang>` has not been read yet.
      document.addEventListener('DOMContentLoaded', () => consent.setLanguage(pageLanguage()))
  } catch (error) {
    warn(`data-${(error as Error).message}`)
  }
}
