import type { AuditOptions } from '../audit.ts'
import type { Language } from '../report/words/words-of.ts'
import { usageFault } from './fault.ts'
import { type Format, formatsOf, languageOf, numberOf, parse } from './parse.ts'
import type { SuggestionFile } from './write-suggestion.ts'

/** What the arguments of an audit ask for. */
export interface AuditCommand {
  /** The options of `audit`, without the pages of the sitemap. */
  readonly audit: AuditOptions
  readonly inventory: string | undefined
  readonly baseline: string | undefined
  readonly acceptFile: string | undefined
  readonly sign: string | undefined
  readonly suggestion: SuggestionFile
  readonly output: string
  readonly formats: readonly Format[]
  readonly language: Language
  /** The sitemap adds pages up to this number in all; `undefined` if it is not to be read. */
  readonly sitemapLimit: number | undefined
}

const TEXT = { type: 'string' } as const
const FLAG = { type: 'boolean' } as const

const OPTIONS = {
  ...{ inventory: TEXT, baseline: TEXT, 'accept-file': TEXT, sign: TEXT },
  ...{ output: TEXT, format: TEXT, language: TEXT, suggest: TEXT, force: FLAG },
  ...{ pages: TEXT, sitemap: FLAG, 'page-limit': TEXT },
  ...{ hold: FLAG, live: FLAG, accept: TEXT, refuse: TEXT, settings: TEXT, save: TEXT },
  ...{ channel: TEXT, 'browser-path': TEXT, locale: TEXT },
  ...{ viewport: TEXT, gpc: FLAG, 'storage-state': TEXT },
  ...{ 'phase-limit': TEXT, 'request-limit': TEXT, wait: TEXT },
}

/** The names of the options of an audit. */
export const AUDIT_OPTIONS: readonly string[] = Object.keys(OPTIONS)

/** Returns an address of a page. Throws a `fault` if the address is invalid. */
const pageAddress = (given: string, base?: string): string => {
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw usageFault(
      `"${given}" is no address of a page. Expected an address such as https://site.example/.`,
    )
  return base === undefined ? given : url.href
}

const viewportOf = (given: string | undefined) => {
  if (given === undefined) return undefined
  const [, width, height] = /^(\d{3,5})x(\d{3,5})$/.exec(given) ?? []
  if (!width || !height)
    throw usageFault(`--viewport is "${given}". Expected a size such as 390x844.`)
  return { width: Number(width), height: Number(height) }
}

/**
 * Reads the arguments of an audit.
 *
 * @throws A `fault` if the arguments are invalid.
 */
export const auditOptionsOf = (args: readonly string[]): AuditCommand => {
  const { values, positionals } = parse(args, OPTIONS)
  const [first] = positionals
  if (first === undefined) throw usageFault('No address is given.')
  const urls = [
    ...positionals.map(one => pageAddress(one)),
    ...(values.pages?.split(',') ?? []).map(one => pageAddress(one.trim(), first)),
  ]
  if (values.hold && values.live) throw usageFault('Both --hold and --live are given.')
  if (values['page-limit'] !== undefined && !values.sitemap)
    throw usageFault('--page-limit is given without --sitemap.')
  const { accept, refuse, settings, save } = values
  const selectors = { accept, refuse, settings, save }
  const given = Object.entries(selectors).flatMap(([act, one]) =>
    one === undefined ? [] : [[act, one]],
  )
  const seconds = (name: 'phase-limit' | 'wait') => {
    const number = numberOf(name, values[name])
    return number && number * 1000
  }
  return {
    audit: {
      ...{ urls, isLive: values.live === true, selectors: Object.fromEntries(given) },
      ...{ channel: values.channel, browserPath: values['browser-path'] },
      ...{ locale: values.locale, viewport: viewportOf(values.viewport) },
      ...{ hasGpc: values.gpc === true, storageState: values['storage-state'] },
      ...{ phaseLimit: seconds('phase-limit'), wait: seconds('wait') },
      requestLimit: numberOf('request-limit', values['request-limit']),
    },
    ...{ inventory: values.inventory, baseline: values.baseline, sign: values.sign },
    ...{ acceptFile: values['accept-file'], output: values.output ?? '.' },
    suggestion: { suggest: values.suggest, force: values.force },
    ...{ formats: formatsOf(values.format), language: languageOf(values.language) },
    sitemapLimit: values.sitemap ? (numberOf('page-limit', values['page-limit']) ?? 10) : undefined,
  }
}
