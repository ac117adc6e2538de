import type { Page } from '@playwright/test'
import { VERSION } from '../../packages/consent/src/shared/build.ts'
import { PLAYED, type Played } from './preset-stand-ins.ts'
import { readOwn, typeOf } from './read-own.ts'
import { servePreset } from './serve-preset.ts'

export const STARTER = 'https://starter.test'

/** The two presets of the starters. */
const PRESETS = [PLAYED['clarity'], PLAYED['channelTalk']] as Played[]

/** What the vendors of both presets store in a page. */
export const STORED: readonly string[] = PRESETS.flatMap(({ stored }) => stored)

/** Serves the pages of a starter, and stand-ins for its vendors. */
export const playStarter = async (page: Page, name: string) => {
  const pages = name === 'html' ? 'examples/starters/html' : `test/results/starters/${name}`
  const consent = `/consent/${VERSION}/`
  const missing: string[] = []
  await page.route('**/*', async route => {
    const { origin, pathname, href } = new URL(route.request().url())
    const file = pathname.startsWith(consent)
      ? `packages/consent/dist/script/${pathname.slice(consent.length)}`
      : pages + pathname
    for (const path of origin === STARTER ? [file, `${file.replace(/\/$/, '')}/index.html`] : []) {
      const body = await readOwn(path)
      if (body !== undefined) return route.fulfill({ contentType: typeOf(path), body })
    }
    missing.push(href)
    return route.abort()
  })
  const requested = await Promise.all(PRESETS.map(preset => servePreset(page, preset)))
  return {
    /** The requests that nothing answers. Tests expect none. */
    missing,
    requests: () => requested.flat(),
    /** The requests for scripts of the vendors. */
    scripts: () =>
      requested.flatMap((found, at) =>
        found.filter(address => PRESETS[at]?.script(new URL(address).pathname)),
      ),
  }
}
