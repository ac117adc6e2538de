import type { BrowserId } from './browser-id.ts'
import type { GuideText } from './guide-text.ts'

/** Gives what a chooser shows: every browser and its name, those inside apps and `other` last. */
export const browserNames = ({ rows }: GuideText): readonly (readonly [BrowserId, string])[] =>
  (Object.keys(rows) as BrowserId[]).map(browser => [browser, rows[browser][0]])
