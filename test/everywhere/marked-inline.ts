import { expect } from '@playwright/test'
import { expectNoError, notesOf, untilViewed } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown } from './visitor.ts'

const marked = (name: string, attributes = '') =>
  `<script data-consent="analytics" ${attributes}>seen.notes.push('${name}')</script>`

const INSERTING = `<script>
  for (const [name, type] of [['inserted', ''], ['inserted module', 'module']]) {
    const script = document.createElement('script')
    script.dataset.consent = 'analytics'
    if (type) script.type = type
    script.text = "seen.notes.push('" + name + "')"
    document.body.append(script)
  }
</script>`

const AFTER = `${marked('below')}<div>${marked('within', 'type="text/javascript"')}</div>
  ${marked('module', 'type="module"')}${INSERTING}
  <script data-consent="analytics" type="application/json" id="data">{}</script>`

export const markedInline: Scenario = {
  title:
    'an inline script with data-consent and without type="text/plain" waits for the grant below consent.js, and runs once; the console names each such script of the HTML, also one that ran above [1, 62]',
  pages: { [`${HOST}/`]: hostPage(marked('above'), AFTER) },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    expect(await notesOf(visitor)).toEqual(['above'])
    const warnings = () => visitor.run(() => window.seen.warnings)
    await until('four warnings', async () => (await warnings()).length >= 4)
    // printed-warnings.txt has the sentences.
    const named = (await warnings()).map(text => /push\('(\w+)'\)/.exec(text)?.[1])
    expect(named.sort()).toEqual(['above', 'below', 'module', 'within'])
    expect(await visitor.run(() => document.querySelector<HTMLScriptElement>('#data')?.type)).toBe(
      'application/json',
    )

    await visitor.click('accept-all')
    await until('the scripts', async () => (await notesOf(visitor)).length >= 6)
    // A withdrawal ends the download of Google's tag, which then dispatches `error`.
    await untilViewed(world)
    await visitor.run(() => {
      window.spaceoneConsent.rejectAll()
      window.spaceoneConsent.acceptAll()
    })
    await until('a frame', () =>
      visitor.run(() => new Promise<true>(resolve => setTimeout(resolve, 100, true))),
    )
    // Modules run later than the other scripts.
    expect((await notesOf(visitor)).sort()).toEqual([
      ...['above', 'below', 'inserted', 'inserted module', 'module', 'within'],
    ])
    await expectNoError(visitor)
  },
}
