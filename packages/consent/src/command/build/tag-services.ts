import { type Declared, loadDeclared, loadTexts, namedServicesOf } from '../../inventory/index.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import type { SiteConfig } from '../read-config.ts'
import { PRESET_FILES } from './preset-files.ts'

/** What `build` makes of a configuration's services. */
export interface TagServices {
  /** The entries of `services` for a call of `spaceoneConsent`. */
  readonly rows: readonly object[]
  /** The attributes of the script tag for services of Google, by name without `data-`. */
  readonly attributes: Readonly<Record<string, string | undefined>>
  /** The files of the presets. */
  readonly files: readonly string[]
  /** The categories that no entry and no attribute stands for. */
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

/** Returns the attributes of a service of Google: its id and its server are among its addresses. */
const attributesOf = ({ addresses = [] }: Declared, attribute: string) => ({
  [attribute]: addresses.find(one => one.startsWith('*?id='))?.slice('*?id='.length),
  'ga-server': addresses.find(one => /^(https:|\/)/.test(one)),
})

/** A service, with the options of its preset, or with its own code. */
type Kept = Declared & {
  readonly options?: object
  readonly start?: unknown
  readonly src?: string
}

/** Returns what a site has to do for a service of its own, since `build` writes no code. */
const noteOf = ({ name, category, src, start }: Kept): string => {
  const markup = `<script type="text/plain" data-consent="${category}/${name}"`
  if (src) return `"${name}" needs ${markup} data-src="${src}"></script> in the page.`
  return start
    ? `"${name}" has code in start and stop, which stays in the configuration: put what it starts into the page as ${markup}>…</script>.`
    : `"${name}" is blocked and declared: mark what it starts with data-consent="${category}/${name}".`
}

/** Says whether a value has a function, which no JSON can have. */
const hasCode = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasCode))

/**
 * Returns a configuration's services for the script tag: those of Google as attributes, presets by
 * their name, and others as declarations with their words, without code.
 */
export const tagServicesOf = async (config: SiteConfig): Promise<TagServices> => {
  const rows: object[] = []
  const files: string[] = []
  const faults: string[] = []
  const notes: string[] = []
  let attributes: Record<string, string | undefined> = {}
  for (const service of namedServicesOf(config as never) as readonly Kept[]) {
    const { name, category, options, entry } = service
    const { config: _, known: __, facts, ...declared } = await loadDeclared(service, [])
    const known = ownProperty(PRESET_FILES, name)
    const attribute = ownProperty(ATTRIBUTES, name)
    const { facts: ___, cookies, ...rest } = Object(options)
    const code = Object.keys(rest).find(key => hasCode(rest[key]))
    if (WITHOUT_ATTRIBUTE.includes(name)) faults.push(`"${name}" has no attribute`)
    else if (attribute && category !== 'analytics')
      faults.push(`"${name}" is in the category "${category}", but its attribute in "analytics"`)
    else if (attribute) {
      if (attributes[attribute]) faults.push(`"${name}" is there twice`)
      attributes = { ...attributes, ...attributesOf(service, attribute) }
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
      if (category) notes.push(noteOf(service))
    }
  }
  const named = rows.map(row => (row as { readonly category?: string }).category)
  const isMissing = (one: string) =>
    !named.includes(one) && !(one === 'analytics' && (attributes['ga'] || attributes['gtm']))
  const categories = Object.keys(config.categories).filter(isMissing)
  return { rows, attributes, files, categories, faults, notes }
}
