import './refuse-first.ts'

import { warn } from '../options/warn.ts'
import { ownDocument } from '../shared/own-document.ts'
import { startTag } from './start-tag.ts'

// Declared by the build: the folder from which files are loaded later.
// biome-ignore lint/style/useConst: the build declares the variable without a value
declare let consentFolder: string

/** The attributes that only the script tag of the SDK has. */
const TAG = 'script[data-policy-version],script[data-ga]'

// Reads `currentScript` at once, because the property is null later. In a module the property is
// always null; in a file that joins the scripts of a site it is the tag of that file.
const script = ownDocument.currentScript
const found = (
  script?.matches(TAG) ? script : ownDocument.querySelector(TAG)
) as HTMLScriptElement | null
// Not by `URL`, which the page may have replaced.
consentFolder = `${found?.src.replace(/[^/]*([?#].*)?$/, '')}`
startTag(found)
// Warns after the start, which sets the loader of the explanations.
if (found && !script) warn('module-script', found)
