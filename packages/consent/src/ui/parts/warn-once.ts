import { warn } from '../../options/warn.ts'

/** Logs a warning that a part of the view could not be loaded or drawn. */
export type WarnOnce = (part: string, language: string, error: unknown) => void

/** Creates a function that warns once for each part and language. */
export const createWarnOnce = (): WarnOnce => {
  const warned = new Set<string>()
  return (part, language, error) => {
    if (!warned.has(part + language)) warn('view-failed', part, language, error)
    warned.add(part + language)
  }
}
