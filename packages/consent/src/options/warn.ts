import { IS_TAG } from '../shared/build.ts'
import { quietly } from '../shared/errors.ts'
import { warningText } from './messages.ts'

/** Loads a file from the folder of `consent.js`: `explain.js`, which writes warnings in full. */
type Load = (file: string) => Promise<{ explain(code: string, values: readonly unknown[]): void }>

let loadFile: Load | undefined

/** Makes `warn` load `explain.js`, which writes later warnings in full. */
export const explainBy = (load: Load): void => {
  loadFile = load
}

/** Notes a warning for the ledger; `undefined` before the page has a gate. */
let note: ((kind: 'warning', code: string) => void) | undefined

/** Makes `warn` also call a function with the code of each warning. The function must not throw. */
export const noteWarnings = (given: typeof note): void => {
  note = given
}

/**
 * Writes a warning to the console, for the developer of the page. Does not throw, even if the page
 * has broken its console. In production without `explain.js`, the console shows code and values.
 */
export const warn = (code: string, ...values: unknown[]): void => {
  const say = () => {
    if (!IS_TAG) note?.('warning', code)
    quietly(() =>
      process.env.NODE_ENV === 'production'
        ? console.warn(`[SpaceONE Consent] ${code}`, ...values)
        : writeWarning(code, values),
    )
  }
  void (
    loadFile?.('explain.js')
      .then(
        ({ explain }) => explain(code, values),
        () => {
          // The file is missing if a site has copied `consent.js` without the other files.
          values.push('explain.js did not load: copy all files beside consent.js.')
          say()
        },
      )
      // A console that the page has replaced may throw, and a declaration may be impossible to read.
      .catch(() => {})
      .finally(() => note?.('warning', code)) ?? say()
  )
}

const writeWarning = (code: string, values: readonly unknown[]) => {
  const [text, ...more] = warningText(code, values)
  console.warn(`[SpaceONE Consent] ${text}`, ...more)
}
