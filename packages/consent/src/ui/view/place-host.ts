import { findAll, ownDocument } from '../../shared/platform.ts'
import type { Host } from './host-element.ts'
import type { ConsentUiOptions } from './options.ts'

/**
 * Inserts the host element. If the position is `inline` and the page has an element with
 * `data-consent-banner`, inserts the host element there, otherwise as the first child of `<body>`.
 * Does nothing if there is no `<body>` yet.
 *
 * @returns Whether the host element is on the page.
 */
export const placeHost = (
  { element, root, container }: Host,
  position: ConsentUiOptions['position'],
): boolean => {
  const [space] = position === 'inline' ? findAll('[data-consent-banner]:not(form)') : []
  element.toggleAttribute('data-inline', !!space)
  if (space && element.parentNode !== space) space.append(element)
  if (!element.isConnected) ownDocument.body?.prepend(element)
  // The page may have removed the container from the shadow root.
  if (container.parentNode !== root) root.append(container)
  return element.isConnected
}
