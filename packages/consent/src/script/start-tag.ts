import {
  type AnyConsent,
  type Consent,
  checkTexts,
  createConsent,
  type PolicyOptions,
} from '../core/index.ts'
import { heldMarkup } from '../gate/index.ts'
import { npmConsent } from '../page-consents.ts'
import { attempt } from '../shared/attempt.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import { warn as say } from '../shared/warn.ts'
import type { ConsentUiOptions } from '../ui/index.ts'
import { VERSION } from '../version.ts'
import { startUi } from './load-ui.ts'
import { startOpenLinks } from './open-links.ts'
import { declaredLanguage, pageLanguage } from './page-language.ts'
import { blockedOptions, tagOptions, tagUiOptions } from './tag-options.ts'
import { warn } from './warn.ts'

/** What a page hands to the global: called with the consent as soon as there is one. */
type Callback = (consent: AnyConsent) => void

/** What the tag's attributes have no room for. */
type Configuration = Pick<ConsentUiOptions, 'texts' | 'guide'> & Pick<PolicyOptions, 'versions'>

/** The global `spaceoneConsent`: the page's one-line stub at first, then the consent itself. */
type Global = ((call: Callback | Configuration) => void) &
  Partial<Consent<string>> & {
    /** What was called before the SDK came. */
    q?: Iterable<readonly [Callback | Configuration]>
    /** Only on the tag's own, not where it stands for the consent of an npm host. */
    version?: string
  }

/**
 * Starts the SDK for the script element that brought it. Never throws: what is wrong is said once,
 * and everything optional stays off.
 */
export const startTag = (script: HTMLScriptElement): void => {
  const page = window as { spaceoneConsent?: Global }
  let calls: (Callback | Configuration)[] = []
  let consent: AnyConsent | undefined
  /** Hands the consent to the page. */
  const install = (installed: AnyConsent, isOurs: boolean) => {
    const run = (call: Callback | Configuration) => {
      if (typeof call === 'function') attempt(() => call(installed))
    }
    page.spaceoneConsent = Object.assign(run, installed, isOurs && { version: VERSION })
    for (const call of calls) run(call)
  }
  try {
    const earlier = page.spaceoneConsent instanceof Function ? page.spaceoneConsent : undefined
    if (earlier?.version) {
      say('A consent is already here')
      return
    }
    calls = [...(earlier?.q ?? [])].map(([call]) => call)
    // A callback has no properties to take over.
    const { versions, texts, guide }: Configuration = Object.assign(Object.create(null), ...calls)
    const uiOptions: ConsentUiOptions = ownCopy({ ...tagUiOptions(script), texts, guide })
    const added = Object.keys(texts ?? {})
    const options = tagOptions(script, versions, added)
    checkTexts(options)
    const there = npmConsent(options)
    if (there) {
      say('A consent is already here')
      if (options.restricted) there.restrict(true)
      // A host may take its own down and create another, as after a hot update.
      startOpenLinks(() => npmConsent(options))
    }
    consent =
      there ??
      createConsent({
        ...options,
        services: [
          heldMarkup(),
          { attach: attached => startOpenLinks(() => attached) },
          { attach: attached => startUi(attached, script.src, uiOptions) },
        ],
      })
    install(consent, !there)
    if (!there && !script.hasAttribute('data-lang') && !declaredLanguage(added))
      // `<body lang>` has not been read yet.
      quietly(() =>
        ownDocument.addEventListener(
          'DOMContentLoaded',
          () => consent?.setLanguage(pageLanguage(added)),
          { once: true },
        ),
      )
  } catch (error) {
    // A page may throw anything.
    warn(`data-${(error as Error | null)?.message}, so no banner is shown`)
    quietly(() => {
      if (consent) return
      const blocked = createConsent(blockedOptions(script))
      // For good: a page that calls it later lifts nothing.
      install({ ...blocked, restrict() {} }, true)
    })
  }
}
