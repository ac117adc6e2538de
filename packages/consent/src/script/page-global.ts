import type { AnyConsent, Consent, PolicyOptions } from '../core/index.ts'
import { attempt } from '../shared/attempt.ts'
import { VERSION } from '../shared/version.ts'
import type { ConsentUiOptions } from '../ui/index.ts'

/** A function that the page passes to the global. The SDK calls the function with the consent. */
type Callback = (consent: AnyConsent) => void

/** The options that the attributes of the script tag cannot express. */
export type Configuration = Pick<ConsentUiOptions, 'texts' | 'guide'> &
  Pick<PolicyOptions, 'versions'>

/** A call of the global. */
export type Call = Callback | Configuration

/** The global `spaceoneConsent`: first the page's one-line stub, then the consent. */
type Global = ((call: Call) => void) &
  Partial<Consent<string>> & {
    /** The calls made before the SDK was loaded. */
    q?: Iterable<readonly [Call]>
    /** The version of the SDK. Missing when the consent was created by the npm package. */
    version?: string
  }

const page = window as { spaceoneConsent?: Global }

/**
 * Returns the global that the page has had before: its stub, or a consent. Ignores an element whose
 * id is the name of the global.
 */
export const earlierGlobal = (): Global | undefined =>
  page.spaceoneConsent instanceof Function ? page.spaceoneConsent : undefined

/**
 * Sets the global to a consent and runs the queued calls.
 *
 * @param isOurs Whether the consent was created by `consent.js`.
 * @param configure Is called with each configuration that the page passes from now on.
 */
export const installGlobal = (
  consent: AnyConsent,
  calls: readonly Call[],
  isOurs: boolean,
  configure?: (call: Configuration) => void,
): void => {
  const run = (call: Call) => {
    attempt(() => (typeof call === 'function' ? call(consent) : configure?.(call)))
  }
  page.spaceoneConsent = Object.assign(run, consent, isOurs && { version: VERSION })
  for (const call of calls) if (typeof call === 'function') run(call)
}
