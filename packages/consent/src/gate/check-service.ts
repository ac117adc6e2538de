import { check } from '../options/check-options.ts'
import type { ServiceOptions } from './service.ts'

/**
 * Checks the options of a service.
 *
 * @throws ConsentError with the option's code.
 */
export const checkService = (options: ServiceOptions): void => {
  const {
    name = '',
    match,
    cookies,
    storage,
    databases,
    start,
    stop,
  } = (options ?? {}) as ServiceOptions
  check({
    name,
    storage: storage ?? [],
    databases: databases ?? [],
    // These options are required, so `undefined` is checked as `null`, which is invalid.
    match: match ?? null,
    cookies: cookies ?? null,
    start: start ?? null,
    stop: stop ?? null,
  })
}
