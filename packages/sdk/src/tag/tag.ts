import { startTag } from './start-tag.ts'
import { warn } from './warn.ts'

// Read at once: it is null later. An element named `currentScript` is no script of ours.
const script = document.currentScript
if (script instanceof HTMLScriptElement) startTag(script)
else warn('consent.js is no classic script here')
