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

/** The options that a page passes to `spaceoneConsent`, because they have no attributes. */
export type Configuration = Pick<ConsentUiOptions, 'texts' | 'guide'> &
  Pick<PolicyOptions, 'versions'> & {
    /**
     * Services of the page, whose `start` and `stop` may be missing where blocked markup names the
     * service; presets, whose files stand before `consent.js`; and facts in place of our entry for
     * a service that an attribute starts: `data-ga` starts Google Analytics, `data-gtm` Google Tag
     * Manager.
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
    /** The presets by name. The file of a preset adds the preset. */
    readonly presets?: Readonly<Record<string, (row: PresetRow) => Preset>> | undefined
  }

/** The argument of `spaceoneConsent`: a function, which gets the consent, or a configuration. */
export type Call = ((consent: AnyConsent) => void) | Configuration

/** The global `spaceoneConsent`: first the page's one-line stub, then the consent. */
export type Global = ((call: Call) => void) &
  Partial<Consent<string>> & {
    /** The calls that the page made before the SDK was loaded. */
    q?: (readonly [Call] | IArguments)[]
    /** The version of `consent.js`. The stub and a consent of the npm package have no version. */
    version?: string
  }

const page = window as { spaceoneConsent?: Global }

/** Returns the global if it is a function, not an element with the id `spaceoneConsent`. */
export const earlierGlobal = (): Global | undefined =>
  page.spaceoneConsent instanceof Function ? page.spaceoneConsent : undefined

/**
 * Sets the global to a consent and runs the functions in `calls`. `isOurs` says whether the tag
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
