import type { AnyConsent } from '../../core/index.ts'
import { PAGE_ATTRIBUTES } from '../../options/attributes.ts'
import { warn } from '../../options/warn.ts'
import { findAll, ownDocument } from '../../shared/platform.ts'
import { callIn } from '../../shared/timers.ts'
import type { TagViewOptions } from './start-tag-view.ts'

/**
 * The seconds that the search waits once the page and the code of the view have loaded, so that the
 * search does not slow down the start.
 */
const DELAY = 1

/**
 * An XPath of mistakes: attributes that begin with `data-consent-` and are none of the SDK's, and
 * scripts that `type="text/plain"` and `data-category` mark for another library.
 */
const MISTAKES = `//@*[starts-with(name(),"data-consent-")][not(contains(" ${PAGE_ATTRIBUTES.join(' ')} ",concat(" ",substring(name(),6)," ")))]|//script[@type="text/plain"][@data-category][not(@data-consent)]`

const PROPERTIES: readonly string[] = ['texts', 'guide', 'versions', 'services', 'presets']

/**
 * Warns of the first unknown property in the page's calls of `spaceoneConsent`. Looks, once after
 * the page has loaded, whether its markup has mistakes; if so, `explain` searches and names them.
 */
export const nameMistakes = ({ configuration, position }: TagViewOptions): void => {
  const unknown = Object.keys(configuration ?? {}).find(name => !PROPERTIES.includes(name))
  if (unknown) warn('unknown-option', unknown, PROPERTIES)
  const search = () => {
    if (
      ownDocument.evaluate(`boolean(${MISTAKES})`, document).booleanValue ||
      (position === 'inline' && !findAll('[data-consent-banner]:not(form)')[0])
    )
      warn('markup', position)
  }
  const wait = () => callIn(DELAY, search)
  if (ownDocument.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}

/**
 * Calls `warn` each time the banner closes on a page that has neither the option `button` nor an
 * element with `data-consent-open`. `explain` searches the page again ten seconds later, because
 * the page may draw a way back late, and writes the warning if there is still none.
 */
export const nameNoWayBack = ({ $view }: AnyConsent, button: unknown): void => {
  $view.listen((_, before) => {
    if (before === 'banner' && !button && !findAll('[data-consent-open]')[0]) warn('no-way-back')
  })
}
