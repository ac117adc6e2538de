import { type ParseArgsConfig, parseArgs } from 'node:util'
import { firstLine } from '../first-line.ts'
import type { Language } from '../report/words/words-of.ts'
import { LANGUAGES } from '../report/words/words-of.ts'
import { usageFault } from './fault.ts'

type ArgumentOptions = NonNullable<ParseArgsConfig['options']>
type ParsedArguments<Known extends ArgumentOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Known; allowPositionals: true }>
>

/**
 * Reads the arguments of a verb, such as `judge`.
 *
 * @throws A `fault` if they are invalid, such as an unknown option or an option without its value.
 */
export const parse = <Known extends ArgumentOptions>(
  args: readonly string[],
  options: Known,
): ParsedArguments<Known> => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw usageFault(firstLine(error))
  }
}

/** Returns the language of the report. @default 'en' */
export const languageOf = (given = 'en'): Language => {
  const language = LANGUAGES.find(one => one === given)
  if (!language) throw usageFault(`--language is "${given}". Expected en, ko or ja.`)
  return language
}

/** The formats of the report. */
export type Format = 'html' | 'json' | 'markdown' | 'sarif'
const FORMATS: readonly Format[] = ['html', 'json', 'markdown', 'sarif']

/** Returns the formats in a list such as `html,sarif`. @default `html` and `json` */
export const formatsOf = (given = 'html,json'): readonly Format[] =>
  given.split(',').map(name => {
    const format = FORMATS.find(one => one === name.trim())
    if (!format)
      throw usageFault(`--format is "${given}". Expected a list of html, json, markdown and sarif.`)
    return format
  })

/** Returns a number greater than 0; `undefined` if none is given. */
export const numberOf = (option: string, given: string | undefined): number | undefined => {
  if (given === undefined) return undefined
  const number = Number(given)
  if (!(number > 0) || !Number.isFinite(number))
    throw usageFault(`--${option} is "${given}". Expected a number greater than 0.`)
  return number
}
