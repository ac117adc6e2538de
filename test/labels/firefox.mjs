// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect } from '@playwright/test'
import { connectMarionette } from './marionette.mjs'

const PREFERENCES = {
  'marionette.port': 0,
  'browser.contentblocking.category': 'standard',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.dns.localDomains': 'console.example.org',
}
/** Firefox starts and draws its menus slowly, so the steps wait for it. */
const POLL = { timeout: 20_000 }
/** Firefox's `network.cookie.cookieBehavior` after each task that changes this setting. */
const BEHAVIOURS = { accept: 0, block3p: 1, blockAll: 2 }

/**
 * Clicks the element that a visitor clicks for a label: in the browser's own window, in the page of
 * the settings, or in a dialog of this page. Runs inside Firefox. If only a heading has the label,
 * the next call searches its label below this heading.
 *
 * @param {any} window The window of the browser. Its property `lastHeading` is the heading that the
 *   call before has found; `undefined` if that call has found a button or another control.
 * @param {string} label
 * @returns Whether an element with the label was found.
 */
const clickLabel = (window, label) => {
  /** @type {(root: any) => any[]} */
  const elementsOf = root =>
    [...root.querySelectorAll('*')].flatMap(element => [
      element,
      ...(element.shadowRoot ? elementsOf(element.shadowRoot) : []),
      ...(/^(browser|iframe)$/.test(element.localName) && element.contentDocument
        ? elementsOf(element.contentDocument)
        : []),
    ])
  const topOf = (/** @type {any} */ element) => element.getBoundingClientRect().top
  const below = window.lastHeading?.isConnected ? topOf(window.lastHeading) : -Infinity
  const found = elementsOf(window.document).filter(
    element =>
      [element.label, element.value, element.textContent?.trim(), element.ariaLabel].includes(
        label,
      ) &&
      (element.closest('select, menulist') ||
        (element.checkVisibility() && topOf(element) >= below)),
  )
  const clickable = found.find(({ localName }) =>
    /button|input|option|menuitem|radio/.test(localName),
  )
  const element = clickable ?? found.at(-1)
  if (!element) return false
  window.lastHeading = clickable ? undefined : element
  element.scrollIntoView({ block: 'center' })
  const list = element.localName === 'option' && element.closest('select')
  if (list) {
    list.value = element.value
    for (const type of ['input', 'change'])
      list.dispatchEvent(new element.ownerDocument.defaultView.Event(type, { bubbles: true }))
  } else if (element.closest('menulist')) {
    element.closest('menulist').selectedItem = element
    element.doCommand()
  } else (element.shadowRoot?.querySelector('button, input') ?? element).click()
  return true
}

/**
 * Starts Firefox in a language.
 *
 * @param {string} language
 * @param {string} site Address of a page with the title `site`, which `walk` opens first.
 */
export const startFirefox = async (language, site) => {
  const profile = mkdtempSync(`${tmpdir()}/labels-`)
  const set = Object.entries({ ...PREFERENCES, 'intl.locale.requested': language })
  const lines = set.map(entry => `user_pref(${JSON.stringify(entry).slice(1, -1)});`)
  writeFileSync(`${profile}/user.js`, lines.join('\n'))
  const flags = ['--headless', '--marionette', '--remote-allow-system-access', '-profile', profile]
  const env = { ...process.env, HOME: profile }
  const child = spawn('/usr/bin/firefox-esr', flags, { env, stdio: 'ignore' })
  const port = `${profile}/MarionetteActivePort`
  await expect.poll(() => existsSync(port) && readFileSync(port, 'utf8'), POLL).toMatch(/^\d/)
  const firefox = await connectMarionette(Number(readFileSync(port, 'utf8')))
  const ICONS = { '☰': 'PanelUI-menu-button', '🛡': 'trust-icon-container' }
  return {
    /** @param {readonly string[]} path */
    walk: async ([icon, ...path]) => {
      await firefox.run((window, address) => {
        window.lastHeading = undefined
        window.openTrustedLinkIn(address, 'current')
      }, site)
      const title = () => firefox.run(({ gBrowser }) => gBrowser.contentTitle)
      await expect.poll(title, POLL).toBe('site')
      const id = ICONS[/** @type {keyof typeof ICONS} */ (icon)]
      await firefox.run((window, button) => window.document.getElementById(button).click(), id)
      for (const label of path)
        await expect
          .poll(() => firefox.run(clickLabel, label), { ...POLL, message: label })
          .toBe(true)
    },
    /** @param {readonly string[]} hosts */
    addCookies: hosts =>
      firefox.run(({ Services }, names) => {
        for (const host of names)
          Services.cookies.add(host, '/', 'a', '1', true, false, false, Date.now() + 1e9, {}, 0, 1)
      }, hosts),
    /** @returns {Promise<string[]>} */
    hosts: () =>
      firefox.run(({ Services }) =>
        Services.cookies.cookies.map((/** @type {any} */ { host }) => host),
      ),
    /** @param {keyof typeof BEHAVIOURS} task */
    isSet: async task =>
      BEHAVIOURS[task] ===
      (await firefox.run(({ Services }) =>
        Services.prefs.getIntPref('network.cookie.cookieBehavior'),
      )),
    isAllTime: () =>
      firefox.run(({ Services }) => Services.prefs.getIntPref('privacy.sanitize.timeSpan') === 0),
    isPrivate: () => firefox.run(window => window.docShell.usePrivateBrowsing ?? false),
    close: async () => {
      firefox.close()
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
