import { type ParseArgsConfig, parseArgs } from 'node:util'
import { suggestion } from '../options/nearest.ts'
import { firstLine, usageFault } from './fault.ts'

type ArgumentOptions = NonNullable<ParseArgsConfig['options']>
type Values<Known extends ArgumentOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Known }>
>['values']

/** The options that `parse` adds to those of each command. */
const COMMON = { config: { type: 'string' } } as const

/** Creates the `commandFault` about a command that is missing or unknown. */
export const unknownCommand = (name: string, names: readonly string[]): Error => {
  const wrong = name ? `"${name}" is no command.${suggestion(name, names)}` : 'No command is given.'
  return usageFault(`${wrong} Expected one of ${names.join(', ')}.`)
}

/**
 * Reads the arguments of a command.
 *
 * @throws A `commandFault` about an invalid argument, such as an unknown option.
 */
export const parse = <Known extends ArgumentOptions>(
  args: readonly string[],
  options: Known,
): Values<Known & typeof COMMON> => {
  const all = { ...options, ...COMMON }
  try {
    return parseArgs({ args: [...args], options: all }).values as Values<Known & typeof COMMON>
  } catch (error) {
    const [, unknown] = /^Unknown option '--([\w-]+)/.exec(firstLine(error)) ?? []
    if (!unknown) throw usageFault(`${firstLine(error)}.`)
    const near = suggestion(unknown, Object.keys(all), '--')
    throw usageFault(`The option --${unknown} is unknown.${near}`)
  }
}

/**
 * Reads a name that an option gives, such as `json`.
 *
 * @param expected What the fault says was expected. @default one of the names
 * @throws A `commandFault` if the name is unknown.
 */
export const nameFrom = <Name extends string>(
  option: string,
  given: string,
  names: readonly Name[],
  {
    word = given,
    expected = 'one of',
  }: { readonly word?: string; readonly expected?: string } = {},
): Name => {
  const found = names.find(name => name === word)
  if (found) return found
  throw usageFault(
    `--${option} is "${given}".${suggestion(word, names)} Expected ${expected} ${names.join(', ')}.`,
  )
}

/**
 * Reads a list of names that an option gives, such as `cookies,transfers`.
 *
 * @returns All names if the option is not given.
 * @throws A `commandFault` about a name that is unknown.
 */
export const namesFrom = <Name extends string>(
  option: string,
  given: string | undefined,
  names: readonly Name[],
): readonly Name[] =>
  given === undefined
    ? names
    : given
        .split(',')
        .map(word => nameFrom(option, given, names, { word: word.trim(), expected: 'a list of' }))
