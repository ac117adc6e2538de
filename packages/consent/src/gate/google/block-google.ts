import type { Attachable } from '../../core/index.ts'
import { gateOf } from '../gate.ts'
import { googleRule } from './refuse-google.ts'

/**
 * Blocks all hosts of Google whatever is granted. Used where an id or another option of Google's
 * tag is invalid, so that the tag on the page is unknown.
 *
 * @param server The site's own tagging server; ignored where it is invalid. @default none
 */
export const blockGoogle = (server: string | undefined): Attachable<never> => ({
  attach: consent => gateOf(consent).register(googleRule(server)).dispose,
})
