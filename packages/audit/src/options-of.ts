import { parseArgs } from 'node:util'
import { type AuditOptions, VERSION } from './audit.ts'
import type { Language } from './report/words/report-words.ts'
import { LANGUAGES } from './report/words/words-of.ts'

/** What the arguments of the command ask for. */
export interface CommandOptions
  extends Pick<
    AuditOptions,
    | 'urls'
    | 'isLive'
    | 'channel'
    | 'browserPath'
    | 'locale'
    | 'phaseLimit'
    | 'requestLimit'
    | 'wait'
  > {
  /** Path of the inventory's JSON file. */
  readonly inventory?: string | undefined
  /** Path of the folder for the report. */
  readonly output: string
  readonly language: Language
}

const HELP = `Proves what a live page does before and after each choice of a visitor.

  consent-audit <address> [more addresses] [options]

  --inventory <file>      the JSON of inventoryOf(), from @spaceone/consent/inventory
  --output <folder>       where consent-audit.html and consent-audit.json go (default: here)
  --language <en|ko|ja>   language of the report (default: en)
  --hold                  hold requests to collectors in the browser, so that an audit adds nothing
                          to anybody's statistics (the default)
  --live                  do not hold these requests
  --channel <name>        chrome, msedge or chromium (default: the first that is installed)
  --browser-path <file>   a browser of the Chromium family
  --locale <tag>          language that the pages are asked for (default: en-US)
  --phase-limit <s>       longest duration of a phase, in seconds (default: 30)
  --request-limit <n>     most requests of a phase (default: 500)
  --wait <s>              pause between the visitor's acts, in seconds (default: 1.5)
  --help, --version

Exit codes: 0 every rule holds; 1 a rule fails; 3 none fails, but something could not be
evaluated; 2 nothing was played (usage, or a missing browser).`

const OPTIONS = {
  inventory: { type: 'string' },
  output: { type: 'string' },
  language: { type: 'string' },
  hold: { type: 'boolean' },
  live: { type: 'boolean' },
  channel: { type: 'string' },
  'browser-path': { type: 'string' },
  locale: { type: 'string' },
  'phase-limit': { type: 'string' },
  'request-limit': { type: 'string' },
  wait: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })

/** Returns a sentence about an invalid address of a page; `undefined` if it is valid. */
const faultIn = (url: string): string | undefined =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    ? undefined
    : `"${url}" is no address of a page. Expected an address such as https://site.example/.`

/**
 * Reads the arguments of the command.
 *
 * @returns The options; or `text` for stdout, with `--help` or `--version`; or `fault`, a sentence
 *   about what is wrong.
 */
export const optionsOf = (
  args: readonly string[],
): CommandOptions | { readonly text: string } | { readonly fault: string } => {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
  const { values, positionals: urls } = parsed
  if (values.help) return { text: HELP }
  if (values.version) return { text: VERSION }
  const fault = urls.length ? urls.map(faultIn).find(Boolean) : 'No address is given.'
  if (fault) return { fault }
  if (values.hold && values.live) return { fault: 'Both --hold and --live are given.' }
  const language = LANGUAGES.find(one => one === (values.language ?? 'en'))
  if (!language) return { fault: `--language is "${values.language}". Expected en, ko or ja.` }
  const numbers: Record<string, number> = {}
  for (const name of ['phase-limit', 'request-limit', 'wait'] as const) {
    const text = values[name]
    if (text === undefined) continue
    const number = Number(text)
    if (!(number > 0) || !Number.isFinite(number))
      return { fault: `--${name} is "${text}". Expected a number greater than 0.` }
    numbers[name] = number
  }
  const seconds = (name: string) => numbers[name] && numbers[name] * 1000
  return {
    ...{ urls, language, isLive: values.live === true, output: values.output ?? '.' },
    ...{ inventory: values.inventory, locale: values.locale },
    ...{ channel: values.channel, browserPath: values['browser-path'] },
    ...{ phaseLimit: seconds('phase-limit') || undefined, wait: seconds('wait') || undefined },
    requestLimit: numbers['request-limit'],
  }
}
