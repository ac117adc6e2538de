import './refuse-first.ts'

import { warn } from '../options/warn.ts'
import { findAll, ownDocument } from '../shared/platform.ts'
import { startTag } from './start-tag.ts'

// The folder from which files are loaded later. The build declares this variable.
// biome-ignore lint/style/useConst: the build declares the variable without a value
declare let consentFolder: string

/** Selects the script tag of the SDK, which has at least one of these attributes. */
const TAG = 'script[data-policy-version],script[data-ga]'

// Read `currentScript` at once, because `currentScript` is null later, and always null in a module.
// In a file that joins the scripts of a site, `currentScript` is the tag of that file.
const script = ownDocument.currentScript
const found = (
  script?.matches(TAG) ? script : (findAll(TAG)[0] ?? null)
) as HTMLScriptElement | null
// Do not use `URL`, which the page may have replaced.
consentFolder = `${(found ?? (script as HTMLScriptElement | null))?.src.replace(/[^/]*([?#].*)?$/, '')}`
startTag(found)
// Warn after the start, since `startTag` sets the loader of `explain.js`.
if (found && !script) warn('module-script', found)
