import { type AnyConsent, type ConsentOptions, createStore } from '../core/index.ts'
import { blockedMarkup } from '../gate/index.ts'
import { SHARED_KEY, type Shared } from '../npm/page-consents.ts'
import { isInvalid } from '../options/check-options.ts'
import { DATE } from '../options/forms.ts'
import { explainBy, warn } from '../options/warn.ts'
import { COOKIE_NAME } from '../shared/defaults.ts'
import { declaredLanguage, pageLanguage } from '../shared/languages.ts'
import { ownCopy } from '../shared/own-properties.ts'
import { dispatch, listen } from '../shared/platform.ts'
import type { TagViewOptions } from '../ui/index.ts'
import { startUi } from './load-ui.ts'
import { type Call, type Configuration, earlierGlobal, installGlobal } from './page-global.ts'
import { type Attributes, blockedOptions, readAttributes, tagOptions } from './tag-options.ts'

// The folder of `consent.js`. The build declares this variable, and tag.ts sets it.
declare const consentFolder: string

/** The event that `consent.js` with attributes dispatches on the document when it starts. */
const START_EVENT = 'spaceone-consent-start'

/**
 * Starts the SDK for its script element. After an error, warns; if there is no consent yet, nothing
 * can be granted, and all of Google stays blocked.
 *
 * @param script `null` if no element has the attributes, such as in a file that joins the scripts
 *   of a site. With `null` the function blocks Google until a copy with attributes starts, unless a
 *   copy has started already, or npm has a consent for the default cookie.
 * @throws The error of `block`, which runs after an earlier error, or of `readAttributes`.
 * @see https://github.com/wp-media/wp-rocket/blob/5fead124d68bc435445d77969f35a23ca0743af5/inc/Engine/Optimization/Minify/JS/Combine.php
 */
export const startTag = (script: HTMLScriptElement | null): void => {
  /** Loads a file from the folder of `consent.js`. */
  const load = async <Part>(file: string): Promise<Part> => import(consentFolder + file)
  explainBy(load<typeof import('./explain.ts')>)
  const attributes = script ? readAttributes(script) : ({} as Attributes)
  let calls: readonly Call[] = []
  let declared: NonNullable<Configuration['services']> = []
  let consent: AnyConsent | undefined
  /** The merged configurations of the page's calls of `spaceoneConsent`. */
  const given: Configuration = Object.create(null)
  /** Adds the configuration of a call. A function has no enumerable properties, so adds nothing. */
  const configure = (call: Call) => {
    Object.assign(given, ownCopy(call, given))
  }
  let unmount: (() => void) | undefined
  const mount = (attached: AnyConsent) => {
    unmount = startUi(attached, load, {
      __proto__: null,
      ...attributes,
      // The attribute's value is a whole number. The view inserts it into its styles as it is.
      zIndex: attributes['z-index'],
      texts: given.texts,
      guide: given.guide,
      configuration: given,
      nonce: script?.nonce,
    } as TagViewOptions)
    return () => {
      unmount?.()
      unmount = undefined
    }
  }
  /** Draws the view again with a configuration that the page has passed after the start. */
  const redraw = (call: Configuration) => {
    if (!unmount || !consent) return
    configure(call)
    if (call?.versions ?? call?.services) {
      warn('late-versions')
      // From now on the names of these services are known, and can be granted.
      ;(consent.options.services as object[]).push(...ownCopy(call.services ?? []))
      consent.refresh()
    }
    unmount()
    mount(consent)
  }
  /** Sets the global to a consent on which no method can grant anything. */
  const block = () =>
    installGlobal(createStore(blockedOptions(attributes), { isInvalid: true }), calls, true)

  try {
    const earlier = earlierGlobal()
    if (earlier?.version) {
      warn('loaded-twice')
      return
    }
    if (!script) {
      blockUntilStart(blockedOptions(attributes))
      return
    }
    dispatch(START_EVENT)
    calls = [...(earlier?.q ?? [])].map(([call]) => call)
    calls.forEach(configure)
    const { versions = [], texts = {} } = given
    if (
      attributes.isInvalid ||
      versions.some(({ effective }) => isInvalid('policy-versions', effective ?? '', DATE))
    ) {
      block()
      return
    }
    const added = Object.keys(texts)
    declared = ownCopy(calls.flatMap(call => (call as Configuration)?.services ?? []))
    const options = tagOptions(attributes, versions, added, load, declared, given.presets)
    const there = npmConsent(options)
    if (there) {
      warn('npm-first')
      if (options.restricted) there.restrict(true)
    }
    const services = [{ attach: mount }, blockedMarkup(), ...options.services]
    consent = there ?? createStore({ ...options, nonce: script.nonce, services })
    installGlobal(consent, calls, !there, redraw)
    if (!there && !attributes.lang && !declaredLanguage(added))
      // The `lang` of `<body>` is known only after parsing.
      listen('DOMContentLoaded', () => consent?.setLanguage(pageLanguage(added)))
  } catch (error) {
    // Calls of `spaceoneConsent` before the start may have invalid values.
    warn('not-started', error, declared)
    if (!consent) block()
  }
}

/** Returns the consent that the npm package created for the cookie of these options, if any. */
const npmConsent = ({ cookie }: ConsentOptions<string>): AnyConsent | undefined =>
  (globalThis as { [SHARED_KEY]?: Shared })[SHARED_KEY]?.consents.get(cookie?.name ?? COOKIE_NAME)

/**
 * Warns, and blocks Google until a copy with attributes starts, unless npm has a consent for the
 * cookie of these options.
 */
const blockUntilStart = (options: ConsentOptions<string>) => {
  if (npmConsent(options)) return
  // This code is a sentence, since beside a joined file there is no `explain.js`.
  warn('No data-policy-version: do not join consent.js with other scripts. Google is blocked.')
  listen(START_EVENT, createStore(options).destroy)
}
