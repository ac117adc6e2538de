// @ts-check
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SCRIPT_FOLDER } from '../../script-folder.mjs'
import { MEASUREMENT_ID } from '../google.mjs'

/** The SDK's script tag, as the README has it. @type {import('../tools.mjs').Tool} */
export const spaceoneConsent = {
  name: 'spaceone-consent',
  paths: () =>
    readdirSync(SCRIPT_FOLDER)
      .filter(file => file.endsWith('.js'))
      .map(file => join(SCRIPT_FOLDER, file)),
  head: `<script src="consent.js" data-ga="${MEASUREMENT_ID}" data-policy-version="2024-01-18" data-policy-url="/privacy"></script>`,
  banner: ['spaceone-consent', '#banner'],
  accept: 'spaceone-consent #banner #accept-all',
}
