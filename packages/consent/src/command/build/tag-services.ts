import { type Declared, loadDeclared, loadTexts, namedServicesOf } from '../../inventory/index.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { listedServices } from '../../shared/services.ts'
import type { SiteConfig } from '../read-config.ts'
import { googleNotForTheTag } from './not-for-the-tag.ts'
import { PRESET_FILES } from './preset-files.ts'

/** What `build` makes of a configuration's services. */
export interface TagServices {
  /** The entries of `services` for a call of `spaceoneConsent`. */
  readonly rows: readonly object[]
  /** The attributes of the script tag for services of Google, by name without `data-`. */
  readonly attributes: Readonly<Record<string, string | undefined>>
  /** The files of the presets. */
  readonly files: readonly string[]
  /**
   * The categories that no entry of `rows` names. The category `analytics` is left out if
   * `attributes` has `ga` or `gtm`.
   */
  readonly categories: readonly string[]
  /** What the script tag cannot do. With a fault, `build` writes nothing. */
  readonly faults: readonly string[]
  /** What the site still has to do. */
  readonly notes: readonly string[]
}

/** The attributes of the services of Google that have one. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  ...{ 'Google Analytics': 'ga', 'Google Tag Manager': 'gtm' },
}
const WITHOUT_ATTRIBUTE: readonly string[] = ['Google Ads', 'Firebase Analytics']

/** The attributes that Google's services share. */
const SHARED = [
  { option: 'server', shared: 'ga-server', byDefault: undefined },
  { option: 'dataLayer', shared: 'layer', byDefault: 'dataLayer' },
]

/** A service, with the options of its preset, or with its own code. */
type Kept = Declared & {
  /** The options of a preset; of a service of Google, a function that returns its options. */
  readonly options?: object | (() => object)
  readonly start?: unknown
  readonly stop?: unknown
  readonly refused?: unknown
  readonly src?: string
}

/** The sentence about services without a name, of which only the configuration has the code. */
const UNNAMED =
  'A service without a name stays in the configuration. The tag needs no blockedMarkup(); other code goes into a call spaceoneConsent(consent => …).'

/** Says what a site has to do for a service of its own, since `build` writes no code. */
const notesOf = ({ name, category, ...service }: Kept): readonly string[] => {
  const { src, start, stop, refused, databases } = service
  const markup = `<script type="text/plain" data-consent="${category}/${name}"`
  const code = src
    ? `"${name}" needs ${markup} data-src="${src}"></script> in the page. Its code in stop stays in the configuration.`
    : start || stop
      ? `"${name}" has code in start and stop, which stays in the configuration: put what it starts into the page as ${markup}>…</script>.`
      : `"${name}" is blocked and declared: mark what it starts with data-consent="${category}/${name}".`
  return [
    code,
    ...(refused
      ? [
          `"${name}" has code in refused, which stays in the configuration: the tag does not ask it.`,
        ]
      : []),
    ...(databases?.[0]
      ? [`"${name}" has databases, which the tag does not delete: ${databases.join(', ')}.`]
      : []),
  ]
}

/** Says whether a value is or contains a function, which no JSON can contain. */
const hasCode = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasCode))

/**
 * Returns a configuration's named services for the script tag: Google Analytics and Tag Manager as
 * attributes, presets by their name, and others as declarations with their words, without code.
 */
export const tagServicesOf = async (config: SiteConfig): Promise<TagServices> => {
  const rows: object[] = []
  const files: string[] = []
  const faults: string[] = []
  const notes: string[] = []
  const attributes: Record<string, string | undefined> = {}
  /** Sets the attributes of a service of Google. A shared attribute with two values is a fault. */
  const addGoogle = (
    name: string,
    attribute: string,
    options: Readonly<Record<string, string>>,
  ) => {
    if (attributes[attribute]) faults.push(`"${name}" is there twice`)
    faults.push(...googleNotForTheTag(name, options))
    for (const { option, shared, byDefault } of SHARED) {
      const value = options[option] === byDefault ? undefined : options[option]
      if (shared in attributes && attributes[shared] !== value)
        faults.push(
          `${name}.${option} is not that of the other tag, and data-${shared} is for both`,
        )
      attributes[shared] = value
    }
    attributes[attribute] = options['id']
  }
  if (listedServices(config).some(([service]) => !service.name)) notes.push(UNNAMED)
  for (const service of namedServicesOf(config as never) as readonly Kept[]) {
    const { name, category, entry } = service
    const options = typeof service.options === 'function' ? service.options() : service.options
    const { config: _, known: __, facts, ...declared } = await loadDeclared(service, [])
    const known = ownProperty(PRESET_FILES, name)
    const attribute = ownProperty(ATTRIBUTES, name)
    const { facts: ___, cookies, ...rest } = Object(options)
    const code = Object.keys(rest).find(key => hasCode(rest[key]))
    if (WITHOUT_ATTRIBUTE.includes(name)) faults.push(`"${name}" has no attribute`)
    else if (attribute && category !== 'analytics')
      faults.push(`"${name}" is in the category "${category}", but its attribute in "analytics"`)
    else if (attribute) {
      addGoogle(name, attribute, rest)
      if (facts) rows.push({ name, ...facts })
    } else if (entry && !known) faults.push(`the preset of "${name}" has no file`)
    else if (code) faults.push(`the option ${code} of "${name}" is code`)
    else if (known) {
      rows.push({
        preset: known.preset,
        ...rest,
        cookies: await loadTexts(cookies),
        facts,
        category,
      })
      files.push(known.file)
    } else {
      rows.push(declared)
      if (category) notes.push(...notesOf(service))
    }
  }
  const named = rows.map(row => (row as { readonly category?: string }).category)
  const isMissing = (one: string) =>
    !named.includes(one) && !(one === 'analytics' && (attributes['ga'] || attributes['gtm']))
  const categories = Object.keys(config.categories).filter(isMissing)
  return { rows, attributes, files, categories, faults, notes }
}
