import type {
  CookieOptions,
  GoogleAnalyticsOptions,
  HistoryOptions,
  PolicyOptions,
} from '../../index.ts'
import { HISTORY_DAYS } from '../../shared/defaults.ts'
import type { SiteConfig } from '../read-config.ts'

/** For an option that the script tag lacks: its default, and what the script tag does instead. */
type Instead = readonly [byDefault: unknown, sentence: string]

/** `true` if `build` writes the option; `Instead` if not; or a row for each inner option. */
type Handling = true | Instead | { readonly [option: string]: Handling }

/** How `build` handles each option, so that an option without a row does not compile. */
type HandlingOf<Options> = { readonly [Option in keyof Required<Options>]: Handling }

const NONCE: Instead = [undefined, 'your server writes the nonce of each answer into the scripts']

const POLICY: HandlingOf<PolicyOptions> = {
  ...{ version: true, versions: true, url: true, earlier: true },
  controller: [undefined, 'receipts name the host of the page'],
}

const COOKIE: HandlingOf<CookieOptions> = { name: true, domain: true, days: true }

const HISTORY: HandlingOf<HistoryOptions> = {
  days: [HISTORY_DAYS, `the history keeps an expired record for ${HISTORY_DAYS} days`],
}

const LOOK: HandlingOf<NonNullable<SiteConfig['look']>> = {
  ...{ position: true, theme: true, zIndex: true, button: true, guide: true },
  nonce: NONCE,
}

const CONFIG: HandlingOf<SiteConfig> = {
  ...{ policy: POLICY, cookie: COOKIE, history: HISTORY, look: LOOK, nonce: NONCE },
  ...{ categories: true, services: true, texts: true, language: true, restricted: true },
  ...{ debug: true, debugHosts: true },
  delivery: {
    ...{ url: true, refusals: true },
    notices: [true, 'the text of a notice is sent if the endpoint asks for it'],
  },
}

const GOOGLE: HandlingOf<GoogleAnalyticsOptions> = {
  ...{ id: true, server: true, dataLayer: true, facts: true },
  loadScript: [true, 'the SDK loads the script, unless the page has it'],
  consentMode: [undefined, 'each signal follows its default category'],
  config: [undefined, "only what gtag('config', …) of the page sets counts"],
  pageView: [false, 'the SDK sends no page view of its own at the grant'],
}

const isInstead = (row: Handling): row is Instead => Array.isArray(row)

const missingOptions = (given: unknown, row: Handling, path: string): readonly string[] => {
  if (given === undefined || row === true) return []
  if (isInstead(row)) {
    const [byDefault, sentence] = row
    return given === byDefault ? [] : [`${path} has no attribute: with the tag ${sentence}`]
  }
  const inner = (option: string) => (path ? `${path}.${option}` : option)
  return Object.entries(row).flatMap(([option, one]) =>
    missingOptions(Object(given)[option], one, inner(option)),
  )
}

/**
 * Returns a sentence for each option of a configuration that the script tag does not have, unless
 * the option has its default.
 */
export const optionsNotForTheTag = (config: SiteConfig): readonly string[] =>
  missingOptions(config, CONFIG, '')

/**
 * Returns a sentence for each option of a service of Google that the script tag does not have,
 * unless the option has its default.
 */
export const googleNotForTheTag = (name: string, options: unknown): readonly string[] =>
  missingOptions(options, GOOGLE, name)
