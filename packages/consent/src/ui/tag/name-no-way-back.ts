import type { AnyConsent } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { ownDocument } from '../../shared/own-document.ts'

/**
 * Calls `warn` each time the banner closes on a page that seems to have no way back to the choice.
 * This call writes nothing yet: `explain` searches the page again ten seconds later, because the
 * page may draw a way back late. If `explain` finds none either, it writes the warning once.
 *
 * @param button The option `button`, which is a way back.
 */
export const nameNoWayBack = ({ $view }: AnyConsent, button: unknown): void => {
  $view.listen((_, before) => {
    if (before === 'banner' && !button && !ownDocument.querySelector('[data-consent-open]'))
      warn('no-way-back')
  })
}
