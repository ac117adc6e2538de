import { ownDocument } from '../shared/own-document.ts'
import { warn } from '../shared/warn.ts'
import { startTag } from './start-tag.ts'

// Declared by the build: the address from which files are loaded later.
declare let consentScript: string

// Reads `currentScript` at once, because the property is null later. In a module the property is
// always null.
const script = ownDocument.currentScript
const found = script ?? ownDocument.querySelector('script[src*="consent.js"]')
if (found) {
  consentScript = (found as HTMLScriptElement).src
  startTag(found as HTMLScriptElement)
}
// Warns after the start, which sets the loader of the explanations.
if (!script) warn('module-script', found)
