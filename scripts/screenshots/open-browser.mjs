// @ts-check
import { chromium } from '@playwright/test'
import { BROWSERS } from '../lib/browsers.mjs'

/** Opens the Chromium of the tests, without a way to any other machine. */
export const openBrowser = () =>
  chromium.launch({
    executablePath: BROWSERS.chromium.path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
