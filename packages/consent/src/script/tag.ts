import { ownDocument } from '../shared/own-document.ts'
import { startTag } from './start-tag.ts'
import { warn } from './warn.ts'

// Read at once: it is null later.
const script = ownDocument.currentScript
if (script instanceof HTMLScriptElement) startTag(script)
else warn('consent.js is no classic script here')
