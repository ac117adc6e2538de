import type { BrowserId } from './browser-id.ts'
import type { GuideText } from './guide-text.ts'

/** Returns each browser and its name for a chooser, with apps and `other` last. */
export const browserNames = ({ rows }: GuideText): readonly (readonly [BrowserId, string])[] =>
  (Object.keys(rows) as BrowserId[]).map(browser => [browser, rows[browser][0]])
