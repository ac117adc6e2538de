import { expect } from '@playwright/test'
import { clickOnSettings, expectNoError, notesOf } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { untilGone, untilShown } from './visitor.ts'

/** Simulates a router that handles clicks on links in the page, as SvelteKit's does. */
const ROUTER = `<script>
  document.addEventListener('click', event => {
    const link = event.target.closest('a')
    if (!link || event.defaultPrevented) return
    event.preventDefault()
    seen.notes.push(link.pathname)
  })
</script>`

export const routedLink: Scenario = {
  title:
    'a link that a router of the page handles opens the settings and keeps the page, and other links stay with the router [22]',
  pages: { [`${HOST}/`]: hostPage(ROUTER, '<a id="other" href="/pricing">Pricing</a>') },
  async run(visitor) {
    await visitor.visit(`${HOST}/`)
    await clickOnSettings(visitor)
    await untilShown(visitor, 'preferences')
    expect(await notesOf(visitor)).toEqual([])
    await visitor.click('close')
    await untilGone(visitor, 'preferences')
    await visitor.run(() => document.querySelector<HTMLElement>('#other')?.click())
    expect(await notesOf(visitor)).toEqual(['/pricing'])
    await expectNoError(visitor)
  },
}
