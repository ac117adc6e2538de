import type { GuideText } from '../words/guide-text.ts'
import type { BrowserId } from './browser-id.ts'

/**
 * Returns the id and the name of each browser, for a list from which visitors choose. Apps and
 * `other` are last.
 */
export const browserNames = ({ rows }: GuideText): readonly (readonly [BrowserId, string])[] =>
  (Object.keys(rows) as BrowserId[]).map(browser => [browser, rows[browser][0]])
