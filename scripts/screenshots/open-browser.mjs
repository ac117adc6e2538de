// @ts-check
import { chromium } from '@playwright/test'
import { BROWSERS } from '../lib/browsers.mjs'
import { CHROMIUM_FLAGS } from '../lib/chromium-flags.mjs'

/** Opens the Chromium of the tests, without a way to any other machine. */
export const openBrowser = () =>
  chromium.launch({ executablePath: BROWSERS.chromium.path, args: CHROMIUM_FLAGS })
