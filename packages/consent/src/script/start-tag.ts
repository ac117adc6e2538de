import { type AnyConsent, type Consent, createConsent, type PolicyOptions } from '../core/index.ts'
import { blockedMarkup } from '../gate/index.ts'
import { npmConsent } from '../npm/page-consents.ts'
import { isInvalid } from '../options/check-options.ts'
import { DATE } from '../options/forms.ts'
import { warn } from '../options/warn.ts'
import { attempt } from '../shared/attempt.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import { VERSION } from '../shared/version.ts'
import type { ConsentUiOptions } from '../ui/index.ts'
import { loadExplanations } from './load-explanations.ts'
import { startUi } from './load-ui.ts'
import { nameUnknown } from './name-unknown.ts'
import { declaredLanguage, pageLanguage } from './page-language.ts'
import { type Attributes, blockedOptions, readAttributes, tagOptions } from './tag-options.ts'

// Declared by the build: the folder of `consent.js`, which tag.ts sets.
declare const consentFolder: string

/** A function that the page passes to the global. The SDK calls the function with the consent. */
type Callback = (consent: AnyConsent) => void

/** The options that the attributes of the script tag cannot express. */
type Configuration = Pick<ConsentUiOptions, 'texts' | 'guide'> & Pick<PolicyOptions, 'versions'>

/** The global `spaceoneConsent`: first the page's one-line stub, then the consent. */
type Global = ((call: Callback | Configuration) => void) &
  Partial<Consent<string>> & {
    /** The calls made before the SDK was loaded. */
    q?: Iterable<readonly [Callback | Configuration]>
    /** The version of the SDK. Missing when the consent was created by the npm package. */
    version?: string
  }

/** Dispatched on the document when a copy of `consent.js` with attributes starts. */
const START_EVENT = 'spaceone-consent-start'

/**
 * Starts the SDK for its script element. An error is explained once, and all optional services stay
 * blocked.
 *
 * @param script `null` where no element has the attributes, such as in a file that joins the scripts
 *   of a site. Google is then blocked until a copy with attributes starts, and nothing changes
 *   beside a consent that works.
 * @throws The error of the second try, which only blocks.
 * @see https://github.com/wp-media/wp-rocket/blob/5fead124d68bc435445d77969f35a23ca0743af5/inc/Engine/Optimization/Minify/JS/Combine.php
 */
export const startTag = (script: HTMLScriptElement | null): void => {
  const page = window as { spaceoneConsent?: Global }
  let calls: (Callback | Configuration)[] = []
  let consent: AnyConsent | undefined
  /** What the calls of the page have configured so far. */
  const given: Configuration = Object.create(null)
  /** Removes the view. `undefined` while there is no view. */
  let unmount: (() => void) | undefined
  /** Adds the configuration of a call. A callback has no enumerable properties and adds nothing. */
  const configure = (call: Callback | Configuration) => {
    Object.assign(given, ownCopy(call, given))
  }
  /** Sets the global to the consent and runs the queued calls. */
  const install = (installed: AnyConsent, isOurs: boolean) => {
    const run = (call: Callback | Configuration) => {
      attempt(() => {
        if (typeof call === 'function') call(installed)
        else if (unmount) {
          configure(call)
          unmount()
          mount(installed)
          if (call?.versions) warn('late-versions')
        }
      })
    }
    page.spaceoneConsent = Object.assign(run, installed, isOurs && { version: VERSION })
    for (const call of calls) if (typeof call === 'function') run(call)
  }
  /** Loads a file from the folder of `consent.js`. */
  const load = async <Part>(file: string): Promise<Part> => import(consentFolder + file)
  loadExplanations(load)
  const attributes = script ? readAttributes(script) : ({} as Attributes)
  const mount = (attached: AnyConsent) => {
    unmount = startUi(attached, load, {
      ...attributes,
      zIndex: attributes['z-index'] && Number(attributes['z-index']),
      texts: given.texts,
      guide: given.guide,
      nonce: script?.nonce,
    } as ConsentUiOptions)
    return () => {
      unmount?.()
      unmount = undefined
    }
  }
  /**
   * Sets the global to a consent that grants nothing, whatever the page calls.
   */
  const block = () => install(createConsent(blockedOptions(attributes), { isInvalid: true }), true)

  try {
    const earlier = page.spaceoneConsent instanceof Function ? page.spaceoneConsent : undefined
    if (earlier?.version) {
      warn('loaded-twice')
      return
    }
    if (!script) {
      const options = blockedOptions(attributes)
      if (!npmConsent(options)) {
        warn(
          'No tag has data-policy-version: exclude consent.js from joined scripts. Google is blocked.',
        )
        ownDocument.addEventListener(START_EVENT, createConsent(options).destroy)
      }
      return
    }
    quietly(() => ownDocument.dispatchEvent(new Event(START_EVENT)))
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
    const options = tagOptions(attributes, versions, added, load)
    const there = npmConsent(options)
    if (there) {
      warn('npm-first')
      if (options.restricted) there.restrict(true)
    }
    consent =
      there ??
      createConsent({
        ...options,
        nonce: script.nonce,
        services: [{ attach: mount }, blockedMarkup()],
      })
    if (!there) nameUnknown(consent)
    install(consent, !there)
    if (!there && !attributes.lang && !declaredLanguage(added))
      // `<body lang>` is not parsed yet.
      ownDocument.addEventListener(
        'DOMContentLoaded',
        () => consent?.setLanguage(pageLanguage(added)),
        { once: true },
      )
  } catch (error) {
    // The queue of the page may contain anything.
    warn('not-started', error)
    if (!consent) block()
  }
}
