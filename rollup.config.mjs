import { importIndexForPresets } from './scripts/build/import-index.mjs'
import {
  auditEntries,
  auditTypes,
  commandFile,
  consentJs,
  globalTypes,
  lateFile,
  npmEntries,
  npmTypes,
  presetFiles,
  typesOfAddition,
  viewFile,
} from './scripts/build/rows.mjs'

const SDK = [
  // The npm package. The entry for tests has its own copy of the store. If it were built together
  // with the other entries, rollup would move the store from the main entry to a shared file, and
  // every site would need one more request.
  npmEntries(['testing']),
  // The entry `inventory` has its own copies of the modules that it imports, so that rollup moves
  // none of them from the main entry to a shared file.
  npmEntries(['inventory'], 'inventory-'),
  // The presets import the main entry, as a site does, so that it stays one file.
  npmEntries(['services'], 'services-', [importIndexForPresets]),
  // Behind the others: its file of licences has that of js-cookie, and replaces theirs.
  npmEntries(['index', 'ui', 'guide', 'evidence', 'server', 'vue', 'react']),
  commandFile,

  // The script tag, then the files that consent.js loads. Of these, the view is one file for each
  // language, with the banner and its texts, and the file of the preferences.
  consentJs,
  viewFile('ui.en', 'ui/script-tag/ui.en'),
  viewFile('ui.ko', 'ui/script-tag/ui.ko'),
  viewFile('ui.ja', 'ui/script-tag/ui.ja'),
  viewFile('preferences', 'ui/script-tag/start-tag-parts'),
  lateFile('details', 'ui/words/describe-services'),
  lateFile('placeholder', 'ui/placeholder/start-placeholders'),
  lateFile('evidence', 'evidence/start-delivery'),
  lateFile('start', 'gate/google/start-google'),
  lateFile('unblock', 'gate/blocked-markup/unblock'),
  lateFile('inspect', 'inspect/start-inspector'),
  lateFile('explain', 'script/explain'),
  ...presetFiles,
]

const TYPES = [
  npmTypes('index'),
  npmTypes('ui'),
  npmTypes('guide'),
  npmTypes('evidence'),
  npmTypes('inventory'),
  npmTypes('services', [importIndexForPresets]),
  npmTypes('server'),
  typesOfAddition('vue'),
  typesOfAddition('react'),
  typesOfAddition('testing'),
  globalTypes,
]

/** The parts of the build, which scripts/build.mjs builds side by side, or not if nothing changed. */
const PARTS = {
  sdk: SDK,
  types: TYPES,
  // The entry `judge` loads no Playwright.
  audit: [auditEntries(['index', 'judge', 'command'])],
  'audit-types': [auditTypes('index'), auditTypes('judge')],
}

/**
 * Returns the rows of the part that `--configPart` names.
 *
 * @param {{ configPart: keyof typeof PARTS }} options
 */
export default ({ configPart }) => PARTS[configPart]
