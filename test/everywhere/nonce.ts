import { expect } from '@playwright/test'
import { untilViewed } from './acts.ts'
import { noted, pagesOf, TEXTS } from './csp-page.ts'
import { HOST } from './host-page.ts'
import { DYNAMIC, NONCE, policyOf, VIDEO } from './policy-of.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown } from './visitor.ts'

/** Injected markup. Its script tags are in upper case, so that the server adds no nonce. */
const FOREIGN = `<SCRIPT type="text/plain" data-consent="analytics" data-src="${VIDEO}/foreign.js"></SCRIPT>
  <SCRIPT type="text/plain" data-consent="analytics" src="${VIDEO}/foreign.js" nonce="guessed"></SCRIPT>
  <SCRIPT type="text/plain" data-consent="analytics">seen.notes.push('foreign text')</SCRIPT>
  <svg><SCRIPT type="text/plain" data-consent="analytics">seen.notes.push('foreign SVG')</SCRIPT></svg>
  <template data-consent="analytics"><SCRIPT src="${VIDEO}/foreign.js"></SCRIPT></template>
  <template data-consent="analytics"><SCRIPT>seen.notes.push('foreign template')</SCRIPT></template>
  <SCRIPT src="https://www.googletagmanager.com/gtm.js?id=GTM-FOREIGN"></SCRIPT>
  <iframe data-consent="analytics" data-src="javascript:parent.seen.notes.push('foreign frame')" title=""></iframe>`

/** Inserts a script as a script of the page does. `'strict-dynamic'` allows this. */
const putIn = () => {
  const script = document.createElement('script')
  script.onload = () => window.seen.notes.push('put in')
  script.src = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'
  document.body.append(script)
}

const foreignKeptOut = (policy: string, isTrusting: boolean, numbers: string): Scenario => ({
  title: `under a nonce policy that ${isTrusting ? "says 'strict-dynamic'" : 'also requires Trusted Types'}, a grant does not unblock markup that an attacker injected without the nonce [${numbers}]`,
  pages: {
    ...pagesOf({ policy, blocked: FOREIGN + TEXTS }),
    [`${VIDEO}/foreign.js`]: "seen.notes.push('foreign file')",
  },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    if (isTrusting) await visitor.run(putIn)
    expect(await noted(visitor)).toEqual([])
    // WebKit preloads the injected script, although 'strict-dynamic' does not let the script run.
    const google = () => world.google.map(({ url }) => url.pathname)
    expect(google().filter(path => path !== '/gtm.js')).toEqual([])

    await visitor.click('accept-all')
    const own = [...(isTrusting ? ['put in'] : []), 'template', 'text']
    await until('the page’s own', async () => (await noted(visitor)).length >= own.length)
    await untilViewed(world)
    expect(await noted(visitor)).toEqual(own)
    expect(world.asked).not.toContain(`${VIDEO}/foreign.js`)
    expect(await visitor.run(() => 'GTM-FOREIGN' in (window.google_tag_manager ?? {}))).toBe(false)
    const { errors, warnings } = await visitor.run(() => window.seen)
    expect(errors).toEqual([])
    expect(warnings.filter(warning => warning.includes('nonce'))).toHaveLength(1)
    expect(warnings.join()).not.toContain(NONCE)
    // No other script can create a Trusted Types policy with the SDK's name, because the SDK has
    // created it already.
    if (!isTrusting) expect(await visitor.run(wishForOurPolicy)).toBe('TypeError')
  },
})

/** Tries to create a policy with the SDK's name, and returns the name of the error. */
const wishForOurPolicy = () => {
  const { trustedTypes } = window as never as {
    trustedTypes?: { createPolicy(name: string, rules: object): object }
  }
  try {
    return trustedTypes && `${trustedTypes.createPolicy('spaceone-consent', {})}`
  } catch (error) {
    return (error as Error).name
  }
}

export const nonce: readonly Scenario[] = [
  foreignKeptOut(policyOf(DYNAMIC), true, '47'),
  foreignKeptOut(policyOf(DYNAMIC, 'requires Trusted Types'), false, '45, 47'),
]
