import type { Service } from '../../core/index.ts'
import { gateOf } from '../gate.ts'
import { googleRule } from './refuse-google.ts'

/**
 * Returns a service that blocks all hosts of Google's tags even after a grant. Used when an option
 * of a tag is invalid: with a wrong id, the SDK does not know which tag the page has.
 *
 * @param server The site's own tagging server. An invalid address is ignored. @default none
 */
export const blockGoogle = (server: string | undefined): Service<never> => ({
  attach: consent => gateOf(consent).register(googleRule(server)).dispose,
})
