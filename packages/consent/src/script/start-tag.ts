import {
  type AnyConsent,
  type Consent,
  checkText,
  createConsent,
  DATE,
  type PolicyOptions,
} from '../core/index.ts'
import { blockedMarkup } from '../gate/index.ts'
import { npmConsent } from '../page-consents.ts'
import { attempt } from '../shared/attempt.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import { VERSION } from '../shared/version.ts'
import { explainBy, warn } from '../shared/warn.ts'
import { type ConsentUiOptions, startOpenLinks } from '../ui/index.ts'
import { startUi } from './load-ui.ts'
import { declaredLanguage, pageLanguage } from './page-language.ts'
import { blockedOptions, readAttributes, tagOptions } from './tag-options.ts'

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

/**
 * Starts the SDK for its script element. Never throws: an error is explained once, and all optional
 * services stay blocked.
 */
export const startTag = (script: HTMLScriptElement): void => {
  const page = window as { spaceoneConsent?: Global }
  let calls: (Callback | Configuration)[] = []
  let consent: AnyConsent | undefined
  /** Sets the global to the consent and runs the queued calls. */
  const install = (installed: AnyConsent, isOurs: boolean) => {
    const run = (call: Callback | Configuration) => {
      if (typeof call === 'function') attempt(() => call(installed))
    }
    page.spaceoneConsent = Object.assign(run, installed, isOurs && { version: VERSION })
    for (const call of calls) run(call)
  }
  /** Loads a file from the folder of `consent.js`. */
  const load = async <Part>(file: string): Promise<Part> => import(new URL(file, script.src).href)
  explainBy(load<typeof import('./explain.ts')>)
  const attributes = readAttributes(script)
  /**
   * Sets the global to a consent that grants nothing. The consent's `restrict()` does nothing, so
   * that no call of the page lifts the restriction.
   */
  const block = () =>
    quietly(() => install({ ...createConsent(blockedOptions(attributes)), restrict() {} }, true))

  try {
    const earlier = page.spaceoneConsent instanceof Function ? page.spaceoneConsent : undefined
    if (earlier?.version) {
      warn('loaded-twice')
      return
    }
    calls = [...(earlier?.q ?? [])].map(([call]) => call)
    if (attributes.isInvalid) {
      block()
      return
    }
    // A queued callback has no enumerable properties, so merging a callback adds nothing.
    const given: Configuration = Object.assign(Object.create(null), ...calls)
    const { versions = [], texts = {}, guide } = given
    for (const { effective } of versions) checkText('policy-versions', effective ?? '', DATE)
    const zIndex = attributes['z-index']
    const uiOptions = ownCopy({
      ...attributes,
      zIndex: zIndex && Number(zIndex),
      texts,
      guide,
      nonce: script.nonce,
    } as ConsentUiOptions)
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
        services: [
          { attach: attached => startUi(attached, load, uiOptions) },
          blockedMarkup(),
          { attach: startOpenLinks },
        ],
      })
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
