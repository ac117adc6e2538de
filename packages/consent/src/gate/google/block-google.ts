import type { Attachable } from '../../core/index.ts'
import { gateOf } from '../gate.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  TAG_HOST,
} from './google-names.ts'

/**
 * Blocks all hosts of Google whatever is granted. Used where an id or another option of Google's
 * tag is invalid, so that the tag on the page is unknown.
 *
 * @param server The site's own tagging server; ignored where it is invalid. @default none
 */
export const blockGoogle = (server: string | undefined): Attachable<never> => ({
  attach: consent =>
    gateOf(consent).register({
      opens: 'never',
      hosts: [TAG_HOST, ...GOOGLE_HOSTS, ...ADS_HOSTS, server ?? TAG_HOST],
      cookies: [...GOOGLE_COOKIES, ...ADS_COOKIES],
      storage: ADS_STORAGE,
    }).dispose,
})
