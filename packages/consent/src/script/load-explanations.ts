import { explainBy, warn } from '../options/warn.ts'

/**
 * Makes `explain.js` write every later warning in full. If the file cannot be loaded, which happens
 * where `consent.js` was moved without its files, the console says so beside the code of the
 * warning, and every later warning is its code and its values.
 *
 * @param load Loads a file from the folder of `consent.js`.
 */
export const loadExplanations = (
  load: (file: string) => Promise<typeof import('./explain.ts')>,
): void =>
  explainBy((code, values) =>
    load('explain.js')
      .then(({ explain }) => explain(code, values))
      .catch(() => {
        explainBy()
        warn(code, ...values, 'explain.js did not load: copy all files beside consent.js.')
      }),
  )
