import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { turnAnalytics, untilViewed } from './acts.ts'
import { HOST, hostPage, TAG } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown } from './visitor.ts'

const CDN = 'https://cdn.spaceone.test'

const { files }: { files: Record<string, string> } = JSON.parse(
  readFileSync(
    new URL('../../packages/consent/dist/script/integrity.json', import.meta.url),
    'utf8',
  ),
)

/** Returns a page with a hash for the script tag, and an import map with all hashes. */
const page = (hashes: Record<string, string>) => {
  const entries = Object.entries(hashes).map(([file, hash]) => [`${CDN}/consent/${file}`, hash])
  const map = JSON.stringify({ integrity: Object.fromEntries(entries) })
  const attributes = `crossorigin integrity="${hashes['consent.js']}"`
  const tag = TAG.replace('src="', `${attributes} src="${CDN}`)
  return hostPage(`<script type="importmap">${map}</script>`, '', tag)
}

const changed = (file: string) => ({ ...files, [file]: files['ui.ko.js'] ?? '' })

export const integrity: Scenario = {
  title:
    "with the hashes of integrity.json on the page the SDK's files run from another origin, and changed files do not [5, 55]",
  pages: {
    [`${HOST}/`]: page(files),
    [`${HOST}/other-ui`]: page(changed('ui.en.js')),
    [`${HOST}/other-consent`]: page(changed('consent.js')),
    [`${CDN}/`]: '',
  },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/other-ui`)
    await until('the warning', () =>
      visitor.run(() => window.seen.warnings.some(warning => warning.includes('ui.en.js'))),
    )
    expect(await visitor.run(() => document.querySelector('spaceone-consent'))).toBeNull()
    expect(await visitor.cookieNames()).toEqual([])

    await visitor.visit(`${HOST}/`)
    await visitor.click('open-preferences')
    await untilShown(visitor, 'preferences')
    expect(world.google).toEqual([])
    await turnAnalytics(visitor)
    await untilViewed(world)
    expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)

    const before = world.google.length
    await visitor.visit(`${HOST}/other-consent`)
    expect(await visitor.run(() => 'spaceoneConsent' in window)).toBe(false)
    const tags = world.google.slice(before).filter(({ url }) => url.pathname === '/gtag/js')
    expect(tags).toEqual([])
  },
}
