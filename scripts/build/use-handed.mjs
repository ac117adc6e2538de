// @ts-check
import { resolve } from 'node:path'

/** The file of the sources that reads what consent.js hands to the view. */
const HANDED = resolve('packages/consent/src/ui/tag/handed.ts')

/**
 * A Rollup plugin that replaces helpers which consent.js hands to the view by `handed.ts`, so that
 * no file of the view has a copy.
 */
export const useHanded = {
  name: 'use-handed',
  /** @param {string} source */
  resolveId: source =>
    /(shared\/(own-document|quietly|own|languages)|options\/warn|is-opened)\.ts$/.test(source)
      ? HANDED
      : null,
}
