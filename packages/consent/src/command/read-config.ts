import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { ConsentConfig, Service } from '../index.ts'
import { checkOptions } from '../options/check-options.ts'
import { suggestion } from '../options/nearest.ts'
import * as presets from '../services.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { commandFault, firstLine, isCommandFault } from './fault.ts'
import { importFile } from './import-file.ts'
import { todoIn } from './todo-in.ts'
import { jsonOf } from './write-files.ts'

/** The configuration of any site. */
export type SiteConfig = ConsentConfig<string>

/** The names of the configuration file, in the order in which `pathOf` looks for them. */
const CONFIG_FILES: readonly string[] = ['ts', 'mts', 'mjs', 'js', 'json'].map(
  ending => `consent.config.${ending}`,
)

const PRESETS: Readonly<Record<string, unknown>> = { ...presets }

/**
 * Creates the service of a row `{ preset, id }`. Returns a service as it is, and any other row with
 * an empty `attach`.
 */
const serviceOf = (row: Service & Readonly<Record<string, unknown>>): Service => {
  if (typeof row?.attach === 'function') return row
  const { preset: name, category, ...options } = Object(row) as Readonly<Record<string, string>>
  if (name === undefined) return { ...row, attach: () => () => {} }
  const create = ownProperty(PRESETS, name)
  if (typeof create !== 'function') {
    const names = Object.keys(PRESETS)
    throw new Error(
      `the preset "${name}" is unknown.${suggestion(name, names)} Expected one of ${names.join(', ')}`,
    )
  }
  return Object.assign(create(options), category && { category })
}

/** Returns a configuration with services in place of rows, which a JSON file has. */
const withServices = (config: SiteConfig): SiteConfig => ({
  ...config,
  categories: Object.fromEntries(
    Object.entries(config.categories).map(([name, category]) => [
      name,
      { ...category, services: (category?.services ?? []).map(one => serviceOf(one as never)) },
    ]),
  ),
  ...(config.services && { services: config.services.map(one => serviceOf(one as never)) }),
})

/** Returns the path of the configuration. */
const pathOf = (given: string | undefined): string => {
  const name = given ?? CONFIG_FILES.find(one => existsSync(one))
  if (name === undefined)
    throw commandFault(
      `This folder has no configuration. Expected one of ${CONFIG_FILES.join(', ')}, or --config <file>. Nothing is written.`,
    )
  if (existsSync(name)) return resolve(name)
  throw commandFault(`--config ${name}: there is no such file. Nothing is written.`)
}

/**
 * Reads a site's configuration: the default export of its file, or its JSON.
 *
 * @param given The value of `--config`. @default the first of `CONFIG_FILES` in the current folder
 * @throws A `commandFault` that says why the file cannot be read or used.
 */
export const readConfig = async (
  given: string | undefined,
): Promise<{ readonly path: string; readonly config: SiteConfig }> => {
  const path = pathOf(given)
  const name = basename(path)
  const read = async () => {
    if (path.endsWith('.json')) return jsonOf(path)
    return ((await importFile(path)) as { readonly default?: unknown }).default
  }
  try {
    const found = await read()
    if (typeof Object(found).policy !== 'object' || typeof Object(found).categories !== 'object')
      throw commandFault(
        `${name} has no configuration. Expected export default defineConsent({ policy, categories }). Nothing is written.`,
      )
    const unfinished = todoIn(found)
    if (unfinished !== undefined)
      throw commandFault(
        `${name} is not finished: ${unfinished} begins with TODO. Expected words of your own. Nothing is written.`,
      )
    const config = withServices(found as SiteConfig)
    checkOptions(config)
    return { path, config }
  } catch (error) {
    if (isCommandFault(error)) throw error
    throw commandFault(`${name} could not be used: ${firstLine(error)}. Nothing is written.`)
  }
}
