import type { Attachable } from '../../core/index.ts'
import { enterGate } from '../gate.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  TAG_HOST,
} from './google-names.ts'

/**
 * Blocks all of Google's hosts for good: for a page whose tag is not known, since its id or another
 * option of it is invalid.
 *
 * @param server The site's own tagging server; ignored where it is invalid. @default none
 */
export const blockGoogle = (server: string | undefined): Attachable<never> => ({
  attach: consent =>
    enterGate(consent, {
      category: '',
      match: [TAG_HOST, ...GOOGLE_HOSTS, ...ADS_HOSTS, server ?? TAG_HOST],
      cookies: [...GOOGLE_COOKIES, ...ADS_COOKIES],
      storage: ADS_STORAGE,
    }).leave,
})
