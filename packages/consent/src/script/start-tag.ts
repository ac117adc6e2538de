import { type AnyConsent, type ConsentOptions, createConsent } from '../core/index.ts'
import { blockedMarkup } from '../gate/index.ts'
import { npmConsent } from '../npm/page-consents.ts'
import { isInvalid } from '../options/check-options.ts'
import { DATE } from '../options/forms.ts'
import { explainBy, warn } from '../options/warn.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import type { ConsentUiOptions } from '../ui/index.ts'
import { startUi } from './load-ui.ts'
import { nameUnknown } from './name-unknown.ts'
import { type Call, type Configuration, earlierGlobal, installGlobal } from './page-global.ts'
import { declaredLanguage, pageLanguage } from './page-language.ts'
import { type Attributes, blockedOptions, readAttributes, tagOptions } from './tag-options.ts'

// Declared by the build: the folder of `consent.js`, which tag.ts sets.
declare const consentFolder: string

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
  /** Loads a file from the folder of `consent.js`. */
  const load = async <Part>(file: string): Promise<Part> => import(consentFolder + file)
  explainBy(load<typeof import('./explain.ts')>)
  const attributes = script ? readAttributes(script) : ({} as Attributes)
  let calls: readonly Call[] = []
  let consent: AnyConsent | undefined
  /** What the calls of the page have configured so far. */
  const given: Configuration = Object.create(null)
  /** Adds the configuration of a call. A callback has no enumerable properties and adds nothing. */
  const configure = (call: Call) => {
    Object.assign(given, ownCopy(call, given))
  }
  /** Removes the view. `undefined` while there is no view. */
  let unmount: (() => void) | undefined
  const mount = (attached: AnyConsent) => {
    unmount = startUi(attached, load, {
      __proto__: null,
      ...attributes,
      // Digits, which the view writes as they are.
      zIndex: attributes['z-index'],
      texts: given.texts,
      guide: given.guide,
      nonce: script?.nonce,
    } as ConsentUiOptions)
    return () => {
      unmount?.()
      unmount = undefined
    }
  }
  /** Draws the view again with a configuration that the page has passed late. */
  const redraw = (installed: AnyConsent) => (call: Configuration) => {
    if (!unmount) return
    configure(call)
    unmount()
    mount(installed)
    if (call?.versions) warn('late-versions')
  }
  /** Sets the global to a consent that grants nothing, whatever the page calls. */
  const block = () =>
    installGlobal(createConsent(blockedOptions(attributes), { isInvalid: true }), calls, true)

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
    const services = [{ attach: mount }, blockedMarkup()]
    consent = there ?? createConsent({ ...options, nonce: script.nonce, services })
    if (!there) nameUnknown(consent)
    installGlobal(consent, calls, !there, redraw(consent))
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

/** Blocks Google until a copy with attributes starts, unless a consent of npm works on the page. */
const blockUntilStart = (options: ConsentOptions<string>) => {
  if (npmConsent(options)) return
  warn('No tag has data-policy-version: exclude consent.js from joined scripts. Google is blocked.')
  ownDocument.addEventListener(START_EVENT, createConsent(options).destroy)
}
