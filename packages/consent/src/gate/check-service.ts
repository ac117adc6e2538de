import { type ConsentErrorCode, checkText, consentError } from '../core/index.ts'
import type { ServiceOptions } from './service.ts'

/** `host`, `*.host`, `host.*`, `host/path?name=value`, `/path` or a whole address. */
const PATTERN = /^((https?:\/\/|\*\.)?[a-z\d][a-z\d.-]*(\.\*|:\d+)?([/?][!-~]*)?|\/[!-~]*)$/

/** A name, or the beginning of one. `*` alone would take in what is none of the service's. */
const NAME = /^(?!\*$)./s

/**
 * Refuses a service that cannot work.
 *
 * @throws ConsentError with the option's code.
 */
export const checkService = (options: ServiceOptions): void => {
  const { name = '', match, cookies, storage = [], start, stop } = (options ?? {}) as ServiceOptions
  checkText('name', name, /./s)
  checkList('match', match, PATTERN)
  checkList('cookies', cookies, NAME)
  checkList('storage', storage, NAME)
  if (typeof start !== 'function') throw consentError('start', start)
  if (typeof stop !== 'function') throw consentError('stop', stop)
}

const checkList = (code: ConsentErrorCode, list: unknown, form: RegExp): void => {
  if (!Array.isArray(list)) throw consentError(code, list)
  // `undefined` is no default here.
  for (const text of list) checkText(code, text ?? '', form)
}
