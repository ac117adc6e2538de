import type { AnyConsent, Consent, PolicyOptions } from '../core/index.ts'
import type { CategoryOrReason, Preset, ServiceOptions } from '../gate/index.ts'
import type { StatedFacts } from '../inventory/index.ts'
import { VERSION } from '../shared/build.ts'
import { attempt } from '../shared/errors.ts'
import type { ConsentUiOptions } from '../ui/index.ts'

/** An entry of `services` for a preset, with the preset's options, such as its `id`. */
export interface PresetRow {
  /** The name of the preset, such as `clarity`. */
  readonly preset: string
  readonly category?: string | undefined
  readonly name?: undefined
  readonly necessary?: undefined
  readonly [option: string]: unknown
}

/** The options that a page passes in a call of the global, because they have no attributes. */
export type Configuration = Pick<ConsentUiOptions, 'texts' | 'guide'> &
  Pick<PolicyOptions, 'versions'> & {
    /**
     * Services of the page; `start` and `stop` may be missing where blocked markup names the
     * service. Or a preset, whose file stands before `consent.js`. Or facts in place of our entry
     * for a service that an attribute starts: `data-ga` starts Google Analytics, `data-gtm` Google
     * Tag Manager.
     */
    readonly services?:
      | readonly (
          | (CategoryOrReason &
              Omit<ServiceOptions, 'start' | 'stop' | 'databases'> &
              Partial<Pick<ServiceOptions, 'start' | 'stop'>> & { readonly preset?: undefined })
          | (StatedFacts & {
              readonly name: 'Google Analytics' | 'Google Tag Manager'
              readonly category?: undefined
              readonly necessary?: undefined
              readonly preset?: undefined
            })
          | PresetRow
        )[]
      | undefined
    /** The presets by name. The file of a preset adds itself. */
    readonly presets?: Readonly<Record<string, (row: PresetRow) => Preset>> | undefined
  }

/** The argument of a call of the global: a function, which gets the consent, or a configuration. */
export type Call = ((consent: AnyConsent) => void) | Configuration

/** The global `spaceoneConsent`: first the page's one-line stub, then the consent. */
export type Global = ((call: Call) => void) &
  Partial<Consent<string>> & {
    /** The calls that the page made before the SDK was loaded. */
    q?: (readonly [Call] | IArguments)[]
    /** The version of the SDK. Missing if the npm package has created the consent. */
    version?: string
  }

const page = window as { spaceoneConsent?: Global }

/** Returns the page's stub or a consent, but no element with the id `spaceoneConsent`. */
export const earlierGlobal = (): Global | undefined =>
  page.spaceoneConsent instanceof Function ? page.spaceoneConsent : undefined

/**
 * Sets the global to a consent and runs the queued callbacks. `isOurs` says whether `consent.js`
 * has created the consent; `configure` gets each configuration that the page passes later.
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
