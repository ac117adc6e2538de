import { quietly } from '../shared/quietly.ts'
import { type WarningCode, warningText } from './messages.ts'

// Bundlers replace `process.env.NODE_ENV` only where the expression is written out in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Writes a warning in full. Never rejects. */
type Explain = (code: string, values: readonly unknown[]) => Promise<void>

let explain: Explain | undefined

/** Makes another function write every later warning, or none. */
export const explainBy = (by?: Explain): void => {
  explain = by
}

/**
 * Writes a warning to the console, for the developer of the page. Never throws, also if a page has
 * broken its console.
 *
 * @param code A warning code, or any text. In development the whole sentence is written; on a
 *   visitor's page the code and its values, unless another function writes warnings.
 */
export const warn = (code: WarningCode | (string & {}), ...values: readonly unknown[]): void => {
  quietly(() => {
    if (explain) void explain(code, values)
    else if (process.env.NODE_ENV === 'production')
      console.warn(`[SpaceONE Consent] ${code}`, ...values)
    else writeWarning(code, values)
  })
}

const writeWarning = (code: string, values: readonly unknown[]) => {
  const [text, ...more] = warningText(code, values)
  console.warn(`[SpaceONE Consent] ${text}`, ...more)
}
