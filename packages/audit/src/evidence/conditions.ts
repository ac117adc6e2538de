import type { Inventory } from '@spaceone/consent/inventory'
import type { Seen, SeenScript } from '../seen.ts'
import { sha256 } from '../sha256.ts'

/** Under which conditions an audit was made. */
export interface Conditions extends Pick<Seen, 'tool' | 'browser' | 'began' | 'duration'> {
  readonly options: Seen['options']
  readonly pages: readonly {
    readonly url: string
    readonly loaded?: string | undefined
    readonly banners: readonly string[]
    /**
     * The recorded scripts of the page's own site whose path names the banner; all recorded scripts
     * of the site if no path does.
     */
    readonly consentScripts: readonly SeenScript[]
  }[]
  /** Missing if the audit had no inventory. */
  readonly inventory?: { readonly hash: string | undefined; readonly sha256: string } | undefined
}

/**
 * Returns the conditions of an audit, with the hashes of the scripts that `consentScripts` names.
 */
export const conditionsOf = (seen: Seen, inventory?: Inventory): Conditions => ({
  ...{ tool: seen.tool, browser: seen.browser, began: seen.began, duration: seen.duration },
  options: seen.options,
  pages: seen.pages.map(({ url, loaded, phases }) => {
    const banners = [...new Set(phases.flatMap(({ banner }) => (banner ? [banner.found] : [])))]
    const scripts = new Map(
      phases.flatMap(one => one.scripts).map(one => [`${one.url} ${one.sha256}`, one]),
    )
    return {
      url,
      loaded,
      banners,
      consentScripts: consentScriptsIn([...scripts.values()], banners),
    }
  }),
  inventory: inventory && {
    hash: inventory.hash,
    sha256: sha256(JSON.stringify(inventory)),
  },
})

/** Lists the scripts whose path names the banner; all scripts if no path does. */
const consentScriptsIn = (
  scripts: readonly SeenScript[],
  banners: readonly string[],
): readonly SeenScript[] => {
  const names = banners.map(name => (name === 'spaceone' ? 'consent' : lettersOf(name)))
  const own = scripts.filter(({ url }) =>
    names.some(
      name => name !== 'words' && name !== '' && lettersOf(new URL(url).pathname).includes(name),
    ),
  )
  return own.length ? own : scripts
}

/** Returns a name's letters in lower case: `cookieconsent3` of autoconsent is `cookieconsent`. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')
