import type { ConsentUiOptions } from '../ui/index.ts'
import { check } from './check-options.ts'

/**
 * Checks the options of the view. Accepts a value of any type.
 *
 * @throws ConsentError with the code of the invalid option.
 */
export const checkUiOptions = (options: ConsentUiOptions<string>): void => {
  const { position, theme, button, zIndex, texts, guide, nonce } = options ?? {}
  check({ position, theme, button, 'z-index': zIndex, texts, guide, nonce })
}
